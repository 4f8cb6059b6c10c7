/** The process that reads one file's text and ends. It is started ahead, with its code loaded. */
import { readStatement } from "../read-statement.ts";
import { serveOneFile } from "./serve-one-file.ts";
import { warmUp } from "./warm-up.ts";

await serveOneFile((bytes, options) => readStatement(bytes, options), warmUp);
