import { type Figure, isZero } from "../layout/figures.ts";
import { type MarkedLine, plainWords } from "../layout/marked-line.ts";
import { balanceOf } from "../reading/interpret/interpret.ts";
import { numberStyles } from "../reading/interpret/number-style.ts";
import { outsideOf } from "../reading/interpret/outside.ts";
import type { StatementAccount } from "../statement.ts";
import type { Entry } from "../table/draft/drafts.ts";
import { isRightBelow } from "../table/draft/row-shape.ts";
import type { Header, HeaderCell } from "../table/headings/header.ts";
import { isAsideTitle, isSum } from "../table/labels/labels.ts";
import { overlaps } from "../table/line/span.ts";
import type { LabelKind } from "../vocabulary/lexicon.ts";
import { type AccountFacts, toEmptyAccount } from "./account.ts";

/** Longer lines are sentences: the figures in them are of the law, or of what is advertised. */
const mostWordsOfLabel = 12;

/** `isTold`: whether both balances, sums, a count or headings with nothing below them say that there is no row. */
export type EmptyAccount = { account: StatementAccount; isTold: boolean };

/**
 * A statement without transactions: both balances are the same (the last one may be what a card's paper says is due), there is
 * a period, and no figure besides but in tables of other things. Null for all other papers: there may be rows that were not
 * found.
 */
export function accountWithoutRows(
  entries: readonly Entry[],
  lines: readonly MarkedLine[],
  headers: ReadonlyMap<number, Header>,
  facts: AccountFacts,
): EmptyAccount | null {
  const labels = entries.flatMap(balancesOf);
  // "Balance last year", with no other word for the first one.
  const opening =
    labels.find(({ kind }) => kind === "opening") ?? labels.find(({ kind }) => kind === "balance_on");
  const closing =
    labels.findLast(({ kind }) => kind === "closing") ??
    labels.findLast(({ kind }) => kind === "total_due") ??
    labels.findLast((label) => isAgain(label, opening));
  const told = closing ?? opening;
  const isEmpty = isTableEmpty(lines, headers);
  if (!told) return withoutBalances(entries, lines, facts, isEmpty);
  const isNone = saysNone(entries, lines);
  // A paper without a period may be anything, unless headings with nothing below them stand beside both balances or a count of nought.
  if (facts.period === null && !(isEmpty && ((opening && closing) || isNone))) return null;
  const [choice] = numberStyles(
    labels.map(({ figure }) => figure),
    facts.currency,
  );
  const { style } = choice!;
  const apart = opening && closing ? Math.abs(opening.figure.x1 - closing.figure.x1) : 0;
  const values = [opening, closing].map(
    (label) => label && balanceOf(inColumn(label, headers, apart), style, 1),
  );
  const besides = figuresBesides(lines).map((figure) => balanceOf(figure, style, 1));
  const balance =
    [...values, ...besides].find((value) => typeof value === "bigint" && value < 0n) ??
    values.find(Boolean) ??
    0n;
  // In another place the same balance may stand without its sign.
  const isKnown = (value: bigint | null | undefined) =>
    value === undefined || value === balance || value === -balance || value === 0n;
  if (!values.every((value) => isKnown(value) && (value !== 0n || balance === 0n))) return null;
  if (!besides.every(isKnown)) return null;
  if (saysSome(entries, lines)) return null;
  const [first, last] = values;
  const isTurned = typeof first === "bigint" && typeof last === "bigint" && first === -last;
  const places = isTurned
    ? { opening: first, closing: last }
    : { opening: opening && balance, closing: closing && balance };
  const account = toEmptyAccount(facts, places, { line: told.line, figure: told.figure }, style.digits);
  return { account, isTold: (opening !== undefined && closing !== undefined) || isNone || isEmpty };
}

/** "Saldo total" of just what the first balance is: the last one, where no other word says so. */
function isAgain({ kind, figure }: NamedBalance, opening: NamedBalance | undefined): boolean {
  return kind === "total" && opening !== undefined && !isZero(figure) && figure.text === opening.figure.text;
}

/**
 * A month whose paper prints no balance, but that there was nothing: sums or a count of nought, and headings with nothing below,
 * or whose account it is.
 */
function withoutBalances(
  entries: readonly Entry[],
  lines: readonly MarkedLine[],
  facts: AccountFacts,
  isEmpty: boolean,
): EmptyAccount | null {
  const isAccounts = isEmpty || facts.number !== null;
  const isNone = isAccounts && facts.period !== null && saysNone(entries, lines);
  if (!isNone || !figuresBesides(lines).every(isZero)) return null;
  const account = toEmptyAccount(facts, { opening: undefined, closing: undefined }, null, 0);
  return { account, isTold: true };
}

/**
 * A balance below headings of both sides, none of which is of balances, is on the side that it stands under.
 *
 * @param apart how far the two balances end from one another: as far as the headings do where each stands under one
 */
function inColumn(
  { figure, line }: NamedBalance,
  headers: ReadonlyMap<number, Header>,
  apart: number,
): Figure {
  const header = [...headers.values()].findLast(({ page, last }) => page === line.page && last < line.index);
  if (!header || figure.side !== null || figure.sign !== 0) return figure;
  if (header.cells.some(({ role }) => role === "balance")) return figure;
  // In ragged lines a figure may stand under any heading; in columns they begin or end at one place.
  const [debit, credit] = (["debit", "credit"] as const).map((side) =>
    header.cells.find(({ role }) => role === side),
  );
  const areApart = debit && credit && Math.abs(Math.abs(debit.x1 - credit.x1) - apart) < 1;
  const isUnder = (cell: HeaderCell) =>
    Math.abs(cell.x0 - figure.x0) < 1 ||
    Math.abs(cell.x1 - figure.x1) < 1 ||
    (areApart && overlaps(cell, figure));
  const role = header.cells.find(isUnder)?.role;
  return role === "debit" || role === "credit" ? { ...figure, side: role } : figure;
}

/** Whether headings stand there, and below them neither a date nor more than one amount but in tables of other things. */
function isTableEmpty(lines: readonly MarkedLine[], headers: ReadonlyMap<number, Header>): boolean {
  const last = Math.max(...lines.map(({ index }) => headers.get(index)?.last ?? -1));
  const all = lines.filter(({ index }) => index > last);
  const aside = all.findIndex(isAsideTitle);
  const below = aside < 0 ? all : all.slice(0, aside);
  const amounts = below
    .filter((line) => !isSentence(line))
    .flatMap(({ figures }) => figures.filter((figure) => !figure.weak && !isZero(figure)));
  return last >= 0 && amounts.length <= 1 && below.every(({ dates }) => dates.length === 0);
}

/** Whether sums of both sides or a count say that there is no row. */
function saysNone(entries: readonly Entry[], lines: readonly MarkedLine[]): boolean {
  const zeros = new Set(
    entries.flatMap((entry) =>
      entry.type === "label" && isZero(entry.label.figure) ? [entry.label.kind] : [],
    ),
  );
  const { counts } = outsideOf(entries, lines);
  const isTotalZero = entries.some(
    (entry) =>
      entry.type === "label" &&
      entry.label.kind === "total" &&
      entry.label.all.length > 1 &&
      entry.label.all.every(isZero),
  );
  return (
    isTotalZero ||
    // "Total payments" may be of either side.
    ["total_debits", "total_credits", "total"].filter((kind) => zeros.has(kind as LabelKind)).length > 1 ||
    counts.some(({ value }) => value === 0n)
  );
}

/** Whether a sum of one side or a count says that there are rows: also one without decimals, which may be no amount. */
function saysSome(entries: readonly Entry[], lines: readonly MarkedLine[]): boolean {
  const { counts } = outsideOf(entries, lines);
  // "Total out 3" looks like a day of October where languages mix, so that its number is no figure.
  const isWhole = (text: string | undefined) =>
    text !== undefined && /^\d{1,6}$/.test(text) && /[1-9]/.test(text);
  return (
    counts.some(({ value }) => value !== 0n) ||
    entries.some(
      (entry) => entry.type === "label" && isSum(entry.label.kind) && !isZero(entry.label.figure),
    ) ||
    lines.some(({ labels, words }) =>
      labels.some(({ value, to }) => isSum(value) && isWhole(words[to]?.text)),
    )
  );
}

function isSentence(line: MarkedLine): boolean {
  return plainWords(line).length > mostWordsOfLabel;
}

/** The amounts of a paper but those of sentences, of tables of other things, which have no dates, and the least payment. */
function figuresBesides(lines: readonly MarkedLine[]): Figure[] {
  let isAside = false;
  return lines.flatMap((line, at) => {
    if (isAsideTitle(line)) isAside = true;
    else if (line.dates.length > 0 || line.labels.length > 0) isAside = false;
    if (isAside || isIgnored(line) || isSentence(line)) return [];
    const above = lines[at - 1];
    return line.figures.filter((figure) => !figure.weak && !(above && isIgnoredBelow(figure, line, above)));
  });
}

function isIgnored({ labels }: MarkedLine): boolean {
  return labels.some(({ value }) => value === "ignored");
}

/** Whether a figure stands below the words for the least payment, or such: labels side by side with their figures below. */
function isIgnoredBelow(figure: Figure, line: MarkedLine, above: MarkedLine): boolean {
  return (
    above.figures.length === 0 &&
    isRightBelow(line, above) &&
    above.labels.some(({ value, from, to }) => {
      const span = { x0: above.words[from]!.x0, x1: above.words[to - 1]!.x1 };
      return value === "ignored" && overlaps(figure, span);
    })
  );
}

type NamedBalance = { kind: LabelKind; figure: Figure; line: MarkedLine };

/** A balance with its words, with or without a date before them. */
function balancesOf(entry: Entry): NamedBalance[] {
  if (entry.type === "label") return [entry.label];
  const kind = entry.type === "draft" ? entry.draft.label : null;
  if (entry.type !== "draft" || kind === null) return [];
  return entry.draft.figures.slice(0, 1).map(({ figure, line }) => ({ kind, figure, line }));
}
