import { type ReadOptions, type Statement, StatementError } from "../statement.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";
import { type ParseChild, startChild } from "./parse-child.ts";
import { type ChildProgram, statementProgram } from "./program.ts";

export type StatementReader = {
  /**
   * Reads a file in a process of its own. Rejects with a StatementError; with the signal's reason when it
   * is aborted (the process is killed); with a plain Error when the reader is closed.
   */
  read(bytes: Uint8Array, options?: ReadOptions, signal?: AbortSignal): Promise<Statement>;
  /** Kills every process, those at work too (their `read` rejects as `internal`), and waits until all are gone. */
  close(): Promise<void>;
};

export type StatementReaderSettings = {
  /** Processes kept ready, with their code loaded (about 100 MB each). Default 1. */
  ahead?: number;
  /** Files read at the same time; more wait in order. Default: `ahead`, at least 1. */
  atOnce?: number;
  /** Those not given are DEFAULT_LIMITS. */
  limits?: Partial<ReadLimits>;
  /**
   * Node denies a process the network from 25 on. `required` (default) refuses to start on an older one; there
   * `where_possible` leaves a file that takes the PDF library over all it needs to call out.
   */
  networkDenial?: "required" | "where_possible";
  /** What the processes run; by default this package's own reading of statements. */
  program?: ChildProgram;
};

/**
 * Reads strangers' files, each in a process that is used once and thrown away, so that no file sees
 * another's memory and none can take this process along. The process may read the code of this package and
 * its dependencies; it may write nothing, start nothing and, on Node 25 and later, reach no network. Needs a
 * POSIX system with /bin/sh.
 */
export function createStatementReader(settings: StatementReaderSettings = {}): StatementReader {
  if (
    settings.networkDenial !== "where_possible" &&
    !process.allowedNodeEnvironmentFlags.has("--allow-net")
  ) {
    throw new Error(
      `Node ${process.version} cannot keep a process off the network: run 25 or later, or set networkDenial`,
    );
  }
  const ahead = settings.ahead ?? 1;
  const atOnce = settings.atOnce ?? Math.max(1, ahead);
  const limits = { ...DEFAULT_LIMITS, ...settings.limits };
  const program = settings.program ?? statementProgram();
  const idle = new Set<ParseChild>();
  const alive = new Set<ParseChild>();
  const waiting: (() => void)[] = [];
  let busy = 0;
  let closed = false;

  function start(): ParseChild {
    const child = startChild(program, limits);
    alive.add(child);
    void child.ended.then(() => {
      alive.delete(child);
      // Not replaced before the next file comes: a child that cannot start must not be started for ever.
      idle.delete(child);
    });
    return child;
  }

  function refill(): void {
    while (!closed && idle.size < ahead) idle.add(start());
  }

  function take(): ParseChild {
    const [first] = idle;
    if (first) idle.delete(first);
    const child = first ?? start();
    refill();
    return child;
  }

  /** Waits for one of the `atOnce` places; first come, first served. */
  async function place(signal: AbortSignal | undefined): Promise<void> {
    if (busy < atOnce) {
      busy++;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(signal?.reason);
      };
      waiting.push(enter);
      signal?.addEventListener("abort", leave, { once: true });
    });
  }

  function leavePlace(): void {
    const next = waiting.shift();
    // The place goes straight to the next in line, so that a newcomer cannot slip in between.
    if (next) next();
    else busy--;
  }

  async function read(
    bytes: Uint8Array,
    options: ReadOptions = {},
    signal?: AbortSignal,
  ): Promise<Statement> {
    signal?.throwIfAborted();
    if (bytes.byteLength > limits.fileBytes) throw new StatementError("too_large");
    await place(signal);
    if (closed) {
      leavePlace();
      throw new Error("the statement reader is closed");
    }
    const child = take();
    // The place is free when the memory is, not when the answer is there.
    void child.ended.then(leavePlace);
    return child.read(bytes, options, signal);
  }

  refill();
  return {
    read,
    close: async () => {
      closed = true;
      for (const child of alive) child.kill();
      await Promise.all([...alive].map((child) => child.ended));
    },
  };
}
