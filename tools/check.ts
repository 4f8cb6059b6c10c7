/** Biome over the whole repository and TypeScript's compiler, side by side; both must have nothing to say. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

async function passes(command: string, args: string[]): Promise<boolean> {
  const child = spawn(join(root, "node_modules/.bin", command), args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk) => said.push(chunk));
  child.stderr.on("data", (chunk) => said.push(chunk));
  const [code] = await once(child, "close");
  console.log(`${code === 0 ? "passed" : "FAILED"}: ${command} ${args.join(" ")}`);
  if (code !== 0) process.stdout.write(Buffer.concat(said));
  return code === 0;
}

const outcomes = await Promise.all([
  passes("biome", ["check", "--error-on-warnings", "."]),
  passes("tsc", ["-p", "tsconfig.json", "--noEmit"]),
  passes("tsc", ["-p", "edge/web/tsconfig.json"]),
]);
process.exit(outcomes.every(Boolean) ? 0 : 1);
