import { type Statement, StatementError } from "../statement.ts";
import { SCAN_LIMITS } from "./limits.ts";
import { scanProgram } from "./program.ts";
import {
  createStatementReader,
  type StatementReader,
  type StatementReaderSettings,
} from "./statement-reader.ts";

/** A reader of files with pages without text: one at a time, in a process that is started when there is one. */
export function createScanReader(
  settings: Pick<StatementReaderSettings, "networkDenial"> = {},
): StatementReader {
  return createStatementReader({
    ...settings,
    ahead: 0,
    atOnce: 1,
    limits: SCAN_LIMITS,
    program: scanProgram(),
  });
}

/** Whether pages without text were left out of a reading, be it a statement or the error that it ended with. */
export function wantsOcr(outcome: unknown): boolean {
  if (outcome instanceof StatementError) return outcome.reason === "scanned_without_text";
  const { warnings } = outcome as Partial<Statement>;
  return warnings?.includes("some_pages_without_text") ?? false;
}

/**
 * What a file gives with OCR. Where that ends in an error (a limit, say), what its text alone gives, if that is a
 * statement; it has the warning `some_pages_without_text`.
 */
export async function readScan(
  withOcr: () => Promise<Statement>,
  textAlone: () => Promise<Statement>,
): Promise<Statement> {
  try {
    return await withOcr();
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    return await textAlone().catch(() => {
      throw error;
    });
  }
}
