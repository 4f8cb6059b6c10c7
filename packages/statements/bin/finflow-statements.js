#!/usr/bin/env node
// Plain JavaScript without dependencies, so that any Node can start it. Installed from a registry it runs what was
// built; in a checkout the sources, which need a Node that strips types and, to keep a stranger's file off the
// network, 25 or later: when this one is older, the project's own from the nearest node_modules takes over.
import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import * as modules from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "../src/cli/main.ts");
const isCheckout = existsSync(source);
const able = isCheckout
  ? process.allowedNodeEnvironmentFlags.has("--allow-net") && Boolean(process.features.typescript)
  : "findPackageJSON" in modules;

if (able) await import(pathToFileURL(isCheckout ? source : join(here, "../dist/cli/main.js")).href);
else handOver(findNode(here));

function findNode(folder) {
  const found = join(folder, "node_modules/.bin/node");
  if (existsSync(found) && realpathSync(found) !== realpathSync(process.execPath)) return found;
  return dirname(folder) === folder ? undefined : findNode(dirname(folder));
}

function handOver(node) {
  if (!node) {
    const needed = isCheckout ? "Node 26, which npm install brings" : "Node 22.14 or later";
    console.error(`finflow-statements: needs ${needed} (this is ${process.version})`);
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
