import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, realpath, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { buildah, isolation } from "./buildah.ts";

const execute = promisify(execFile);
const root = join(import.meta.dirname, "../..");
const cache = join(root, ".cache/images");

/** The Debian release that this machine's apt is set up for is what can be fetched from here. */
const suite = "bookworm";
const authorities = "/etc/ssl/certs/ca-certificates.crt";

/**
 * What stands in for the Dockerfile's bases where no registry can be reached: a minimal Debian, and the same with the
 * pinned Node and this machine's npm. Made once, from where this machine's apt gets its packages.
 *
 * @returns their names, as build arguments
 */
export async function localBases(): Promise<string[]> {
  const { node, npm, version } = await programs();
  const base = `localhost/finflow-base:${suite}`;
  const buildBase = `localhost/finflow-build-base:${suite}-${version}`;
  const isThere = (image: string) => buildah("inspect", "--type", "image", image).then(Boolean, () => false);
  if (!(await isThere(base))) await makeBase(base);
  if (!(await isThere(buildBase))) await makeBuildBase(base, buildBase, node, npm);
  return ["--build-arg", `BASE=${base}`, "--build-arg", `BUILD_BASE=${buildBase}`];
}

async function makeBase(name: string): Promise<void> {
  const folder = join(cache, "debian");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { stdout } = await execute("apt-get", ["indextargets", "--format", "$(RELEASE) $(REPO_URI)"]);
  const mirror = stdout
    .split("\n")
    .find((line) => line.startsWith(`${suite} `))
    ?.split(" ")[1];
  if (!mirror) throw new Error(`apt has no source for ${suite}`);
  await execute("debootstrap", ["--variant=minbase", suite, folder, mirror], { maxBuffer: 16_000_000 });
  const container = await buildah("from", "scratch");
  await buildah("add", container, folder, "/");
  await buildah("commit", "--quiet", "--rm", container, name);
  await rm(folder, { recursive: true });
}

async function makeBuildBase(base: string, name: string, node: string, npm: string): Promise<void> {
  const container = await buildah("from", base);
  await buildah("copy", container, node, "/usr/local/bin/node");
  await buildah("copy", container, npm, "/usr/local/lib/node_modules/npm");
  // Whoever this machine trusts to get packages from.
  await buildah("copy", container, authorities, authorities);
  await buildah("config", "--env", `NODE_EXTRA_CA_CERTS=${authorities}`, container);
  const link = "ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm";
  const install = `${link} && chmod +x /usr/local/lib/node_modules/npm/bin/npm-cli.js`;
  await buildah("run", ...isolation, container, "--", "sh", "-c", install);
  await buildah("commit", "--quiet", "--rm", container, name);
}

/** The pinned Node as a file, npm's folder, and a word that changes when either does. */
async function programs(): Promise<{ node: string; npm: string; version: string }> {
  const npm = await npmFolder();
  await mkdir(cache, { recursive: true });
  const node = join(cache, "node");
  await copyFile(await realpath(join(root, "node_modules/.bin/node")), node);
  const said = JSON.parse(await readFile(join(npm, "package.json"), "utf8")) as { version: string };
  const version = createHash("sha256").update(`${process.version} ${said.version}`).digest("hex").slice(0, 8);
  return { node, npm, version };
}

/** Where the npm on the path lies: its own answer to that depends on which Node runs it. */
async function npmFolder(): Promise<string> {
  const { stdout } = await execute("sh", ["-c", "command -v npm"]);
  const program = await realpath(stdout.trim());
  if (basename(program) !== "npm-cli.js") throw new Error(`${program} is not npm's own program`);
  return join(dirname(program), "..");
}
