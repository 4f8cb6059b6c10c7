/**
 * Runs the tests that need the servers of the mesh (MongoDB, Valkey, S3, Kafka, Envoy), all or those whose path
 * contains one of the arguments. Arguments that begin with a dash go to `node --test`.
 */
import { runTests, testFiles } from "./run-tests.ts";

const given = process.argv.slice(2);
const flags = given.filter((argument) => argument.startsWith("-"));
const wanted = given.filter((argument) => !argument.startsWith("-"));

const files = testFiles("mesh").filter(
  (file) => wanted.length === 0 || wanted.some((part) => file.includes(part)),
);

if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(" ")}`);
  process.exit(1);
}

// One file after the other: each starts servers of its own.
process.exit(await runTests(files, ["--test-concurrency=1", "--test-timeout=900000", ...flags]));
