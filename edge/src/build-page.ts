import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, globSync, readFileSync, realpathSync, statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const root = join(import.meta.dirname, "../..");
const page = join(root, "edge/web");
const dist = join(page, "dist");
const stamp = join(root, ".cache/page-built-from");

/** What the page is made of. */
const sources = ["edge/web/**", "packages/client/**", "gen/finflow/**", "package-lock.json"];

/**
 * Builds the page when it is missing or was built from something else. Built aside and renamed: the folder is
 * whole whenever a build is killed, and two that build at once do not mix. Returns whether it built.
 *
 * @throws Error with what the build said
 */
export async function buildPage(): Promise<boolean> {
  const wanted = hashOf(sources);
  const built = await readFile(stamp, "utf8").catch(() => undefined);
  if (built === wanted && existsSync(join(dist, "index.html"))) return false;
  const aside = `${dist}.${process.pid}.tmp`;
  try {
    await build(aside);
    await rm(stamp, { force: true });
    await rm(dist, { recursive: true, force: true });
    await rename(aside, dist);
    await mkdir(dirname(stamp), { recursive: true });
    await writeFile(stamp, wanted);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return true;
}

function hashOf(patterns: readonly string[]): string {
  const hash = createHash("sha256");
  const isOutput = (path: string) => /(^|\/)(node_modules|dist(\.\d+\.tmp)?)$/.test(path);
  for (const path of globSync(patterns, { cwd: root, exclude: isOutput }).toSorted()) {
    const file = join(root, path);
    if (statSync(file).isFile()) hash.update(path).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

async function build(outDir: string): Promise<void> {
  const vite = realpathSync(join(root, "node_modules/.bin/vite"));
  const child = spawn(
    process.execPath,
    [vite, "build", "--logLevel", "warn", "--emptyOutDir", "--outDir", outDir],
    {
      cwd: page,
      env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`the page was not built:\n${said}`);
}
