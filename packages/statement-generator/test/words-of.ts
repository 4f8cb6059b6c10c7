import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Every text item of a PDF, page by page, as pdf.js finds it: nothing of the engine under test takes part. */
export async function textsOf(bytes: Uint8Array): Promise<string[][]> {
  const assets = new URL("./", import.meta.resolve("pdfjs-dist/package.json"));
  const folder = (name: string) => decodeURIComponent(new URL(`${name}/`, assets).pathname);
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
  });
  const document = await task.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : [])));
  }
  await task.destroy();
  return pages;
}
