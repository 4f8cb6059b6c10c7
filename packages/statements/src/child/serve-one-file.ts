import { writeSync } from "node:fs";
import { type ReadOptions, type Statement, StatementError } from "../statement.ts";
import { type Answer, createFrameReader, encodeFrame, READY } from "./frame.ts";

const ANSWERS = 3;

function send(message: Answer | typeof READY): void {
  for (const part of encodeFrame(Buffer.from(JSON.stringify(message)))) {
    for (let sent = 0; sent < part.byteLength; ) sent += writeSync(ANSWERS, part, sent);
  }
}

function answer(message: Answer): never {
  send(message);
  process.exit(0);
}

/** The engine names what it expects to go wrong; here is what only the runtime notices. */
function failure(thrown: unknown): Answer {
  const unexpected = thrown instanceof StatementError && thrown.reason === "internal";
  const error = unexpected ? (thrown.cause ?? thrown) : thrown;
  if (error instanceof StatementError) {
    return { reason: error.reason, where: places(error.cause), format: error.format };
  }
  if (error instanceof RangeError) {
    // A file whose parts contain each other deeper than any stack is broken on purpose or by accident.
    if (/call stack/i.test(error.message)) return { reason: "damaged", where: places(error) };
    if (/allocation failed|invalid (?:array|string|typed array) length/i.test(error.message)) {
      return { reason: "out_of_memory", where: places(error) };
    }
  }
  return { reason: "internal", where: places(error) };
}

/** The error's class and its stack without its message, which can quote the file. */
function places(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return [error.constructor.name, ...frames].join("\n").slice(0, 4000);
}

type Read = (bytes: Uint8Array, options: ReadOptions) => Promise<Statement>;

/**
 * What a child's process does: it gets one file through its standard input, answers on descriptor 3, and lives no
 * longer than its parent keeps standard input open.
 *
 * @param warmUp runs before the child says that it is ready: the clock of a file starts when the child takes it
 */
export async function serveOneFile(read: Read, warmUp: () => Promise<void>): Promise<void> {
  // The PDF library reports oddities of a file on the console, quoting it.
  for (const method of ["debug", "error", "info", "log", "trace", "warn"] as const)
    console[method] = () => {};
  process.on("uncaughtException", (error) => answer(failure(error)));
  await warmUp();
  const request: Buffer[] = [];
  const onChunk = createFrameReader(Number.POSITIVE_INFINITY, (payload) => {
    request.push(payload);
    const [options, bytes] = request;
    if (!options || !bytes) return;
    // From here on only the reading itself keeps the process alive. When nothing is left to do and there is
    // no answer, the file made the PDF library wait for itself.
    process.stdin.unref();
    process.on("beforeExit", () => answer({ reason: "damaged" }));
    read(new Uint8Array(bytes), JSON.parse(options.toString())).then(
      (statement) => answer({ statement }),
      (error: unknown) => answer(failure(error)),
    );
  });
  process.stdin.on("data", onChunk);
  process.stdin.on("end", () => process.exit(0));
  process.stdin.on("error", () => process.exit(0));
  send(READY);
}
