import PDFDocument from "pdfkit";
import type { Mark, Measure, Page, TextMark } from "../layout/page.ts";
import { randomOf } from "../random.ts";
import type { StatementSpec } from "../statement-spec.ts";
import { drawingOrder, piecesOf } from "./arrange.ts";
import { type Family, fontFile } from "./fonts.ts";
import { turnOf } from "./turn.ts";

/** Writes with pdfkit: standard fonts in Windows-1252, or embedded subsets with a ToUnicode map. */
export async function writeWithPdfkit(
  spec: StatementSpec,
  pages: readonly Page[],
  measure: Measure,
  family: Family,
): Promise<Uint8Array> {
  const { dimensions } = spec;
  const fonts =
    dimensions.writer === "pdfkit"
      ? (["Helvetica", "Helvetica-Bold"] as const)
      : ([fontFile(family, "regular"), fontFile(family, "bold")] as const);
  // pdfkit makes the file's ID from its information, so a fixed date makes the bytes the same.
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { CreationDate: new Date(`${spec.created ?? spec.today}T12:00:00Z`) },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  document.registerFont("regular", fonts[0]).registerFont("bold", fonts[1]);
  const random = randomOf(spec.seed, "drawing");
  for (const page of pages) {
    const turn = turnOf(dimensions.rotation, page.width, page.height);
    document.addPage({ size: [turn.width, turn.height], margin: 0 });
    if (turn.rotate) Object.assign(document.page.dictionary.data, { Rotate: turn.rotate });
    document.save();
    const [a, b, c, d, e, f] = turn.matrix;
    // pdfkit draws from the top left: from there to the sheet's bottom left, through the turn, and back.
    const flipPage = [1, 0, 0, -1, 0, page.height] as const;
    const flipSheet = [1, 0, 0, -1, 0, turn.height] as const;
    const whole = multiply(multiply(flipPage, [a, b, c, d, e, f]), flipSheet);
    document.transform(...whole);
    for (const mark of drawingOrder(page, dimensions.drawing, random))
      for (const piece of mark.type === "text"
        ? piecesOf(mark, dimensions.pieces, { measure, random, shapes: true })
        : [mark])
        drawMark(document, piece);
    document.restore();
  }
  if (dimensions.unicode === "map of nonsense") misname(document);
  document.end();
  await ended;
  const bytes = Buffer.concat(chunks);
  if (dimensions.unicode === "no map") rename(bytes, "/ToUnicode ", "/NoUnicode ");
  return new Uint8Array(bytes);
}

type Six = readonly [number, number, number, number, number, number];

/** First `m`, then `n`, for points as rows. */
function multiply(m: Six, n: Six): [number, number, number, number, number, number] {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

function drawMark(document: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.type === "fill") {
    document.rect(mark.x, mark.y, mark.width, mark.height).fill(grayOf(mark.gray));
    return;
  }
  if (mark.type === "line") {
    document.moveTo(mark.x, mark.y).lineTo(mark.toX, mark.toY).lineWidth(0.5).stroke("#888888");
    return;
  }
  drawText(document, mark);
}

function drawText(document: PDFKit.PDFDocument, mark: TextMark): void {
  document.font(mark.face).fontSize(mark.size).fillColor(grayOf(mark.gray));
  document.save();
  if (mark.angle) document.rotate(-mark.angle, { origin: [mark.x, mark.y] });
  if (mark.hidden === "clipped") document.rect(0, 0, 5, 5).clip();
  if (mark.hidden === "render mode 3") document.addContent("3 Tr");
  document.text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: "alphabetic" });
  if (mark.hidden === "render mode 3") document.addContent("0 Tr");
  document.restore();
}

function grayOf(gray: number): string {
  const part = Math.round(gray * 255)
    .toString(16)
    .padStart(2, "0");
  return `#${part}${part}${part}`;
}

type Embedded = { unicode?: number[][] };

/** Each glyph is said to be another character, as in files that guard their text against being copied. */
function misname(document: PDFKit.PDFDocument): void {
  const fonts = Object.values(
    (document as unknown as { _fontFamilies: Record<string, Embedded> })._fontFamilies,
  );
  for (const font of fonts)
    font.unicode = font.unicode?.map((points) => points.map((point) => point + 0xe000 - 32));
}

/** A key of a dictionary by another one of the same length, so that every offset stays. */
function rename(bytes: Buffer, key: string, other: string): void {
  for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1))
    bytes.write(other, at, "latin1");
}
