import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, extname, join, resolve, sep } from "node:path";

/** What a child runs, and the only files it may read. */
export type ChildProgram = { entry: string; readable: string[] };

/** Compiled into the published package (build/build.ts); in a checkout they are packages beside this one. */
const inlined = ["@finflow/money"];

/** The program that reads statements: this package's code and that of the packages it depends on. */
export function statementProgram(): ChildProgram {
  const manifest = findPackageJSON(import.meta.url);
  if (!manifest) throw new Error("the statements package has no package.json");
  // The same extension as this file: .ts in a checkout, .js in a published package.
  const extension = extname(import.meta.filename);
  const readable = new Set([dirname(import.meta.dirname), manifest]);
  addPackages(dependenciesOf(manifest), manifest, readable, new Set());
  if (extension === ".ts") addPackages(inlined, manifest, readable, new Set());
  // Sorted, because Node forgets a folder that is named after something inside of it.
  return { entry: join(import.meta.dirname, `main${extension}`), readable: [...readable].sort() };
}

function dependenciesOf(manifest: string): string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(dependencies);
}

function addPackages(names: readonly string[], from: string, readable: Set<string>, seen: Set<string>): void {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    const manifest = findPackageJSON(name, from);
    if (!manifest) throw new Error(`${name} is not installed`);
    addPath(dirname(manifest), readable);
    addPackages(dependenciesOf(manifest), manifest, readable, seen);
  }
}

/**
 * A folder, and each link on the way to where it really is: workspaces and all packages under pnpm are links, a
 * node_modules may be one, and the loader looks at every one of them.
 */
function addPath(folder: string, readable: Set<string>): void {
  const parts = folder.split(sep);
  for (let depth = 2; depth <= parts.length; depth++) {
    const above = parts.slice(0, depth).join(sep);
    if (!lstatSync(above).isSymbolicLink()) continue;
    readable.add(above);
    const target = resolve(dirname(above), readlinkSync(above));
    return addPath(join(target, ...parts.slice(depth)), readable);
  }
  readable.add(folder);
}
