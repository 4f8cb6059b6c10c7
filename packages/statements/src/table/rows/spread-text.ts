import type { MarkedLine } from "../../layout/marked-line.ts";
import type { Draft, Entry } from "../draft/drafts.ts";
import { isInText, isRightBelow, textLeft } from "../draft/row-shape.ts";
import { isAsideTitle } from "../labels/labels.ts";
import { namesAccount } from "../line/names-account.ts";

/** A gap between lines is wider than the others where it is so by this much. */
const wider = 1.15;

/** Lines between two rows of a table are at most this many letter heights apart: an empty line may part rows. */
const widestGap = 4.5;

/** Lines of text between two rows; the first `cut` belong to the row above, null where no gap tells. */
type Between = {
  above: Draft;
  below: Draft;
  texts: MarkedLine[];
  cut: number | null;
  /** The gap at the cut, in points. */
  gap: number;
};

/** Rows of one table on one page, with the text that stands above the first one. */
type Run = { first: Draft; lead: MarkedLine[]; between: Between[]; last: Draft };

/**
 * Gives the lines of text between two rows to the one or the other: rows may have their date and amount on the first
 * line of their text, at the middle of it or on the last. The widest gap between the lines parts them; where all are
 * alike, what stands above the first row and below the last one tells; else text belongs to the row above it.
 */
export function spreadText(entries: readonly Entry[]): Entry[] {
  const runs = runsOf(entries);
  const known = runs
    .flatMap(({ between }) => between)
    .filter(({ texts, cut }) => texts.length > 0 && cut !== null);
  const isAbove =
    known.length > 0
      ? known.filter(({ texts, cut }) => cut! < texts.length).length * 2 > known.length
      : endWithAmount(runs);
  const moved = new Set<MarkedLine>();
  for (const run of runs) {
    const cuts = cutsOf(run, isAbove);
    for (const [index, { above, below, texts }] of run.between.entries()) {
      above.lines = [...anchorsOf(above), ...texts.slice(0, cuts.between[index]!)];
      below.before = [...texts.slice(cuts.between[index]!), ...below.before];
      for (const line of texts) moved.add(line);
    }
    if (!cuts.takesLead) continue;
    run.first.before = [...run.lead, ...run.first.before];
    for (const line of run.lead) moved.add(line);
  }
  return entries.filter((entry) => entry.type !== "line" || !moved.has(entry.line));
}

/** Whether more rows print text above the line of their amount, behind their date, than print any below it. */
function endWithAmount(runs: readonly Run[]): boolean {
  const rows = runs
    .flatMap(({ between }) => between)
    .filter(({ above, below }) => above.dated && below.dated);
  const ending = rows.filter(({ above, texts }) => texts.length === 0 && anchorsOf(above).length > 1);
  const begun = rows.filter(({ above, texts }) => texts.length > 0 && anchorsOf(above).length === 1);
  return ending.length > begun.length;
}

function cutsOf(
  { first, lead, between, last }: Run,
  isAbove: boolean,
): { between: number[]; takesLead: boolean } {
  const open = between.filter(({ cut, texts }) => cut === null && texts.length > 0);
  const tail = last.lines.length - anchorsOf(last).length;
  if (lead.length > 0 && open.length > 0) {
    const centred = centredCuts(lead.length, between, tail);
    if (centred) return { between: centred, takesLead: true };
    if (tail === 0) return { between: between.map(({ cut }) => cut ?? 0), takesLead: true };
  }
  const byDefault = ({ cut, texts }: Between) => cut ?? (isAbove ? 0 : texts.length);
  return {
    between: between.map(byDefault),
    takesLead: open.length === 0 && (isAbove || isTight(lead, first, between)),
  };
}

/** Whether the text above the first row stands nearer to it than any two rows of the table to one another. */
function isTight(lead: readonly MarkedLine[], first: Draft, between: readonly Between[]): boolean {
  const lines = [...lead, topOf(first)];
  const gaps = lines.slice(1).map((line, index) => line.baseline - lines[index]!.baseline);
  const apart = Math.min(...between.map(({ gap }) => gap));
  return between.length > 0 && gaps.every((gap) => gap * wider < apart);
}

/** Rows with as many lines above their amount as below it; null where the counts do not come out even. */
function centredCuts(lead: number, between: readonly Between[], tail: number): number[] | null {
  const cuts: number[] = [];
  let above = lead;
  for (const { texts, cut } of between) {
    if (texts.length < above || (cut !== null && cut !== above)) return null;
    cuts.push(above);
    above = texts.length - above;
  }
  return above === tail ? cuts : null;
}

function runsOf(entries: readonly Entry[]): Run[] {
  const runs: Run[] = [];
  let free: MarkedLine[] = [];
  let balance: MarkedLine | null = null;
  for (const entry of entries) {
    if (entry.type === "label") balance = entry.label.line;
    if (entry.type === "line" && entry.text && !heads(entry.line, runs.at(-1)?.last)) free.push(entry.line);
    else if (entry.type !== "draft") free = [];
    if (entry.type !== "draft") continue;
    const { draft } = entry;
    const run = runs.at(-1);
    const between = run && betweenOf(run.last, draft, free);
    if (between) {
      run.between.push(between);
      run.last = draft;
    } else runs.push({ first: draft, lead: leadOf(draft, free, balance), between: [], last: draft });
    free = [];
  }
  return runs;
}

/** Whether a line says that something else begins below: another table, or left of the rows' text or on another page, another account. */
function heads(line: MarkedLine, above: Draft | undefined): boolean {
  if (isAsideTitle(line)) return true;
  const isApart =
    above !== undefined && (line.x0 < textLeft(above) - line.size || line.page !== above.lines.at(-1)!.page);
  return isApart && namesAccount(line);
}

/** Text between the headings, or a balance right below them, and the first row, in the column of text. */
function leadOf(row: Draft, free: readonly MarkedLine[], balance: MarkedLine | null): MarkedLine[] {
  const lead = free.filter(({ page }) => page === row.lines[0]!.page);
  const all = [...lead, topOf(row)];
  const isTight = all.every((line, index) => index === 0 || isNext(line, all[index - 1]!));
  const top = row.header === null ? null : row.header.last + 1;
  const isHeaded = top !== null && lead[0]?.index === (balance?.index === top ? top + 1 : top);
  return isTight && isHeaded && lead.every((line) => isInText(row, line)) ? lead : [];
}

function betweenOf(above: Draft, below: Draft, free: readonly MarkedLine[]): Between | null {
  // Text between one account's last balance and another one's first is the latter's name.
  if (free.length > 0 && above.label === "closing" && below.label === "opening") return null;
  const anchors = anchorsOf(above);
  const texts = [...above.lines.slice(anchors.length), ...free];
  const [top, bottom] = [anchors.at(-1)!, topOf(below)];
  // Most rows are one line right below another.
  if (texts.length === 0)
    return top.page === bottom.page && isNext(bottom, top)
      ? { above, below, texts, cut: 0, gap: bottom.baseline - top.baseline }
      : null;
  const lines = [top, ...texts, bottom];
  const gaps = lines.slice(1).map((line, index) => line.baseline - lines[index]!.baseline);
  const isTorn = top.page !== bottom.page;
  const joined = lines
    .slice(isTorn ? 2 : 1)
    .every((line, index) => isNext(line, lines[index + Number(isTorn)]!));
  if (!joined) return null;
  return { above, below, texts, cut: isTorn ? null : widest(gaps), gap: Math.max(...gaps) };
}

function isNext(line: MarkedLine, above: MarkedLine): boolean {
  return line.index === above.index + 1 && isRightBelow(line, above, widestGap);
}

/** The place of the gap that is wider than all others; null where there is none. */
function widest(gaps: readonly number[]): number | null {
  const most = Math.max(...gaps);
  const place = gaps.indexOf(most);
  return gaps.every((gap, index) => index === place || most > wider * gap) ? place : null;
}

/** The lines of a row that its date and figures stand on; what is below is text. */
function anchorsOf({ lines, figures }: Draft): MarkedLine[] {
  const last = lines.findLastIndex(
    (line, index) => index === 0 || figures.some((each) => each.line === line),
  );
  return lines.slice(0, last + 1);
}

function topOf({ before, lines }: Draft): MarkedLine {
  return before[0] ?? lines[0]!;
}
