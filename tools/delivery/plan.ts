/**
 * What a push delivers, for the pipelines: `plan.ts REF [BASE]` prints the environment, the images to build and
 * deploy, and whether the platform (namespace, rules, mesh) goes along, as `name=value` lines. BASE is the commit
 * that was there before; without it, or where it is not known here, everything is delivered.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lockfile } from "../images/closure.ts";
import { changesIn, environmentOf } from "./changes.ts";

const root = join(import.meta.dirname, "../..");

function filesSince(base: string | undefined): string[] | undefined {
  if (!base || /^0+$/.test(base)) return undefined;
  try {
    execFileSync("git", ["cat-file", "-e", `${base}^{commit}`], { cwd: root, stdio: "ignore" });
  } catch {
    console.error(`${base} is not here (a new branch, or a shallow clone): everything is delivered`);
    return undefined;
  }
  const diff = execFileSync("git", ["diff", "--name-only", "--no-renames", base, "HEAD"], { cwd: root });
  return diff.toString().split("\n").filter(Boolean);
}

const [ref, base] = process.argv.slice(2);
if (!ref) {
  console.error("usage: node tools/delivery/plan.ts REF [BASE]");
  process.exit(2);
}
const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lockfile;
const environment = environmentOf(ref);
const { images, platform } = changesIn(lockfile, environment, filesSince(base));
console.log(`environment=${environment ?? ""}`);
console.log(`images=${JSON.stringify(images)}`);
console.log(`platform=${platform}`);
