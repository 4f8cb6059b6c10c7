import { readStatement } from "../read-statement.ts";
import type { ReadOptions, Statement } from "../statement.ts";
import { canvasGlobals } from "./canvas-globals.ts";
import { maxPicturePixels } from "./limits.ts";
import { readPictures } from "./read-pictures.ts";

/**
 * Reads a statement as `readStatement` does, and pages without text by OCR. What was read so is under the same
 * verdict, with the warning `read_by_ocr`. It starts threads, loads native code and takes seconds for a page: a
 * service runs it in a child process with limits of its own (`child/`).
 *
 * @throws StatementError like `readStatement`; scanned_without_text where OCR finds no statement either, too_many_pages
 * where more than 20 pages would need it
 */
export function readScannedStatement(bytes: Uint8Array, options: ReadOptions = {}): Promise<Statement> {
  canvasGlobals();
  return readStatement(bytes, options, { maxPixels: maxPicturePixels, read: readPictures });
}
