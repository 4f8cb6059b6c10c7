/**
 * Runs the tests of what is deployed (k8s/, istio/), all or those whose path contains one of the arguments. They
 * need no cluster: they fetch Kubernetes' and Istio's own programs into `.cache/`. Arguments that begin with a dash
 * go to `node --test`, except `--all`, which adds what takes longest (FINFLOW_K8S_ALL=1 for the tests).
 */
import { runTests, testFiles } from "./run-tests.ts";

const given = process.argv.slice(2);
const flags = given.filter((argument) => argument.startsWith("-") && argument !== "--all");
const wanted = given.filter((argument) => !argument.startsWith("-"));
if (given.includes("--all")) process.env.FINFLOW_K8S_ALL = "1";

const files = testFiles("k8s").filter(
  (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);

if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(" ")}`);
  process.exit(1);
}

// One file after the other: some build programs, which takes all there is. A build on a new machine takes minutes.
process.exit(await runTests(files, ["--test-concurrency=1", "--test-timeout=2400000", ...flags]));
