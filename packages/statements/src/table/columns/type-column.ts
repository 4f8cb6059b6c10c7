import { isNameless } from "../../layout/affix.ts";
import { plainWords } from "../../layout/marked-line.ts";
import type { Word } from "../../pdf/word.ts";
import { fold } from "../../text/fold.ts";
import { type Side, sideNouns, sideWords } from "../../vocabulary/lexicon.ts";
import type { Draft } from "../draft/drafts.ts";

/** A word that says of which side a row is. */
export type TypeCell = { word: Word; side: Side };

/** The words of the column of types; none where but few rows have one, since then it is text like any other. */
export function typeWords(cells: readonly (TypeCell | null)[]): (Word | null)[] {
  const isColumn = cells.filter((cell) => cell !== null).length * 5 > cells.length * 3;
  return cells.map((cell) => (isColumn ? (cell?.word ?? null) : null));
}

/**
 * The side that a word of its own column gives to each row ("Debit", "H", "支出"). The column is the place where
 * the most rows have such a word as a whole cell; a word inside of a description does not count.
 */
export function typeCells(drafts: readonly Draft[]): (TypeCell | null)[] {
  const places = new Map<number, Map<number, TypeCell>>();
  for (const [index, draft] of drafts.entries()) {
    for (const cell of cellsWithSide(draft)) {
      for (const place of placesOf(cell.word)) {
        const rows = places.get(place) ?? new Map<number, TypeCell>();
        rows.set(index, cell);
        places.set(place, rows);
      }
    }
  }
  const [place, found] = [...places].sort(([, a], [, b]) => b.size - a.size)[0] ?? [
    null,
    new Map<number, TypeCell>(),
  ];
  const fullest = new Map(found);
  if (place !== null)
    for (const more of [attachedCells, crowdedCells])
      for (const [index, cell] of more(drafts, fullest, place)) fullest.set(index, cell);
  for (const [index, cell] of headedCells(drafts, fullest)) fullest.set(index, cell);
  const sides = new Set([...fullest.values()].map(({ side }) => side));
  // "Pago" before a wide space begins some texts; a column of words names both sides, or that of most rows.
  const isScarce = fullest.size * (sides.size > 1 ? 10 : 2) <= drafts.length;
  const cells = [...fullest.values()];
  // "kr" before each amount is its currency, though it may be short for credit.
  const isText = (isScarce && cells.every(isWholeWord)) || cells.every(({ word }) => isNameless(word.text));
  return drafts.map((_, index) => (isText ? null : (fullest.get(index) ?? null)));
}

function placesOf({ x0, x1 }: Word): Set<number> {
  return new Set([Math.round(x0 / 6), Math.round(x1 / 6) + 100_000, Math.round((x0 + x1) / 12) + 200_000]);
}

/** Words of the column that stand so near to long amounts that they were read with them. */
function* attachedCells(
  drafts: readonly Draft[],
  found: ReadonlyMap<number, TypeCell>,
  place: number,
): Generator<[number, TypeCell]> {
  for (const [index, { figures }] of drafts.entries()) {
    if (found.has(index)) continue;
    for (const { figure, line } of figures) {
      const word = line.words[figure.to - 1]!;
      const side = sideWords.get(fold(word.text));
      if (side && side === figure.side && placesOf(word).has(place)) yield [index, { word, side }];
    }
  }
}

/** Words of a column that most rows fill, right behind a text that takes all of the room before it. */
function* crowdedCells(
  drafts: readonly Draft[],
  found: ReadonlyMap<number, TypeCell>,
  place: number,
): Generator<[number, TypeCell]> {
  if (found.size * 5 <= drafts.length * 3) return;
  for (const [index, draft] of drafts.entries()) {
    const line = draft.figures[0]?.line;
    if (!line || found.has(index)) continue;
    const own = draft.figures.filter((each) => each.line === line).map(({ figure }) => figure);
    const cells = line.words.flatMap((word, at): TypeCell[] => {
      if (own.some(({ from, to }) => at >= from && at < to)) return [];
      const side = sideWords.get(fold(word.text));
      return side && placesOf(word).has(place) ? [{ word, side }] : [];
    });
    if (cells.length === 1) yield [index, cells[0]!];
  }
}

/** Words right before the first amount where a heading says that such a column is there: on ragged pages they stand anywhere. */
function* headedCells(
  drafts: readonly Draft[],
  found: ReadonlyMap<number, TypeCell>,
): Generator<[number, TypeCell]> {
  for (const [index, draft] of drafts.entries()) {
    const [first] = draft.figures;
    if (!first || found.has(index) || !draft.header?.cells.some(({ role }) => role === "type")) continue;
    const before = first.line.words[first.figure.from - 1];
    for (const cell of cellsWithSide(draft)) if (cell.word === before) yield [index, cell];
  }
}

/** "Debit" in few rows is what a wide space left of "Direct Debit"; "CR" in few rows marks those on the other side. */
function isWholeWord({ word }: TypeCell): boolean {
  return fold(word.text).length > 3;
}

function* cellsWithSide(draft: Draft): Generator<TypeCell> {
  const line = draft.figures[0]?.line ?? draft.lines[0]!;
  const sided = plainWords(line).filter((at) => sideWords.has(fold(line.words[at]!.text)));
  if (sided.length === 0) return;
  // Dates and amounts stand in columns of their own, however near: a number or a sign beside a word is text with it, and so is
  // a "24/7" where days have their year.
  const hasYear = draft.date.readings[0]!.year !== null;
  const isIn = (at: number, { from, to }: { from: number; to: number }) => at >= from && at < to;
  const isText = (at: number) =>
    line.words[at] !== undefined &&
    !line.dates.some((date) => (date.readings[0]!.year !== null) === hasYear && isIn(at, date)) &&
    !draft.figures.some((each) => each.line === line && isIn(at, each.figure));
  for (const index of sided) {
    const word = line.words[index]!;
    const side = sideWords.get(fold(word.text))!;
    const apart = (left: Word, right: Word) => right.x0 - left.x1 > 0.8 * word.size;
    const next = line.words[index + 1];
    // "Debit Memo"
    const last =
      isText(index + 1) && !apart(word, next!) && sideNouns.has(fold(next!.text)) ? index + 1 : index;
    const alone =
      (!isText(index - 1) || apart(line.words[index - 1]!, word)) &&
      (!isText(last + 1) || apart(line.words[last]!, line.words[last + 1]!));
    if (alone) yield { word, side };
  }
}
