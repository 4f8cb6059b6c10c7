import { createWriteStream, existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const largest = 20_000_000;

export type LogFile = {
  readonly path: string;
  readonly write: (line: string) => void;
  readonly close: () => Promise<void>;
};

/**
 * Where solo's JSON lines go, so that the terminal shows what a person asked for. One file before this one is
 * kept. A disk that is full loses lines, not the process.
 */
export function openLogFile(folder: string): LogFile {
  const path = join(folder, "finflow.jsonl");
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`);
  const stream = createWriteStream(path, { flags: "a", mode: 0o600 });
  let hasFailed = false;
  stream.on("error", (error) => {
    if (!hasFailed) console.error(`the log cannot be written: ${error.message}`);
    hasFailed = true;
  });
  return {
    path,
    write: (line) => {
      if (!hasFailed) stream.write(line);
    },
    close: () => (hasFailed ? Promise.resolve() : new Promise((resolve) => stream.end(() => resolve()))),
  };
}
