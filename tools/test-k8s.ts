/**
 * Runs the tests of what is deployed (k8s/, istio/), all or those whose path contains one of the arguments. They
 * need no cluster: they fetch Kubernetes' and Istio's own programs into `.cache/`. Arguments that begin with a dash
 * go to `node --test`, except `--all`, which adds what takes longest (rollouts; FINFLOW_K8S_ALL=1 for the tests), and
 * `--if-changed`, by which they run only when something that they are about differs from what landed last, or when
 * that cannot be known.
 */
import { join } from "node:path";
import { runTests, testFiles } from "./run-tests.ts";
import { changedFiles } from "./test-k8s/need/changed-files.ts";
import { whyTest } from "./test-k8s/need/why-test.ts";

const given = process.argv.slice(2);
const ours = ["--all", "--if-changed"];
const flags = given.filter((argument) => argument.startsWith("-") && !ours.includes(argument));
const wanted = given.filter((argument) => !argument.startsWith("-"));
if (given.includes("--all")) process.env.FINFLOW_K8S_ALL = "1";

if (given.includes("--if-changed")) {
  const why = whyTest(await changedFiles(join(import.meta.dirname, "..")));
  console.log(`test:k8s ${why ? `runs: ${why}` : "is left out: nothing that it is about has changed"}`);
  if (!why) process.exit(0);
}

/** Left out where nobody asks for them: they need programs of their own, and a quarter of an hour the first time. */
const longest = ["tools/test-k8s/rollouts.k8s.test.ts"];

const files = testFiles("k8s").filter((file) =>
  wanted.length > 0
    ? wanted.some((part) => file.includes(part))
    : given.includes("--all") || !longest.includes(file),
);

if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(" ")}`);
  process.exit(1);
}

// One file after the other: some build programs, which takes all there is. A build on a new machine takes minutes.
process.exit(await runTests(files, ["--test-concurrency=1", "--test-timeout=2400000", ...flags]));
