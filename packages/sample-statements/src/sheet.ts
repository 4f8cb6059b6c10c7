import PDFDocument from "pdfkit";
import { addDays } from "./civil-date.ts";
import type { Column, Layout } from "./layouts.ts";
import type { StatementSpec } from "./statement-spec.ts";

const versions = { aes256: "1.7ext3", aes128: "1.7", rc4: "1.4" } as const;

export const left = 40;
export const right = 555;
export const lineHeight = 13;
/** Below this the footer begins. */
export const bottom = 780;

const numeric = new Set(["amount", "debit", "credit", "balance"]);

/** A PDF document with a cursor, and the few ways of writing that statements need. */
export type Sheet = {
  document: PDFKit.PDFDocument;
  layout: Layout;
  /** Where the next line is written, in points from the top. */
  y: number;
};

/** The document, with nothing in its metadata that depends on when or where it is made. */
export function openSheet(spec: StatementSpec, layout: Layout): Sheet {
  const lastDay = spec.accounts
    .map(({ period }) => period.to)
    .sort()
    .at(-1)!;
  const created = new Date(`${spec.created ?? addDays(lastDay, 1)}T12:00:00Z`);
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    // pdfkit's types do not know "1.7ext3", which its security handler takes for AES-256.
    pdfVersion: (spec.password ? versions[spec.encryption ?? "aes256"] : "1.7") as "1.7",
    ...(spec.password && { userPassword: spec.password, ownerPassword: spec.password }),
    info: {
      Title: `${layout.labels.title}, ${spec.institution}`,
      Producer: "Finflow sample statements",
      Creator: "Finflow sample statements",
      CreationDate: created,
    },
  });
  return { document, layout, y: 0 };
}

export function write(
  sheet: Sheet,
  text: string,
  x: number,
  options: { size?: number; bold?: boolean } = {},
) {
  const { document } = sheet;
  useFont(sheet, options.bold ?? false, options.size ?? 9);
  document.text(text, x, sheet.y, { lineBreak: false });
}

export function writeCell(sheet: Sheet, column: Column, text: string, bold = false) {
  useFont(sheet, bold, 8.5);
  const width = sheet.document.widthOfString(text);
  const x = numeric.has(column.field) ? column.x + column.width - width : column.x;
  sheet.document.text(text, x, sheet.y, { lineBreak: false });
}

/** The text in lines that fit the column; a word wider than it stands alone and runs over. */
export function wrap(sheet: Sheet, column: Column, text: string): string[] {
  useFont(sheet, false, 8.5);
  const fits = (line: string) => sheet.document.widthOfString(line) <= column.width;
  return text.split("\n").flatMap((part) => {
    const lines: string[] = [];
    let line = "";
    for (const word of part.split(/\s+/).filter(Boolean)) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line === "" || fits(longer)) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    return line === "" ? lines : [...lines, line];
  });
}

export function rule(sheet: Sheet, y = sheet.y) {
  sheet.document.moveTo(left, y).lineTo(right, y).lineWidth(0.5).strokeColor("#888888").stroke();
}

function useFont(sheet: Sheet, bold: boolean, size: number) {
  const { font } = sheet.layout;
  const boldName = font === "Times" ? "Times-Bold" : `${font}-Bold`;
  const name = font === "Times" ? "Times-Roman" : font;
  sheet.document.font(bold ? boldName : name).fontSize(size);
}

/** Ends a document and gives its bytes. */
export async function collect(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", resolve);
    document.on("error", reject);
  });
  document.end();
  await ended;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
