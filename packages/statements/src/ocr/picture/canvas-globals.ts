import { DOMMatrix, ImageData, Path2D } from "@napi-rs/canvas";

/** pdf.js draws with the browser's classes; without a browser it takes them from here, before it is loaded. */
export function canvasGlobals(): void {
  Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
}
