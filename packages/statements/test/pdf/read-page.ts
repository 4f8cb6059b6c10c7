import { toLines } from "../../src/layout/lines.ts";
import { closeDocument, openDocument } from "../../src/pdf/document.ts";
import { readWords, type WrittenPage } from "../../src/pdf/words.ts";
import { type PdfObject, pdfFile } from "../child/pdf-file.ts";

export type RawPage = {
  content: string;
  /** Further entries of the page, of its resources, of the catalog; further objects, as 6, 7, … */
  page?: string;
  resources?: string;
  catalog?: string;
  objects?: readonly PdfObject[];
  font?: string;
};

const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/** A file of one page, 400 by 300 points, with this content stream; its font is /F. */
export function rawPdf({ content, page = "", resources = "", catalog = "", objects = [], font }: RawPage) {
  return pdfFile([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /Contents 4 0 R /Resources 5 0 R ${page} >>`,
    { stream: content },
    `<< /Font << /F ${font ?? helvetica} /C << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> ${resources} >>`,
    ...objects,
  ]);
}

export async function readPage(raw: RawPage | string): Promise<WrittenPage> {
  const document = await openDocument(rawPdf(typeof raw === "string" ? { content: raw } : raw));
  try {
    return await readWords(document, 1);
  } finally {
    await closeDocument(document);
  }
}

/** The lines of a page as text, their words apart by a bar. */
export async function readLines(raw: RawPage | string): Promise<string[]> {
  return toLines(await readPage(raw)).map(({ words }) => words.map(({ text }) => text).join("|"));
}
