import { picturesOf, type Scanner } from "@finflow/sample-statements/scan-of";
import PDFDocument from "pdfkit";

/** A page of small type is quick to recognise when there is little of it. */
export const scanner: Scanner = { dpi: 170, skew: 0.7, noise: 5, jpegQuality: 75 };

type Row = [date: string, description: string, paidOut: string, paidIn: string, balance: string];

const first: Row[] = [
  ["03/06/2024", "Grocer", "41.95", "", "958.05"],
  ["05/06/2024", "Salary", "", "1,250.00", "2,208.05"],
  ["09/06/2024", "Rent", "875.30", "", "1,332.75"],
];
const second: Row[] = [
  ["17/06/2024", "Bus pass", "62.40", "", "1,270.35"],
  ["28/06/2024", "Refund", "", "19.99", "1,290.34"],
];
export const rows = [...first, ...second];

const columns = [50, 130, 300, 380, 460];

async function pdfOf(draw: (document: PDFKit.PDFDocument) => void | Promise<void>): Promise<Uint8Array> {
  const info = { CreationDate: new Date("2024-07-01T12:00:00Z") };
  const document = new PDFDocument({ size: [560, 300], margin: 0, info });
  await draw(document);
  document.end();
  return new Uint8Array(Buffer.concat(await Array.fromAsync(document as AsyncIterable<Buffer>)));
}

function drawRows(document: PDFKit.PDFDocument, which: readonly Row[], top: number): void {
  const table = [["Date", "Description", "Paid out", "Paid in", "Balance"], ...which];
  table.forEach((row, line) => {
    row.forEach((cell, column) => {
      document.fontSize(10).text(cell, columns[column]!, top + line * 16, { lineBreak: false });
    });
  });
}

function drawTop(document: PDFKit.PDFDocument): void {
  document.fontSize(14).text("Harbour Bank", 50, 30).fontSize(10);
  document.text("Account number: 44120987   Currency: GBP", 50, 55);
  document.text("Statement period: 1 June 2024 to 30 June 2024", 50, 72);
  document.text("Opening balance: 1,000.00", 50, 89).text("Closing balance: 1,290.34", 50, 106);
}

/** A statement of one page that adds up. */
export function smallStatement(): Promise<Uint8Array> {
  return pdfOf((document) => {
    drawTop(document);
    drawRows(document, rows, 135);
  });
}

/** The same with descriptions of two lines, halfway between which the other cells stand. */
export function centredStatement(): Promise<Uint8Array> {
  return pdfOf((document) => {
    drawTop(document);
    drawRows(document, [], 135);
    rows.forEach(([date, description, ...figures], row) => {
      const top = 153 + row * 26;
      const cells = [date, "", ...figures];
      cells.forEach((cell, column) => {
        document.text(cell, columns[column]!, top, { lineBreak: false });
      });
      document.text(description, columns[1]!, top - 6, { lineBreak: false });
      document.text(`Reference ${description} 24`, columns[1]!, top + 6, { lineBreak: false });
    });
  });
}

/** The same, its first page text and its second one a picture. */
export function mixedStatement(): Promise<Uint8Array> {
  return pdfOf(async (document) => {
    drawTop(document);
    drawRows(document, first, 135);
    const page = await pdfOf((other) => drawRows(other, second, 40));
    const [picture] = (await picturesOf(page, scanner)).pictures;
    document.addPage({ size: [560, 300], margin: 0 }).image(picture!.image, 0, 0, { width: 560 });
  });
}

/** A scan with the words that a scanner's program writes over it. */
export async function stampedScan(): Promise<Uint8Array> {
  const [page] = (await picturesOf(await smallStatement(), scanner)).pictures;
  return pdfOf((document) => {
    document.image(page!.image, 0, 0, { width: 560 });
    document.fontSize(8).text("Scanned with Harbour Scan, page 1", 380, 280, { lineBreak: false });
  });
}

/** A statement that its text proves, with a picture that has no words on a page of its own. */
export async function statementWithPhotograph(): Promise<Uint8Array> {
  const [noise] = (await picturesOf(await pdfOf(() => {}), { dpi: 72, noise: 90, jpegQuality: 60 })).pictures;
  return pdfOf((document) => {
    drawTop(document);
    drawRows(document, rows, 135);
    document.addPage({ size: [112, 60], margin: 0 }).image(noise!.image, 0, 0, { width: 112 });
  });
}
