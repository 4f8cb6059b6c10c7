import PDFDocument from "pdfkit";

/** A piece of text at its place from the top left, in points; `right` is where it ends, `center` its middle; `size` where it differs. */
export type Piece = { x: number; y: number; text: string; right?: boolean; center?: boolean; size?: number };

/** `font`: one of PDF's own by name, or a font's file; `fonts`: one for each page. */
export type DrawOptions = {
  font?: string | Buffer;
  fonts?: readonly string[];
  size?: number;
  created?: string;
  rotate?: 0 | 90 | 180 | 270;
  landscape?: boolean;
};

/** Pages (A4) with just this text on them, for layouts that no generator foresees. */
export async function drawPages(
  pages: readonly (readonly Piece[])[],
  options: DrawOptions = {},
): Promise<Uint8Array> {
  const { font = "Helvetica", size = 9, created = "2024-08-15" } = options;
  const document = new PDFDocument({
    size: "A4",
    layout: options.landscape ? "landscape" : "portrait",
    margin: 0,
    autoFirstPage: false,
    info: { CreationDate: new Date(`${created}T12:00:00Z`) },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));
  for (const [index, pieces] of pages.entries()) {
    document.addPage();
    if (options.rotate) Object.assign(document.page.dictionary.data, { Rotate: options.rotate });
    document.font(options.fonts?.[index] ?? font).fontSize(size);
    for (const { x, y, text, right, center, size: own } of pieces) {
      document.fontSize(own ?? size);
      const share = right ? 1 : center ? 0.5 : 0;
      let at = share ? x - share * document.widthOfString(text) : x;
      for (const word of inVisualOrder(text)) {
        document.text(word, at, y, { lineBreak: false });
        at += document.widthOfString(`${word} `);
      }
    }
  }
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** pdfkit turns the letters of a word that is read from the right, and leaves the order of words as it is. */
function inVisualOrder(text: string): string[] {
  if (!fromRight.test(text)) return [text];
  const runs: string[][] = [];
  for (const word of text.split(" ")) {
    const last = runs.at(-1);
    if (last && !fromRight.test(word) && !fromRight.test(last[0]!)) last.push(word);
    else runs.push([word]);
  }
  return runs.toReversed().flat();
}

const fromRight = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

export type Column = { x: number; right?: boolean };

/** Rows of cells under one another, 14 points apart; an empty cell prints nothing. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], top = 100): Piece[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((text, index) => (text === "" ? [] : [{ ...columns[index]!, y: top + row * 14, text }])),
  );
}

export function lines(texts: readonly string[], top = 40): Piece[] {
  return texts.map((text, index) => ({ x: 40, y: top + index * 14, text }));
}
