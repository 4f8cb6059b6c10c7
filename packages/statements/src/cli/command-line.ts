import { parseArgs } from "node:util";

export const USAGE = `Usage: finflow-statements FILE [--password P | --password-stdin] [--ocr=auto|never] [--json]

Reads a bank statement and says whether its rows add up to its balances. The file is a PDF, or what banks give beside
it: CAMT.053, OFX (QFX, QBO) or CSV; which of them is told by its content.

  --password P       the file's password; other users of this machine can see it in the list of processes
  --password-stdin   takes the password from the first line of standard input instead
  --ocr=auto|never   whether pages that are pictures without text are read by character recognition; auto is the
                     default, takes seconds for a page, and is said on standard error
  --json             the whole statement as JSON

Exit codes
   0  reconciled: the rows add up
   2  rows found, but they contradict what is printed or nothing printed proves them
   3  password needed
   4  wrong password
   5  unreadable, damaged, of a kind that is not read, or encrypted in a way that is not supported
   6  no statement found, or a scan that cannot be read
   7  over a limit: 20 MiB, pages, 10 s of processor time, 30 s, 400 MB of memory;
      for a scan 20 pages, 150 s of processor time, 90 s, 1 GB of memory
  64  wrong command line
  70  an error of this program
`;

export type CommandLine =
  | { help: true }
  | { help: false; file: string; json: boolean; ocr: Ocr; password?: string; fromStdin: boolean };

export type Ocr = "auto" | "never";

export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** @throws UsageError with a message that names what is wrong. */
export function parseCommandLine(args: string[]): CommandLine {
  const { values, positionals } = parsed(args);
  if (values.help) return { help: true };
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("no file given");
  if (more.length > 0) throw new UsageError(`one file at a time, not ${positionals.length}`);
  const fromStdin = values["password-stdin"] ?? false;
  if (fromStdin && values.password !== undefined) {
    throw new UsageError("--password and --password-stdin do not go together");
  }
  const ocr = values.ocr ?? "auto";
  if (ocr !== "auto" && ocr !== "never") throw new UsageError("--ocr is auto or never");
  return { help: false, file, json: values.json ?? false, ocr, password: values.password, fromStdin };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        password: { type: "string" },
        "password-stdin": { type: "boolean" },
        ocr: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const [line] = (error as Error).message.split("\n");
    throw new UsageError(line ?? "wrong options");
  }
}
