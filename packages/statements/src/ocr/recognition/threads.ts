/** Threads of Tesseract for one file; each reads a page at a time and takes some 150 MB. */
export const mostThreads = 2;
