import { readStatement } from "../read-statement.ts";
import type { ReadOptions, Statement } from "../statement.ts";
import { canvasGlobals } from "./picture/canvas-globals.ts";
import { pictureReader } from "./read-pictures.ts";
import { openRecognizers } from "./recognition/recognizer.ts";

/**
 * Reads a statement as `readStatement` does, and pages without text by OCR. What was read so is under the same
 * verdict, with the warning `read_by_ocr`. It starts threads, loads native code and takes seconds for a page: a
 * service runs it in a child process with limits of its own (`child/read-scan`).
 *
 * @throws StatementError like `readStatement`; scanned_without_text where OCR finds no words either, too_many_pages
 * where more than 20 pages would need it
 */
export async function readScannedStatement(bytes: Uint8Array, options: ReadOptions = {}): Promise<Statement> {
  canvasGlobals();
  const recognizers = await openRecognizers();
  try {
    return await readStatement(bytes, options, pictureReader(recognizers));
  } finally {
    await Promise.all(recognizers.map((recognizer) => recognizer.close()));
  }
}
