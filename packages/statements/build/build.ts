/**
 * Builds what is published into dist/: JavaScript and declarations of this package, and of @finflow/money inside of
 * it, so that the package installs alone. npm runs it before it packs.
 */
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const home = join(import.meta.dirname, "..");
const dist = join(home, "dist");
const unfinished = `${dist}.${process.pid}.tmp`;

try {
  compile(join(unfinished, "compiled"));
  mkdirSync(join(unfinished, "dist"));
  renameSync(join(unfinished, "compiled/statements/src"), join(unfinished, "dist"));
  renameSync(join(unfinished, "compiled/money/src"), join(unfinished, "dist/money"));
  for (const file of globSync("**/*.{js,d.ts}", { cwd: join(unfinished, "dist") })) {
    linkModules(join(unfinished, "dist"), file);
  }
  // Put in place whole: another build may be packing at this moment.
  rmSync(dist, { recursive: true, force: true });
  renameSync(join(unfinished, "dist"), dist);
} finally {
  rmSync(unfinished, { recursive: true, force: true });
}

function compile(folder: string): void {
  const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
  const { bin } = JSON.parse(readFileSync(tsc, "utf8")) as { bin: { tsc: string } };
  const config = join(import.meta.dirname, "tsconfig.json");
  const { status } = spawnSync(
    process.execPath,
    [join(dirname(tsc), bin.tsc), "--project", config, "--outDir", folder],
    { stdio: ["ignore", process.stderr, process.stderr] },
  );
  if (status !== 0) throw new Error("tsc failed: its messages are above");
}

/**
 * Leads imports to what is in dist/: @finflow/money to its copy, and in declarations, where tsc leaves the endings
 * of sources, those of modules.
 */
function linkModules(root: string, file: string): void {
  const path = join(root, file);
  const source = readFileSync(path, "utf8");
  const linked = source.replace(
    /(\bfrom |\bimport |\bimport\()(["'])([^"'\n]+)\2/g,
    (whole, keyword, quote, specifier: string) => {
      const target = moduleOf(root, dirname(path), specifier);
      return target === undefined ? whole : `${keyword}${quote}${target}${quote}`;
    },
  );
  if (linked !== source) writeFileSync(path, linked);
}

function moduleOf(root: string, from: string, specifier: string): string | undefined {
  const inlined = /^@finflow\/money\/(.+)$/.exec(specifier)?.[1];
  if (inlined !== undefined) {
    const path = relative(from, join(root, "money", `${inlined}.js`));
    return path.startsWith(".") ? path : `./${path}`;
  }
  if (specifier.startsWith("@finflow/")) throw new Error(`${specifier} is not published`);
  return specifier.startsWith(".") ? specifier.replace(/\.ts$/, ".js") : undefined;
}
