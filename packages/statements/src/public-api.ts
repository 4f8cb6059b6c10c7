/** All that the published package offers; in the repository each module is imported by its own path. */
export { DEFAULT_LIMITS, type ReadLimits } from "./child/limits.ts";
export {
  createStatementReader,
  type StatementReader,
  type StatementReaderSettings,
} from "./child/statement-reader.ts";
export { readStatement } from "./read-statement.ts";
export {
  type Check,
  type FailureReason,
  type ReadOptions,
  type Statement,
  type StatementAccount,
  StatementError,
  type StatementRow,
  type Verdict,
  type Warning,
} from "./statement.ts";
