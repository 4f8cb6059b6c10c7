import { createWriteStream, existsSync, openSync, renameSync, statSync, type WriteStream } from "node:fs";
import { join } from "node:path";

export type LogFile = {
  readonly path: string;
  readonly write: (line: string) => void;
  readonly close: () => Promise<void>;
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
 */
export function openLogFile(folder: string, { largest, retryMs } = defaults): LogFile {
  const path = join(folder, "finflow.jsonl");
  let stream: WriteStream | undefined;
  let size = 0;
  let retryAt = 0;
  let hasFailed = false;

  function open(): WriteStream | undefined {
    let descriptor: number;
    try {
      size = existsSync(path) ? statSync(path).size : 0;
      if (size > largest) {
        renameSync(path, `${path}.1`);
        size = 0;
      }
      // At once: a stream that opens the file later would find the one that came after it.
      descriptor = openSync(path, "a", 0o600);
    } catch (error) {
      failed(error as Error);
      return undefined;
    }
    const opened = createWriteStream(path, { fd: descriptor });
    opened.on("error", (error) => {
      if (stream === opened) stream = undefined;
      failed(error);
    });
    return opened;
  }

  function failed(error: Error): void {
    retryAt = performance.now() + retryMs;
    // Once: the terminal is for people.
    if (!hasFailed) console.error(`the log cannot be written: ${error.message}`);
    hasFailed = true;
  }

  stream = open();
  return {
    path,
    write(line) {
      if (stream && size > largest) {
        stream.end();
        stream = open();
      } else if (!stream && performance.now() >= retryAt) stream = open();
      if (!stream) return;
      size += Buffer.byteLength(line);
      stream.write(line);
    },
    close: () => {
      const last = stream;
      if (!last || last.destroyed) return Promise.resolve();
      return new Promise((resolve) => {
        last.once("close", () => resolve());
        last.end();
      });
    },
  };
}
