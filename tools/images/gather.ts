/**
 * Puts together what each image holds, for the Dockerfile: `gather.ts FOLDER` fills FOLDER/<service> with the
 * service, the workspaces and the packages that it needs, and FOLDER/node with the pinned Node. Needs an
 * installation and, for edge, the built page.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { type Closure, closureOf, type Lockfile } from "./closure.ts";
import { type ImageName, images } from "./images.ts";

const root = join(import.meta.dirname, "../..");

/** Folders of a workspace that nothing running reads; other workspaces that lie inside of it go with `nested`. */
const unusedFolders = new Set(["node_modules", "test", "bench", "build", "dist"]);
/** Of packages of others: what tools for people read. Licences stay. */
const unusedEnding = /\.(map|md|markdown|d\.ts|d\.mts|d\.cts)$/;
const testEnding = /\.(test|contract)\.ts$/;

function gather(name: ImageName, folder: string): Closure {
  const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lockfile;
  const image: { workspace: string; built?: readonly string[] } = images[name];
  const closure = closureOf(lockfile, image.workspace, (path) => existsSync(join(root, path)));
  const nested = new Set(Object.keys(lockfile.packages).filter((path) => !path.includes("node_modules/")));
  for (const path of closure.workspaces) {
    copy(path, folder, (inside) => {
      const isOther = inside !== path && nested.has(inside);
      return !isOther && !unusedFolders.has(basename(inside)) && !testEnding.test(inside);
    });
  }
  for (const path of closure.packages) {
    // Packages inside of it come by themselves, if they are needed.
    copy(path, folder, (inside) => inside !== join(path, "node_modules") && !unusedEnding.test(inside));
  }
  for (const path of image.built ?? []) {
    if (!existsSync(join(root, path))) throw new Error(`${path} is not built`);
    copy(path, folder, () => true);
  }
  for (const [link, target] of closure.links) {
    mkdirSync(join(folder, dirname(link)), { recursive: true });
    symlinkSync(relative(dirname(link), target), join(folder, link));
  }
  return closure;
}

/** @param takes told of every path from the root */
function copy(path: string, folder: string, takes: (path: string) => boolean): void {
  cpSync(join(root, path), join(folder, path), {
    recursive: true,
    filter: (source) => takes(relative(root, source)),
  });
}

function main(): void {
  const [given, ...wanted] = process.argv.slice(2);
  if (given === undefined) throw new Error("usage: node tools/images/gather.ts FOLDER [IMAGE...]");
  const folder = resolve(given);
  const names = Object.keys(images) as ImageName[];
  for (const name of names.filter((each) => wanted.length === 0 || wanted.includes(each))) {
    rmSync(join(folder, name), { recursive: true, force: true });
    const { workspaces, packages } = gather(name, join(folder, name));
    console.log(`${name}: ${workspaces.length} workspaces, ${packages.length} packages`);
  }
  mkdirSync(join(folder, "node"), { recursive: true });
  copyFileSync(realpathSync(join(root, "node_modules/.bin/node")), join(folder, "node/node"));
}

main();
