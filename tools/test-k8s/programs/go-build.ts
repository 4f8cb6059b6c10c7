import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cachedFolder } from "@finflow/local-servers/cache-folder";
import { download } from "@finflow/local-servers/download";
import { ServerError } from "@finflow/local-servers/server-error";
import { goCommand } from "./go.ts";

const run = promisify(execFile);

/** Go's own caches; `.cache/` is kept between runs, so that a changed test does not compile Istio again. */
const goCache = join(import.meta.dirname, "../../../.cache/go");

export type GoBuild = {
  name: string;
  /** Folder beside this one's parent with `go.mod` and `go.sum`, which pin everything. */
  module: string;
  /** Import path of a main package, or `./folder` of the module itself. */
  package: string;
  /** Builds the package's tests instead. */
  tests?: boolean;
  /** Names a program of one's own instead. */
  variable: string;
};

/**
 * The path of a program of a Go module, built once for what go.sum and the module's own sources hold. The first time
 * on a machine takes minutes.
 *
 * @throws ServerError `unavailable` where there is no Go, `did_not_start` when it does not compile
 */
export async function goBuild(build: GoBuild): Promise<string> {
  const own = process.env[build.variable];
  if (own) return own;
  const module = join(import.meta.dirname, "..", build.module);
  const folder = await cachedFolder(`${build.name}-${versionOf(module, build)}`, (aside) =>
    compile(build, module, join(aside, build.name)),
  );
  return join(folder, build.name);
}

function versionOf(module: string, build: GoBuild): string {
  const hash = createHash("sha256");
  const ofItsOwn = build.package.startsWith("./") ? globSync(`${build.package}/*.go`, { cwd: module }) : [];
  for (const file of ["go.mod", "go.sum", ...ofItsOwn.toSorted()])
    hash.update(file).update(readFileSync(join(module, file)));
  return hash.digest("hex").slice(0, 12);
}

async function compile(build: GoBuild, module: string, to: string): Promise<void> {
  const command = build.tests ? ["test", "-c", "-vet=off"] : ["build"];
  const began = performance.now();
  const go = await goCommand();
  const env = {
    ...process.env,
    ...{ CGO_ENABLED: "0", GOFLAGS: "-buildvcs=false -modcacherw" },
    ...{ GOCACHE: join(goCache, "build"), GOMODCACHE: join(goCache, "mod") },
  };
  console.error(`builds ${build.name} from ${build.package}; the first time this takes minutes`);
  // Fetches the modules that it needs, and no others, before anything is compiled.
  const packages = ["list", "-deps", ...(build.tests ? ["-test"] : []), "-f", "{{.Name}}", build.package];
  await download(build.name, go, packages, module, env);
  try {
    await run(go, [...command, "-ldflags=-s -w", "-o", to, build.package], {
      ...{ cwd: module, env, maxBuffer: 64_000_000 },
    });
  } catch (cause) {
    const { stderr, message } = cause as { stderr?: string; message: string };
    const said = (stderr || message).trim().split("\n").slice(-20).join("\n");
    throw new ServerError("did_not_start", `${build.name} could not be built: ${said}`, { cause });
  }
  console.error(`built ${build.name} in ${Math.round((performance.now() - began) / 1000)} s`);
}
