/** All that the published package offers; in the repository each module is imported by its own path. */
import { readStatement as read } from "./read-statement.ts";
import type { ReadOptions, Statement } from "./statement.ts";

export { DEFAULT_LIMITS, type ReadLimits, SCAN_LIMITS } from "./child/limits.ts";
export { canReadScans } from "./child/program.ts";
export { createScanReader, readScan, wantsOcr } from "./child/read-scan.ts";
export {
  createStatementReader,
  type StatementReader,
  type StatementReaderSettings,
} from "./child/statement-reader.ts";
export {
  type Check,
  type FailureReason,
  type FileFormat,
  type OtherFormat,
  type ReadOptions,
  type Statement,
  type StatementAccount,
  StatementError,
  type StatementRow,
  type Verdict,
  type Warning,
} from "./statement.ts";

/**
 * Reads a bank or card statement: its rows, and whether what is printed proves them. It opens no file but its own
 * tables of letters, and no connection. A stranger's file is better read by `createStatementReader`.
 *
 * @param bytes the file; not changed
 * @throws StatementError with the reason
 */
// Its type is told here, since the module's own names types of the PDF library that a reader need not have.
export const readStatement: (bytes: Uint8Array, options?: ReadOptions) => Promise<Statement> = (
  bytes,
  options,
) => read(bytes, options);
