import type { Scanner } from "@finflow/sample-statements/scan-of";

/** From an office scanner to a sheet put askew on a cheap one, and sheets put in the wrong way round. */
export const scanners: Record<string, Scanner> = {
  "300 dpi, JPEG 80, 1.4 degrees askew": { dpi: 300, jpegQuality: 80, skew: 1.4, noise: 5 },
  "200 dpi, JPEG 85, 0.3 degrees askew": { dpi: 200, jpegQuality: 85, skew: -0.3, noise: 4 },
  "200 dpi, JPEG 75, on its side": { dpi: 200, jpegQuality: 75, quarters: 1, skew: 0.5, noise: 4 },
  "200 dpi, JPEG 75, on its head": { dpi: 200, jpegQuality: 75, quarters: 2, skew: -0.4, noise: 4 },
  "150 dpi, JPEG 60, noisy, 0.8 degrees askew": { dpi: 150, jpegQuality: 60, skew: 0.8, noise: 9 },
};
