/**
 * Writes what each image is made of as CycloneDX into dist/sbom/: `npm run sbom`. npm says what the lockfile holds; of
 * that, an image has what its service needs. (`npm sbom --omit=dev` leaves out what is needed both to run and to test.)
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closureOf, type Lockfile } from "../images/closure.ts";
import { type ImageName, images } from "../images/images.ts";
import { type Sbom, within } from "./sbom-within.ts";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "dist/sbom");
/** It runs in every image, and no service names it. */
const node = `node_modules/node-linux-${process.arch}`;

function sbomOfAll(): Sbom {
  const flags = ["--package-lock-only", "--sbom-format=cyclonedx"];
  const text = execFileSync("npm", ["sbom", ...flags], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64_000_000,
  });
  return JSON.parse(text) as Sbom;
}

function write(name: string, sbom: Sbom): void {
  const file = join(folder, `${name}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  console.log(`${file}: ${sbom.components.length} components`);
}

const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lockfile;
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
const all = sbomOfAll();
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(images) as ImageName[]) {
  const closure = closureOf(lockfile, images[name].workspace, (path) => existsSync(join(root, path)));
  const held = [node, ...closure.packages, ...closure.workspaces].map(nameAndVersion);
  write(`finflow-${name}`, within(all, held, `finflow-${name}`, version));
}

/** As npm refers to what the lockfile has at a path. */
function nameAndVersion(path: string): string {
  const locked = lockfile.packages[path];
  return `${locked?.name ?? path.split("node_modules/").at(-1)}@${locked?.version}`;
}
