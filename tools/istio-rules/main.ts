/** Writes istio/services/ from the contracts; `--check` fails when it is not what they say. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ruleFiles } from "./files.ts";

const folder = join(import.meta.dirname, "../../istio/services");
const files = ruleFiles();

if (process.argv.includes("--check")) {
  const kept = new Set(readdirSync(folder));
  const differs = [...files].filter(
    ([name, text]) => !kept.has(name) || readFileSync(join(folder, name), "utf8") !== text,
  );
  const changed = [...differs.map(([name]) => name), ...[...kept].filter((name) => !files.has(name))];
  if (changed.length > 0) {
    console.error(`istio/services is not what proto/ says; run npm run generate:\n  ${changed.join("\n  ")}`);
    process.exitCode = 1;
  } else console.log("istio/services is what proto/ says");
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}
