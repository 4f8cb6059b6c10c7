import type { Figure } from "../../layout/figures.ts";
import type { DateMark, MarkedLine } from "../../layout/marked-line.ts";
import { emptiest, type Parting } from "./gutter.ts";

/** A date with the amount behind it: what a row of a table is made of. */
type Unit = { at: number; date: DateMark; amounts: number; texts: boolean; x1: number; leads: boolean };

/** Dates of one column begin at most this far from one another. */
const tolerance = 4;
const fewestRows = 2;

/**
 * Tables side by side whose headings are unknown or missing: dates that begin at two or more places of the page, each
 * with its own amount behind it, line after line.
 */
export function datedCuts(lines: readonly MarkedLine[]): Parting[] {
  if (areInOneColumn(lines)) return [];
  const units: Unit[] = [];
  for (const [at, line] of lines.entries()) addUnits(units, line, at);
  const starts = [...new Set(units.map(({ date }) => date.x0))];
  const columns = Map.groupBy(units, ({ date }) => placeOf(starts, date.x0));
  const places = [...columns]
    .filter(([, of]) => of.length >= fewestRows)
    .map(([x0, of]) => ({ x0, of }))
    .sort((a, b) => a.x0 - b.x0);
  const tables = places.filter(({ of }, index) => index === 0 || isTable(of, places[0]!.of));
  if (tables.length < 2 || !areApart(tables)) return [];
  const first = Math.min(...tables.flatMap(({ of }) => of.map(({ at }) => at)));
  const last = Math.max(...tables.flatMap(({ of }) => of.map(({ at }) => at)));
  const body = lines.slice(first, last + 1);
  const cuts = tables
    .slice(1)
    .map(({ x0 }, index) => emptiest(body, Math.max(...tables[index]!.of.map(({ x1 }) => x1)), x0));
  return [{ from: first, cuts, starts: tables.map(({ x0 }) => x0) }];
}

/** Where the column of dates that this one stands in begins. */
function placeOf(starts: readonly number[], x0: number): number {
  return Math.min(...starts.filter((other) => Math.abs(other - x0) < tolerance));
}

/** Rows of the same make as those of the first table; a value date with a balance behind it is no row. */
function isTable(of: readonly Unit[], first: readonly Unit[]): boolean {
  const usual = (units: readonly Unit[]) => units.filter(({ texts }) => texts).length * 2 > units.length;
  const amounts = (units: readonly Unit[]) => Math.max(...units.map((unit) => unit.amounts));
  return usual(of) === usual(first) && usual(of) && amounts(of) === amounts(first);
}

/** Whether each table ends before the next one begins, so that none is the other's column. */
function areApart(tables: readonly { x0: number; of: readonly Unit[] }[]): boolean {
  return tables.every(({ x0 }, index) => index === 0 || tables[index - 1]!.of.every(({ x1 }) => x1 < x0));
}

/** Whether all dates of lines with amounts stand below one another, as on nearly every page. */
function areInOneColumn(lines: readonly MarkedLine[]): boolean {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { dates, figures } of lines) {
    if (!figures.some(isAmount)) continue;
    for (const { x0 } of dates) [first, last] = [Math.min(first, x0), Math.max(last, x0)];
  }
  return last - first < tolerance;
}

function addUnits(units: Unit[], line: MarkedLine, at: number): void {
  if (line.dates.length === 0 || !line.figures.some(isAmount)) return;
  const starts = line.dates.filter((date, index) => {
    const next = line.dates[index + 1]?.from ?? line.words.length;
    return line.figures.some((figure) => isAmount(figure) && figure.from >= date.to && figure.to <= next);
  });
  for (const [index, date] of starts.entries()) {
    const next = starts[index + 1]?.from ?? line.words.length;
    const amounts = line.figures.filter(
      (figure) => isAmount(figure) && figure.from >= date.to && figure.to <= next,
    );
    const words = line.words.slice(date.to, amounts[0]!.from);
    units.push({
      at,
      date,
      amounts: amounts.length,
      texts: words.some(({ text }) => /\p{L}/u.test(text)),
      x1: amounts.at(-1)!.x1,
      leads: index === 0,
    });
  }
}

function isAmount({ weak }: Figure): boolean {
  return !weak;
}
