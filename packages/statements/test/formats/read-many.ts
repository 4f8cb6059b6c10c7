/**
 * Reads one file after the other for its parent, in a process as any other program's: what nobody catches ends it.
 * node:test, which the parent runs under, counts rejections that the PDF library leaves behind as failures.
 */
import { readStatement } from "../../src/read-statement.ts";
import { StatementError } from "../../src/statement.ts";

process.on("message", async (bytes: Uint8Array) => {
  const copy = Buffer.from(bytes);
  try {
    const statement = await readStatement(bytes);
    process.send!(
      copy.equals(bytes) ? { statement: JSON.stringify(statement) } : { wrong: "the bytes were changed" },
    );
  } catch (error) {
    const isExpected = error instanceof StatementError && error.reason !== "internal";
    process.send!(isExpected ? { reason: error.reason } : { wrong: String((error as Error).cause ?? error) });
  }
});
process.send!({ ready: true });
