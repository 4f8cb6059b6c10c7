import type { MarkedLine } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases, sectionPhrases } from "../../vocabulary/lexicon.ts";
import { type Block, blocksOf } from "../line/word-blocks.ts";
import { isLabelled } from "../line/words-beside.ts";
import { withClipped } from "./clipped-headings.ts";
import { inReadingOrder, withoutPrepositions } from "./completed-headings.ts";
import { type HeaderCell, moneyRoles } from "./header.ts";
import { withOwnMoney } from "./own-money.ts";
import { partedSides } from "./parted-sides.ts";
import { partSharedWord } from "./shared-word.ts";

/** Gaps between headings of several lines, in letter heights; narrow columns leave hardly more than a blank's. */
const widerThanBlank = 0.6;
const narrowest = 0.42;

/** The headings that stand in a line; none where it is a sentence or a title. */
export function singleLine(line: MarkedLine): HeaderCell[] {
  const blocks = blocksOf(line, 1.2);
  if (blocks.length === 1 && (isSection(line) || isLabelled(line))) return [];
  // "Date  Value Dt  Details" in one run: where each part is a heading by itself, words of two parts are none.
  const parts = blocksOf(line, 0.8);
  const headings = parts.map((part) => cellsOf(line, part));
  const isEach = headings.every(
    (cells, at) => cells.length === 1 && cells[0]!.letters === lettersOf(line, parts[at]!),
  );
  if (isEach) return headings.flat();
  const letters = blocks.reduce((sum, block) => sum + lettersOf(line, block), 0);
  const found = [headings.flat(), blocks.flatMap((block) => cellsOf(line, block))] as const;
  // "Credits  Debits" are no more letters as one heading, of both sides, than as two.
  const [apart, together] = found.map((some) => some.reduce((sum, { text }) => sum + bare(text), 0)) as [
    number,
    number,
  ];
  // "Date   Effective Date": words that stand together, unless those of two parts explain more.
  const cells = apart >= together ? found[0] : found[1];
  const explained = cells.reduce((sum, cell) => sum + cell.letters, 0);
  // A sentence may hold such words too, but not mostly.
  return explained < 0.5 * letters ? [] : withOwnMoney(withClipped(cells, line), line);
}

function bare(text: string): number {
  return fold(text).replaceAll(" ", "").length;
}

/** A heading, with how many of its letters are known. */
type FoundCell = HeaderCell & { letters: number };

function cellsOf(line: MarkedLine, { from, to }: Block): FoundCell[] {
  const texts = line.words.slice(from, to).map(({ text }) => text);
  const cells = withoutPrepositions(texts, findPhrases(texts, headerPhrases))
    .map((match) => ({ ...match, from: from + match.from, to: from + match.to }))
    .flatMap((match) => partedSides(line, match) ?? [match])
    .map((match) => ({
      role: match.value,
      x0: line.words[match.from]!.x0,
      x1: line.words[match.to - 1]!.x1,
      text: texts.slice(match.from - from, match.to - from).join(" "),
      letters: match.letters,
    }));
  return partSharedWord(cells);
}

function lettersOf(line: MarkedLine, { from, to }: Block): number {
  return fold(
    line.words
      .slice(from, to)
      .map(({ text }) => text)
      .join(" "),
  ).length;
}

/** "Withdrawal details" heads a section, though both of its words head columns too. */
export function isSection(line: MarkedLine): boolean {
  const texts = line.words.map(({ text }) => text);
  return findPhrases(texts, sectionPhrases).some(({ from, to }) => from === 0 && to === texts.length);
}

/** Headings of narrow columns ("Deposits/ Withdrawals/" over "Additions Subtractions") are apart where they name more sides so. */
export function stackedNear(lines: readonly MarkedLine[]): HeaderCell[] {
  const [wide, narrow] = [stacked(lines, widerThanBlank), stacked(lines, narrowest)];
  const sides = (cells: readonly HeaderCell[]) =>
    new Set(cells.map(({ role }) => role).filter((role) => moneyRoles.has(role))).size;
  return sides(narrow) > sides(wide) ? narrow : wide;
}

/** Words above one another form a cell: "Money" over "out". */
function stacked(lines: readonly MarkedLine[], gap: number): HeaderCell[] {
  const blocks = lines.flatMap((line) => blocksOf(line, gap)).sort((a, b) => a.x0 - b.x0);
  const columns: { x0: number; x1: number }[] = [];
  for (const block of blocks) {
    const last = columns.at(-1);
    if (last && block.x0 < last.x1 - 1) last.x1 = Math.max(last.x1, block.x1);
    else columns.push({ x0: block.x0, x1: block.x1 });
  }
  let explained = 0;
  let letters = 0;
  const cells: HeaderCell[] = [];
  for (const { x0, x1 } of columns) {
    const text = inReadingOrder(lines, x0, x1);
    const matches = findPhrases(text.split(" "), headerPhrases);
    letters += fold(text).length;
    explained += matches.reduce((sum, match) => sum + match.letters, 0);
    const longest = matches.toSorted((a, b) => b.letters - a.letters)[0];
    if (longest) cells.push({ role: longest.value, x0, x1, text });
  }
  return explained < 0.5 * letters ? [] : cells;
}
