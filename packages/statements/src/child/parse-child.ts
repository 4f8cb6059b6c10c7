import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { type FailureReason, type ReadOptions, type Statement, StatementError } from "../statement.ts";
import { checkAnswer } from "./check-answer.ts";
import { createFrameReader, encodeRequest, READY } from "./frame.ts";
import type { ReadLimits } from "./limits.ts";
import type { ChildProgram } from "./program.ts";
import { sandboxed } from "./sandbox.ts";
import { type Usage, watchUsage } from "./usage.ts";

/** How much of a child's last words is kept; they only tell how it died and go nowhere. */
const STDERR_BYTES = 8192;

/** A process started for one file. */
export type ParseChild = {
  readonly pid: number | undefined;
  /** Reads the one file; rejects with a StatementError, or with the signal's reason when it is aborted. */
  read(bytes: Uint8Array, options: ReadOptions, signal?: AbortSignal): Promise<Statement>;
  /** Ends it at once, whatever it does; `read` then rejects as `internal`. */
  kill(): void;
  /** Resolves when the process is gone, however it went. */
  readonly ended: Promise<void>;
};

/**
 * Starts a process that can read nothing but its own code, reach no network and start nothing, and that
 * ends when its limits are passed, when its one file is read, or when this process ends.
 */
export function startChild(program: ChildProgram, limits: ReadLimits): ParseChild {
  const child = spawn("/bin/sh", sandboxed(program, limits), {
    cwd: "/",
    env: {},
    stdio: ["pipe", "ignore", "pipe", "pipe"],
    // A group of its own: Ctrl-C is for the parent, which may want to let a file finish.
    detached: true,
  });
  const stdin = child.stdin as Writable;
  const answers = child.stdio[3] as Readable;
  let lastWords = "";
  let started = false;
  let handedOver: (() => void) | undefined;
  let settled: { statement: Statement } | { error: unknown } | undefined;
  let onSettled: (() => void) | undefined;
  let cpuBefore: number | undefined;
  let stopWatching = () => {};
  let clock = setTimeout(() => fail("internal", "did not start in time"), limits.startSeconds * 1000);

  function settle(outcome: NonNullable<typeof settled>): void {
    stopWatching();
    clearTimeout(clock);
    settled ??= outcome;
    child.kill("SIGKILL");
    onSettled?.();
  }

  function fail(reason: FailureReason, how?: string): void {
    settle({ error: new StatementError(reason, how ? { cause: new Error(`the parse child ${how}`) } : {}) });
  }

  function onUsage(usage: Usage): void {
    cpuBefore ??= usage.cpuSeconds;
    if (usage.residentBytes > limits.memoryBytes) fail("out_of_memory");
    else if (usage.cpuSeconds - cpuBefore > limits.cpuSeconds) fail("timed_out");
  }

  function onFrame(payload: Buffer): void {
    if (settled) return;
    try {
      const message: unknown = JSON.parse(payload.toString());
      if (message === READY && !started) {
        started = true;
        clearTimeout(clock);
        handedOver?.();
      } else {
        settle(checkAnswer(message));
      }
    } catch (error) {
      settle({ error: new StatementError("internal", { cause: error }) });
    }
  }

  const onChunk = createFrameReader(limits.answerBytes, onFrame);
  answers.on("data", (chunk: Buffer) => {
    if (!settled && !onChunk(chunk)) fail("out_of_memory");
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString("latin1")).slice(-STDERR_BYTES);
  });
  // A child that dies closes its pipes early; how it died is told by its exit.
  for (const stream of [stdin, answers, child.stderr]) stream?.on("error", () => {});

  const ended = new Promise<void>((resolve) => {
    child.on("error", (error) => {
      settle({ error: new StatementError("internal", { cause: error }) });
      if (child.pid === undefined) resolve();
    });
    child.on("close", (code, signal) => {
      if (!settled) fail(...reasonOfExit(code, signal, lastWords));
      resolve();
    });
  });

  function handOver(bytes: Uint8Array, options: ReadOptions): void {
    if (child.pid !== undefined) stopWatching = watchUsage(child.pid, onUsage);
    clock = setTimeout(() => fail("timed_out"), limits.clockSeconds * 1000);
    for (const part of encodeRequest(bytes, options)) stdin.write(part);
  }

  return {
    pid: child.pid,
    ended,
    kill: () => fail("internal", "was stopped"),
    read: (bytes, options, signal) =>
      new Promise<Statement>((resolve, reject) => {
        const onAbort = () => settle({ error: signal?.reason });
        onSettled = () => {
          signal?.removeEventListener("abort", onAbort);
          if (settled && "statement" in settled) resolve(settled.statement);
          else reject(settled?.error);
        };
        if (signal?.aborted) onAbort();
        if (settled) return onSettled();
        signal?.addEventListener("abort", onAbort, { once: true });
        handedOver = () => handOver(bytes, options);
        if (started) handedOver();
      }),
  };
}

/**
 * What a death that nobody here ordered says about the file. Node prints before it gives up for want of
 * memory; the kernel sends SIGXCPU past the processor time. Anything else may be the file's doing or ours,
 * so it is called ours.
 */
function reasonOfExit(
  code: number | null,
  signal: NodeJS.Signals | null,
  lastWords: string,
): [FailureReason, string] {
  const how = `ended by itself (${signal ?? `code ${code}`})`;
  if (signal === "SIGXCPU") return ["timed_out", how];
  const outOfMemory = /out of memory|heap limit|allocation failed/i.test(lastWords);
  return [outOfMemory && code !== 0 ? "out_of_memory" : "internal", how];
}
