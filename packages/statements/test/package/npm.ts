import { spawnSync } from "node:child_process";

/** What a person's own settings are; the rest that npm leaves in its scripts' environment is about this repository. */
const kept = new Set(["npm_config_registry", "npm_config_cache", "npm_config_userconfig"]);

/** Runs the npm that runs us, or the one on the path, in a folder that is not of this repository. */
export function npm(args: string[], cwd: string): string {
  const path = process.env.npm_execpath;
  const [command, ...first] = path && /npm-cli\.c?js$/.test(path) ? [process.execPath, path] : ["npm"];
  const environment = Object.entries(process.env).filter(([name]) => !/^npm_/.test(name) || kept.has(name));
  const { status, stdout, stderr, error } = spawnSync(command!, [...first, ...args], {
    cwd,
    encoding: "utf8",
    // The dependencies are there, or nothing here would run.
    env: { ...Object.fromEntries(environment), FINFLOW_SKIP_INSTALL: "1" },
  });
  if (status !== 0) throw new Error(`npm ${args.join(" ")}: ${error?.message ?? stderr}`);
  return stdout;
}
