/** Pages of one file that are read by OCR; a statement that is scanned has a few. */
export const maxPicturePages = 20;

/** Pixels to the inch at which pages are drawn: docs/accuracy.md has what other resolutions give. */
export const dotsPerInch = 200;

/**
 * Pixels of one drawn page: A4 at 300 dpi. Pages whose size says nothing (a point for each pixel of the scanner)
 * are drawn smaller than `dotsPerInch` for it.
 */
export const maxPagePixels = 2480 * 3508;

/** Pixels of one picture inside a page: A3 at 600 dpi. pdf.js leaves out what is larger. */
export const maxPicturePixels = 7016 * 9921;
