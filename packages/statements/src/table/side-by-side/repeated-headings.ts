import type { MarkedLine } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import { headingsOn } from "../headings/headers.ts";
import { emptiest, type Parting } from "./gutter.ts";

const mostTables = 4;
/** Lines below the headings that show where the tables part. */
const linesLookedAt = 40;

/** Headings of unknown words are so many at least, so many letter heights from one another. */
const fewestUnknown = 3;
const columnGap = 0.8;

/** The lines that print the same headings two, three or four times over, and where their tables part. */
export function headedCuts(lines: readonly MarkedLine[]): Parting[] {
  const partings: Parting[] = [];
  for (const [from, line] of lines.entries()) {
    const period = periodOf(line);
    if (period === null) continue;
    const below = bandBelow(lines, from).filter(isCell);
    const cuts: number[] = [];
    const starts = [line.words[0]!.x0];
    for (let at = period; at < line.words.length; at += period) {
      cuts.push(emptiest(below, line.words[at - 1]!.x0, line.words[at]!.x1));
      starts.push(line.words[at]!.x0);
    }
    partings.push({ from, cuts, starts });
  }
  return partings;
}

/** The lines below the headings, up to those of the next table: its words stand at other places. */
function bandBelow(lines: readonly MarkedLine[], from: number): readonly MarkedLine[] {
  const band = lines.slice(from, from + linesLookedAt);
  const next = band.findIndex((line, at) => at > 0 && headingsOn(line).length > 0);
  return next < 0 ? band : band.slice(0, next);
}

/** Lines of a table: those that run over the page's width say nothing of where its columns are. */
function isCell(line: MarkedLine): boolean {
  return line.words.some((word, at) => at > 0 && word.x0 - line.words[at - 1]!.x1 > 1.5 * word.size);
}

/** After how many words the headings begin anew; null where they do not. */
function periodOf(line: MarkedLine): number | null {
  const { words, dates, figures } = line;
  if (dates.length > 0 || figures.length > 0 || words.length < 4) return null;
  const texts = words.map(({ text }) => fold(text) || text);
  for (let times = mostTables; times >= 2; times--) {
    const period = words.length / times;
    if (!Number.isInteger(period) || period < 2) continue;
    if (texts.every((text, at) => text === texts[at % period]) && isHead(line, texts, period)) return period;
  }
  return null;
}

function isHead({ words }: MarkedLine, texts: readonly string[], period: number): boolean {
  const roles = new Set(findPhrases(texts.slice(0, period), headerPhrases).map(({ value }) => value));
  // Two rows of one text may stand beside one another; headings stand apart.
  const isApart = (at: number) => words[at]!.x0 - words[at - 1]!.x1 >= columnGap * words[at]!.size;
  const columns = texts.slice(0, period).filter((_, at) => at === 0 || isApart(at)).length;
  return roles.size === 0 ? columns >= fewestUnknown : roles.size > 1 && columns > 1;
}
