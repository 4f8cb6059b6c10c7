/**
 * Runs the tests: all with coverage and its threshold, or those whose path contains one of the arguments.
 * Arguments that begin with a dash go to `node --test`.
 */
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { buildPage } from "@finflow/edge/build-page";
import { runTests, testFiles } from "./run-tests.ts";

const lineCoverage = 80;

const given = process.argv.slice(2);
const flags = given.filter((argument) => argument.startsWith("-"));
const wanted = given.filter((argument) => !argument.startsWith("-"));

const files = testFiles("plain").filter(
  (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);

if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(" ")}`);
  process.exit(1);
}

const coverage =
  wanted.length > 0 || flags.length > 0
    ? []
    : [
        "--experimental-test-coverage",
        `--test-coverage-lines=${lineCoverage}`,
        "--test-coverage-include={packages,services,edge,solo,tools}/**/*.ts",
        ...["gen/**", "**/*.test.ts", "**/*.contract.ts", "**/test/**", "edge/web/**"].map(
          (pattern) => `--test-coverage-exclude=${pattern}`,
        ),
      ];

/** Coverage for other tools to read, where FINFLOW_LCOV names a file. */
function lcov(): string[] {
  const file = process.env.FINFLOW_LCOV;
  if (!file || coverage.length === 0) return [];
  mkdirSync(dirname(file), { recursive: true });
  const to = (reporter: string, where: string) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${where}`,
  ];
  return [...to("spec", "stdout"), ...to("lcov", file)];
}

// Tests that start all of Finflow find the page built, instead of each building it.
if (files.some((file) => file.startsWith("solo/"))) await buildPage();
const code = await runTests(files, [
  // Files wait for sockets, databases and children much of the time.
  `--test-concurrency=${Math.max(2, availableParallelism())}`,
  "--test-timeout=180000",
  ...coverage,
  ...lcov(),
  ...flags,
]);
process.exit(code);
