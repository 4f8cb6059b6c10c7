import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, extname, join, resolve, sep } from "node:path";
import { mostThreads } from "../ocr/recognition/threads.ts";

/** What a child runs, and the only files it may read. */
export type ChildProgram = {
  entry: string;
  readable: string[];
  /** How many threads it may start beside its first; none without it. */
  threads?: number;
  /** Whether it may load addons, which no permission of Node's binds. */
  nativeCode?: boolean;
};

/** Compiled into the published package (build/build.ts); in a checkout they are packages beside this one. */
const inlined = ["@finflow/money"];

/** What reading scans takes, which may be left out of an installation. */
const forScans = ["tesseract.js", "@tesseract.js-data/eng", "@napi-rs/canvas"];

/** The program that reads a statement's text: this package's code and that of the packages it depends on. */
export function statementProgram(): ChildProgram {
  return { entry: entryOf("main"), readable: readablePaths("required") };
}

/** The program that reads scans too: Tesseract runs in threads, and pages are drawn by native code. */
export function scanProgram(): ChildProgram {
  return {
    entry: entryOf("scan-main"),
    readable: readablePaths("required and optional"),
    threads: mostThreads,
    nativeCode: true,
  };
}

/** Whether the packages that reading scans takes are installed here. */
export function canReadScans(): boolean {
  return forScans.every((name) => findInstalled(name, import.meta.filename));
}

/** The same extension as this file: .ts in a checkout, .js in a published package. */
const extension = extname(import.meta.filename);

function entryOf(name: string): string {
  return join(import.meta.dirname, `${name}${extension}`);
}

type Reach = "required" | "required and optional";

function readablePaths(reach: Reach): string[] {
  const manifest = findPackageJSON(import.meta.url);
  if (!manifest) throw new Error("the statements package has no package.json");
  const readable = new Set([dirname(import.meta.dirname), manifest]);
  addDependencies(manifest, reach, readable, new Set());
  if (extension === ".ts") addPackages(inlined, manifest, reach, readable, new Set());
  // Sorted, because Node forgets a folder that is named after something inside of it.
  return [...readable].sort();
}

type Manifest = { dependencies?: Record<string, string>; optionalDependencies?: Record<string, string> };

function addDependencies(manifest: string, reach: Reach, readable: Set<string>, seen: Set<string>): void {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(manifest, "utf8"),
  ) as Manifest;
  addPackages(Object.keys(dependencies), manifest, reach, readable, seen);
  if (reach === "required") return;
  // Most of a package's optional ones are for other platforms.
  const installed = Object.keys(optionalDependencies).filter((name) => findInstalled(name, manifest));
  addPackages(installed, manifest, reach, readable, seen);
}

function addPackages(
  names: readonly string[],
  from: string,
  reach: Reach,
  readable: Set<string>,
  seen: Set<string>,
): void {
  for (const name of names) {
    if (seen.has(name)) continue;
    seen.add(name);
    const manifest = findInstalled(name, from);
    if (!manifest) throw new Error(`${name} is not installed`);
    addPath(dirname(manifest), readable);
    addDependencies(manifest, reach, readable, seen);
  }
}

function findInstalled(name: string, from: string): string | undefined {
  try {
    return findPackageJSON(name, from);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
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
    addPath(join(target, ...parts.slice(depth)), readable);
    return;
  }
  readable.add(folder);
}
