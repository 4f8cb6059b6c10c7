import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The lines of a PDF as pdf.js reads them: the pieces of text at one height of a page, left to right. */
export async function printedLines(pdf: Uint8Array, password?: string): Promise<string[][]> {
  const task = getDocument({ data: pdf.slice(), password, verbosity: 0, useSystemFonts: true });
  try {
    const document = await task.promise;
    const lines: string[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent();
      const byHeight = new Map<number, { x: number; text: string }[]>();
      for (const item of content.items) {
        if (!("str" in item) || item.str.trim() === "") continue;
        const height = Math.round(item.transform[5]);
        byHeight.set(height, [...(byHeight.get(height) ?? []), { x: item.transform[4], text: item.str }]);
      }
      const ordered = [...byHeight].sort(([one], [other]) => other - one);
      for (const [, pieces] of ordered) {
        lines.push(pieces.sort((one, other) => one.x - other.x).map(({ text }) => text));
      }
    }
    return lines;
  } finally {
    await task.destroy();
  }
}
