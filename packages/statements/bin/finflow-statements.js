#!/usr/bin/env node
// Plain JavaScript without dependencies, so that any Node can start it. The program itself needs a Node that
// can keep a process off the network (25 or later) and, in a checkout, one that runs TypeScript: when this
// one cannot, the project's own from the nearest node_modules takes over.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "../dist/cli/main.js");
const main = existsSync(built) ? built : join(here, "../src/cli/main.ts");
const able =
  process.allowedNodeEnvironmentFlags.has("--allow-net") &&
  (main === built || Boolean(process.features.typescript));

if (able) await import(pathToFileURL(main).href);
else handOver(findNode(here));

function findNode(folder) {
  const found = join(folder, "node_modules/.bin/node");
  if (existsSync(found) && realpathSync(found) !== realpathSync(process.execPath)) return found;
  return dirname(folder) === folder ? undefined : findNode(dirname(folder));
}

function handOver(node) {
  if (!node) {
    console.error(`finflow-statements: needs Node 26 (this is ${process.version}); npm install brings it`);
    process.exitCode = 70;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`finflow-statements: ${node} does not start: ${error.message}`);
    process.exitCode = 70;
  });
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
