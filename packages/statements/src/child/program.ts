import { readFileSync, realpathSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, extname, join } from "node:path";

/** What a child runs, and the only files it may read. */
export type ChildProgram = { entry: string; readable: string[] };

/** The program that reads statements: this package's code and that of the packages it depends on. */
export function statementProgram(): ChildProgram {
  const source = dirname(import.meta.dirname);
  const manifest = findPackageJSON(import.meta.url);
  if (!manifest) throw new Error("the statements package has no package.json");
  const readable = new Set([source, manifest]);
  addDependencies(manifest, readable, new Set());
  // The same extension as this file: .ts in a checkout, .js in a published package.
  return {
    entry: join(import.meta.dirname, `main${extname(import.meta.filename)}`),
    readable: [...readable],
  };
}

function addDependencies(manifest: string, readable: Set<string>, seen: Set<string>): void {
  const { dependencies = {} } = JSON.parse(readFileSync(manifest, "utf8")) as {
    dependencies?: Record<string, string>;
  };
  for (const name of Object.keys(dependencies)) {
    if (seen.has(name)) continue;
    seen.add(name);
    const found = findPackageJSON(name, manifest);
    if (!found) throw new Error(`${name} is not installed`);
    // Workspaces are links: the loader looks at the link and then reads where it leads.
    readable.add(dirname(found));
    readable.add(dirname(realpathSync(found)));
    addDependencies(found, readable, seen);
  }
}
