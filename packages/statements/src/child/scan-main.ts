/**
 * The process that reads one file, its pages without text by OCR, and ends. It is started when there is one. Threads
 * and native code are there before the file is, and none can be had after.
 */
import { canvasGlobals } from "../ocr/picture/canvas-globals.ts";
import { pictureReader } from "../ocr/read-pictures.ts";
import { openRecognizers } from "../ocr/recognition/recognizer.ts";
import { readStatement } from "../read-statement.ts";
import { dropPermissions } from "./drop-permissions.ts";
import { serveOneFile } from "./serve-one-file.ts";
import { warmUp } from "./warm-up.ts";

canvasGlobals();
const recognizers = await openRecognizers();
const pictures = pictureReader(recognizers);

await serveOneFile(
  (bytes, options) => readStatement(bytes, options, pictures),
  async () => {
    await warmUp();
    dropPermissions();
  },
);
