import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const page = join(root, "edge/web");
const stamp = join(root, ".cache/page-built-from");

/** What the page is made of. */
const sources = ["edge/web/**", "packages/client/**", "gen/finflow/**", "package-lock.json"];

/** Builds the page when it is missing or was built from something else. Returns whether it did. */
export async function buildPage(): Promise<boolean> {
  const wanted = hashOf(sources);
  const built = await readFile(stamp, "utf8").catch(() => undefined);
  if (built === wanted && existsSync(join(page, "dist/index.html"))) return false;
  // Gone until it is whole again: a build that is killed must not pass for one.
  await rm(stamp, { force: true });
  await build();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, wanted);
  return true;
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash("sha256");
  const isOutput = (path: string) => /(^|\/)(node_modules|dist)$/.test(path);
  for (const path of globSync(patterns, { cwd: root, exclude: isOutput }).toSorted()) {
    const file = join(root, path);
    if (statSync(file).isFile()) hash.update(path).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

async function build(): Promise<void> {
  const vite = realpathSync(join(root, "node_modules/.bin/vite"));
  const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], {
    cwd: page,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the page was not built:\n${said}`);
}
