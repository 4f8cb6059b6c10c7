import { appendFileSync, closeSync, fstatSync, openSync, renameSync } from "node:fs";
import { join } from "node:path";

export type LogFile = {
  readonly path: string;
  readonly write: (line: string) => void;
  readonly close: () => void;
};

const defaults = {
  /** After this many bytes a new file begins. */
  largest: 20_000_000,
  /** How long lines are lost after a failure before the file is tried again, in milliseconds. */
  retryMs: 10_000,
};

/**
 * Where solo's JSON lines go, so that the terminal shows what a person asked for. One file before this one is
 * kept. A disk that is full loses lines until there is room again, not the process.
 *
 * Lines are written at once, as pino does by default: what a process says last before it is killed is what the
 * file is read for, and a file is never longer than `largest` and one line.
 */
export function openLogFile(folder: string, { largest, retryMs } = defaults): LogFile {
  const path = join(folder, "finflow.jsonl");
  let file: { descriptor: number; size: number } | undefined;
  let retryAt = 0;
  let hasFailed = false;
  let isClosed = false;

  function unlessItFails(work: () => void): void {
    try {
      work();
    } catch (error) {
      close();
      retryAt = performance.now() + retryMs;
      // Once: the terminal is for people.
      if (!hasFailed) console.error(`the log cannot be written: ${(error as Error).message}`);
      hasFailed = true;
    }
  }

  function open(): void {
    const descriptor = openSync(path, "a", 0o600);
    file = { descriptor, size: fstatSync(descriptor).size };
    if (file.size <= largest) return;
    close();
    renameSync(path, `${path}.1`);
    file = { descriptor: openSync(path, "a", 0o600), size: 0 };
  }

  function close(): void {
    if (file) closeSync(file.descriptor);
    file = undefined;
  }

  unlessItFails(open);
  return {
    path,
    write(line) {
      if (isClosed || (!file && performance.now() < retryAt)) return;
      unlessItFails(() => {
        if (!file || file.size > largest) {
          close();
          open();
        }
        if (!file) return;
        appendFileSync(file.descriptor, line);
        file.size += Buffer.byteLength(line);
      });
    },
    close() {
      isClosed = true;
      close();
    },
  };
}
