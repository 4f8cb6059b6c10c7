import { setImmediate as nextTurn } from "node:timers/promises";

let readers = 0;

/**
 * On some broken files pdf.js rejects a promise that nobody holds, beside the error that it does report; Node would
 * end the process for it. While a file is read, rejections that come out of pdf.js's own code are let go; any other
 * ends the process as it would have.
 */
export async function withoutStrayRejections<Result>(read: () => Promise<Result>): Promise<Result> {
  if (readers++ === 0) process.on("unhandledRejection", letGo);
  try {
    return await read();
  } finally {
    // Node reports a stray rejection a turn after it happened.
    await nextTurn();
    if (--readers === 0) process.off("unhandledRejection", letGo);
  }
}

function letGo(reason: unknown): void {
  const stack = String((reason as { stack?: unknown } | null)?.stack ?? "");
  if (stack.includes("pdfjs-dist") || stack.includes("pdf.worker")) return;
  queueMicrotask(() => {
    throw reason;
  });
}
