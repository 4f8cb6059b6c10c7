/** The command `finflow-statements`: one file in, its rows and verdict out. */
import { DEFAULT_LIMITS } from "../child/limits.ts";
import { canReadScans } from "../child/program.ts";
import { createScanReader, readScan, wantsOcr } from "../child/read-scan.ts";
import { createStatementReader, type StatementReader } from "../child/statement-reader.ts";
import { StatementError } from "../statement.ts";
import { type CommandLine, parseCommandLine, USAGE, UsageError } from "./command-line.ts";
import { harmless } from "./harmless.ts";
import {
  EXIT_INTERNAL,
  EXIT_OF_VERDICT,
  EXIT_UNREADABLE,
  EXIT_USAGE,
  FAILURES,
  helpFor,
} from "./outcomes.ts";
import { printJson, printStatement } from "./print-statement.ts";
import { readFileUpTo, readLine } from "./read-input.ts";

/** The PDF format takes 127 bytes of a password; more than this is some other file. */
const PASSWORD_BYTES = 1024;

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

function complain(message: string): void {
  process.stderr.write(`finflow-statements: ${message}\n`);
}

async function inputs(line: CommandLine & { help: false }) {
  const password = line.fromStdin ? await readLine(process.stdin, PASSWORD_BYTES) : line.password;
  if (line.fromStdin && password === undefined) {
    throw new UsageError(`the password on standard input has more than ${PASSWORD_BYTES} bytes`);
  }
  return { password, bytes: await readFileUpTo(line.file, DEFAULT_LIMITS.fileBytes) };
}

async function readAndPrint(line: CommandLine & { help: false }): Promise<number> {
  const readers: StatementReader[] = [];
  const close = () => Promise.all(readers.map((reader) => reader.close()));
  for (const [signal, number] of Object.entries(SIGNALS)) {
    process.once(signal, () => void close().finally(() => process.exit(128 + number)));
  }
  // Only now: a signal must find what it is to end.
  const reader = createStatementReader({ ahead: 1, networkDenial: "where_possible" });
  readers.push(reader);
  try {
    const { password, bytes } = await inputs(line);
    const text = reader.read(bytes, { password });
    const outcome = await text.catch((error: unknown) => error);
    let statement = text;
    if (line.ocr === "auto" && wantsOcr(outcome) && canReadScans()) {
      complain(`${harmless(line.file)}: pages without text: reading their pictures, some seconds for each`);
      const scans = createScanReader({ networkDenial: "where_possible" });
      readers.push(scans);
      statement = readScan(
        () => scans.read(bytes, { password }),
        () => text,
      );
    }
    const { status } = await statement;
    process.stdout.write(line.json ? printJson(await statement) : printStatement(await statement));
    return EXIT_OF_VERDICT[status];
  } catch (error) {
    return explain(line.file, error);
  } finally {
    await close();
  }
}

function explain(file: string, error: unknown): number {
  if (error instanceof StatementError) {
    const { exit } = FAILURES[error.reason];
    complain(`${harmless(file)}: ${helpFor(error)}`);
    // Where in the program, never what in the file.
    if (error.reason === "internal" && error.cause instanceof Error) complain(error.cause.message);
    return exit;
  }
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) {
    complain(`${harmless(file)}: cannot be read (${code})`);
    return EXIT_UNREADABLE;
  }
  throw error;
}

async function run(args: string[]): Promise<number> {
  try {
    const line = parseCommandLine(args);
    if (!line.help) return await readAndPrint(line);
    process.stdout.write(USAGE);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(`${error.message}\n\n${USAGE}`);
      return EXIT_USAGE;
    }
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return EXIT_INTERNAL;
  }
}

// The reader of our output may have seen enough (`| head`): no reason to complain.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") complain(error.message);
  process.exit(error.code === "EPIPE" ? undefined : EXIT_INTERNAL);
});
process.exitCode = await run(process.argv.slice(2));
