import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const pinned = ["pdfplumber==0.11.10", "camelot-py==2.0.0", "monopoly-core==0.23.4"];

/**
 * A Python with the other tools in it, made once in a cache folder. monopoly builds a part of itself against poppler,
 * whose headers and programs come from the system (`apt-get install poppler-utils libpoppler-cpp-dev g++`).
 *
 * @returns the path of its interpreter
 */
export function pythonWithTools(cache: string): string {
  const python = join(cache, "venv/bin/python");
  const done = join(cache, "installed.txt");
  if (existsSync(done) && readFileSync(done, "utf8") === pinned.join("\n")) return python;
  mkdirSync(cache, { recursive: true });
  const run = (program: string, args: string[]) => execFileSync(program, args, { stdio: "inherit" });
  if (!existsSync(python)) run("python3", ["-m", "venv", join(cache, "venv")]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...pinned]);
  writeFileSync(done, pinned.join("\n"));
  return python;
}
