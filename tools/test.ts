/**
 * Runs the tests: all with coverage and its threshold, or those whose path contains one of the arguments.
 * Arguments that begin with a dash go to `node --test`. One PostgreSQL serves all test files.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { startTestServer } from "@finflow/embedded-postgres/test-server";
import { sharedServerVariable } from "@finflow/postgres/test-database";
import { buildPage } from "@finflow/solo/page";

const root = join(import.meta.dirname, "..");
const lineCoverage = 80;

const given = process.argv.slice(2);
const flags = given.filter((argument) => argument.startsWith("-"));
const wanted = given.filter((argument) => !argument.startsWith("-"));

const files = globSync("{packages,services,edge,solo,tools,load}/**/*.test.ts", {
  cwd: root,
  exclude: (path) => path === "node_modules" || path.endsWith("/node_modules") || path.endsWith("/dist"),
}).filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));

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

// Tests that start all of Finflow find the page built, instead of each building it.
if (files.some((file) => file.startsWith("solo/"))) await buildPage();
// What tests start has another end than these tests: tools/bootstrap.js means us alone with them.
const { FINFLOW_BOOTSTRAP_PID: _pid, FINFLOW_STARTED_AT: _time, ...environment } = process.env;
const postgres = await startTestServer();
const child = spawn(
  process.execPath,
  [
    "--test",
    // Files wait for sockets, databases and children much of the time.
    `--test-concurrency=${Math.max(2, availableParallelism())}`,
    "--test-timeout=180000",
    ...coverage,
    ...flags,
    ...files.toSorted(),
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...environment, [sharedServerVariable]: JSON.stringify(postgres.config) },
  },
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
const [code] = (await once(child, "exit")) as [number | null];
await postgres.stop();
process.exit(code ?? 1);
