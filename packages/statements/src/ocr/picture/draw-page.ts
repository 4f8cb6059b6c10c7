import { type Canvas, createCanvas } from "@napi-rs/canvas";
import type { OpenDocument } from "../../pdf/document.ts";
import { dotsPerInch, maxPagePixels } from "./limits.ts";

export type DrawnPage = {
  canvas: Canvas;
  /** The page as displayed, in points. */
  width: number;
  height: number;
  /** Pixels to a point. */
  scale: number;
};

/** The page as a viewer shows it, on white. */
export async function drawPage(proxy: OpenDocument["proxy"], number: number): Promise<DrawnPage> {
  const page = await proxy.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPagePixels / (width * height)));
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(
    Math.max(1, Math.round(viewport.width)),
    Math.max(1, Math.round(viewport.height)),
  );
  // pdf.js asks for a browser's canvas; this one draws the same.
  await page.render({ canvas: canvas as never, viewport, background: "#ffffff" }).promise;
  page.cleanup();
  return { canvas, width, height, scale };
}
