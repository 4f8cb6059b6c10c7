import { join } from "node:path";
import { type ChildProgram, scanProgram } from "../../src/child/program.ts";
import {
  createStatementReader,
  type StatementReader,
  type StatementReaderSettings,
} from "../../src/child/statement-reader.ts";
import type { ReadOptions } from "../../src/statement.ts";

export const obedientProgram: ChildProgram = {
  entry: join(import.meta.dirname, "obedient-child.ts"),
  readable: [import.meta.dirname, join(import.meta.dirname, "../../src/child")],
};

/** The same under the sandbox of the child that reads scans. */
export const obedientScanProgram: ChildProgram = {
  ...obedientProgram,
  threads: scanProgram().threads,
  nativeCode: scanProgram().nativeCode,
};

export function obedientReader(settings: StatementReaderSettings = {}): StatementReader {
  return createStatementReader({
    ahead: 0,
    networkDenial: "where_possible",
    program: obedientProgram,
    ...settings,
  });
}

/** Has a child do something, and gives back what it said. */
export async function command(
  reader: StatementReader,
  deed: string,
  options?: ReadOptions,
  signal?: AbortSignal,
): Promise<string> {
  const statement = await reader.read(Buffer.from(deed), options, signal);
  return statement.accounts[0]?.institution ?? "";
}
