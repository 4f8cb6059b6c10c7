import { type Line, toLines } from "../../layout/lines.ts";
import { boxOf, type Word } from "../../pdf/word.ts";
import type { Statement, StatementRow } from "../../statement.ts";
import { significantDigits } from "../../values/printed-number.ts";
import type { PictureWords } from "./page-words.ts";

/** Edges of figures under each other differ by less, in points. */
const alignment = 4;

/**
 * Whether a line of a picture looks like a row that no reading took for one: what stands where rows have their amount
 * and their balance, or the remains of a date before an amount. Its balance can pass for an opening one, and then the
 * other rows add up without it.
 */
export function hasLostRow({ accounts }: Statement, pages: readonly PictureWords[]): boolean {
  const rows = accounts.flatMap(({ transactions }) => transactions);
  const columns = columnsOf(rows, pages);
  return pages.some((page) => {
    const onPage = rows.filter((row) => row.page === page.page);
    return toLines(page).some(
      (line) => !onPage.some((row) => isIn(line, row)) && looksLikeRow(line, columns),
    );
  });
}

/** Right edges of the figures that rows were read from. */
type Columns = { amounts: number[]; balances: number[] };

function columnsOf(rows: readonly StatementRow[], pages: readonly PictureWords[]): Columns {
  const columns: Columns = { amounts: [], balances: [] };
  for (const page of pages) {
    const onPage = rows.filter((row) => row.page === page.page);
    for (const line of toLines(page)) {
      const row = onPage.find((each) => isIn(line, each));
      for (const word of row ? figuresOf(line) : []) {
        if (significantDigits(word.text) === significantDigits(row!.amount)) columns.amounts.push(word.x1);
        if (row!.balance !== null && significantDigits(word.text) === significantDigits(row!.balance))
          columns.balances.push(word.x1);
      }
    }
  }
  return columns;
}

/** In the page as displayed: a line of a page that was turned runs down or up it there. */
function isIn({ words }: Line, { box: [left, top, width, height] }: StatementRow): boolean {
  return words.map(boxOf).some((box) => {
    const [x, y] = [box[0] + box[2] / 2, box[1] + box[3] / 2];
    return x >= left - 1 && x <= left + width + 1 && y >= top - 1 && y <= top + height + 1;
  });
}

function looksLikeRow(line: Line, { amounts, balances }: Columns): boolean {
  const figures = figuresOf(line);
  const under = (edges: readonly number[]) =>
    figures.filter(({ x1 }) => edges.some((edge) => Math.abs(edge - x1) < alignment)).length;
  if (figures.length === 2 && under(balances) === 1 && under(amounts) === 1) return true;
  return under(amounts) > 0 && isBrokenDate(line.words[0]!.text);
}

const figuresOf = ({ words }: Line): Word[] => words.filter(({ text }) => /\d[.,]\d{2}\D*$/.test(text));

/** Begins like a date and is none: two points where there should be three parts, say. */
function isBrokenDate(text: string): boolean {
  if (!/^[\dOIl]{1,4}[-./]|^\d{3,8}$/.test(text)) return false;
  return !/^\d{1,4}([-./ ])(?:\d{1,2}|\p{L}{3,9})(?:\1\d{2,4}|[.,]?)$/u.test(text);
}
