/**
 * Fails when a package that runs in production has a known vulnerability that is high or critical, and also when
 * nobody could say: `npm run audit`.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { verdictOf } from "./audit-verdict.ts";

const cwd = join(import.meta.dirname, "../..");
const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], { cwd, encoding: "utf8" });
const { passes, lines } = verdictOf(stdout);
for (const line of lines) console[passes ? "log" : "error"](line);
process.exit(passes ? 0 : 1);
