#!/usr/bin/env node
// Plain JavaScript: any Node can start it, tools/bootstrap.js goes on under the pinned one.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bootstrap = fileURLToPath(new URL("../../tools/bootstrap.js", import.meta.url));
const { status, error } = spawnSync(
  process.execPath,
  [bootstrap, "solo/src/cli.ts", ...process.argv.slice(2)],
  {
    stdio: "inherit",
  },
);
if (error) throw error;
process.exit(status ?? 1);
