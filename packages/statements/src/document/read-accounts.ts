import type { Figure } from "../layout/figures.ts";
import type { DateMark, MarkedLine } from "../layout/marked-line.ts";
import { anchorsOf, endPoints } from "../reading/anchors.ts";
import { outsideOf } from "../reading/outside.ts";
import { searchReading } from "../reading/search.ts";
import type { ReadOptions, StatementAccount, Warning } from "../statement.ts";
import { arrange } from "../table/arrange.ts";
import { areAllAsides } from "../table/asides.ts";
import { withBalancesBelow } from "../table/balances-below.ts";
import { withDatesBelow } from "../table/dates-below.ts";
import type { Draft, Entry } from "../table/drafts.ts";
import type { Header } from "../table/header.ts";
import { findHeaders } from "../table/headers.ts";
import { withSplitCents } from "../table/split-cents.ts";
import { toEntries } from "../table/to-entries.ts";
import { daysBetween, formatDate, isCivilDate } from "../values/civil-date.ts";
import type { DateOrder } from "../values/date-reading.ts";
import { knowsCardsOf } from "../vocabulary/language-of.ts";
import type { LabelKind } from "../vocabulary/lexicon.ts";
import { toAccount } from "./account.ts";
import { isBankAccount } from "./account-number.ts";
import { type AccountEntries, hasRows, mayHaveRows, numberOf, splitAccounts } from "./accounts.ts";
import { withAmountsLikeDates } from "./amounts-like-dates.ts";
import { cardOf } from "./card.ts";
import { currencyOf } from "./currency.ts";
import { withDaysBelowMonths } from "./days-below-months.ts";
import { isDepositAccount } from "./deposit-account.ts";
import { withEraYears } from "./era-years.ts";
import { withHeadedDates } from "./headed-dates.ts";
import { institutionOf } from "./institution.ts";
import { latestDay } from "./latest-day.ts";
import { withMarksLikeTexts } from "./marks-like-texts.ts";
import { numberStyles } from "./number-style.ts";
import { withOverview } from "./overview-balances.ts";
import { withOwnMonths } from "./own-months.ts";
import { opensAnew, type ReadAccounts, readAsOne, readSeveral } from "./parted-accounts.ts";
import { findPeriods, namedOrder } from "./period.ts";
import { readBest } from "./read-best.ts";
import { accountsWithoutRows, readWithoutRows } from "./read-without-rows.ts";
import { resolveDates } from "./resolve-dates.ts";
import { withTransfers } from "./transfers.ts";

/** What holds for all accounts of a document; `besides`: its lines that are no account's rows; `headings`: those of columns. */
type Paper = {
  lines: readonly MarkedLine[];
  besides: readonly MarkedLine[];
  headings: ReadonlyMap<number, Header>;
  latest: string;
  options: ReadOptions;
  institution: string | null;
};

/** The accounts of a document, from its lines in reading order. */
export function readAccounts(
  printed: readonly MarkedLine[],
  created: string | null,
  options: ReadOptions,
): ReadAccounts {
  const latest = latestDay(printed, created, options);
  const arranged = withDaysBelowMonths(
    withEraYears(
      withTransfers(
        withMarksLikeTexts(
          withAmountsLikeDates(
            withBalancesBelow(withDatesBelow(arrange(withSplitCents(withOwnMonths(printed))))),
          ),
        ),
      ),
      latest,
    ),
  );
  const seen = findHeaders(arranged);
  const lines = withHeadedDates(arranged, [...seen.values()]);
  const headers = lines === arranged ? seen : findHeaders(lines);
  const entries = toEntries(lines, headers);
  const institution = institutionOf(lines);
  const headings = new Map(
    [...headers].flatMap(([at, header]) =>
      lines.slice(at, header.last + 1).map(({ index }) => [index, header] as const),
    ),
  );
  const paper: Paper = {
    lines,
    besides: besidesRows(lines, entries),
    headings,
    latest,
    options,
    institution,
  };
  const readPart = (part: AccountEntries, isOnly: boolean) =>
    readAccountOrSeveral(part, (some, isWhole, told) => {
      const heading = isOnly && isWhole ? [] : headingOf(some);
      const number = isWhole ? part.number : null;
      return readAccount(paper, some, heading, number, told);
    });
  const parts = splitAccounts(entries);
  const isOnly = parts.filter(hasRows).length === 1;
  const read = parts.map((part) => (hasRows(part) ? readPart(part, isOnly) : nothing));
  // What adds up without an account whose rows were not found would hide it.
  const withLost = read.map((each, index) =>
    each.accounts.length > 0 || !mayHaveRows(parts[index]!)
      ? each
      : { ...each, accounts: accountsWithoutRows(parts[index]!, headers, { latest, options, institution }) },
  );
  const isRead = read.some((each) => each.accounts.length > 0);
  const [first, ...others] = parts.map((part) => part.entries);
  const mayBeOne = !isOnly && others.length > 0 && !opensAnew(first!, others);
  const found =
    (mayBeOne && readAsOne(read, () => readPart({ ...parts[0]!, entries }, true))) ||
    (isRead ? withLost : read);
  const accounts = withOverview(
    found.flatMap((part) => part.accounts),
    entries,
  );
  const warnings = new Set(found.flatMap((part) => [...part.warnings]));
  const isAside = areAllAsides(entries);
  const mayBeEmpty =
    accounts.length === 0 || (isAside && accounts.every(({ status }) => status !== "reconciled"));
  const own = isAside ? paper.besides : lines;
  const empty = mayBeEmpty ? readWithoutRows(own, entries, headers, { latest, options, institution }) : null;
  return { accounts: empty ?? accounts, warnings };
}

const nothing: ReadAccounts = { accounts: [], warnings: new Set() };

type Read = (entries: readonly Entry[], isWhole: boolean, told: Set<Warning>) => StatementAccount | null;

/** The account of a part, or the several in it that no number parts. */
function readAccountOrSeveral({ entries }: AccountEntries, read: Read): ReadAccounts {
  const warnings = new Set<Warning>();
  const account = readBest(entries, (some, told) => read(some, true, told), warnings);
  if (account?.status === "reconciled") return { accounts: [account], warnings };
  const told = new Set<Warning>();
  const several = readSeveral(entries, account?.status === "discrepant", (some) => read(some, false, told));
  return several ? { accounts: several, warnings: told } : { accounts: account ? [account] : [], warnings };
}

function readAccount(
  { lines, besides, headings, latest, options, institution }: Paper,
  entries: readonly Entry[],
  heading: readonly MarkedLine[],
  number: string | null,
  warnings: Set<Warning>,
): StatementAccount | null {
  const drafts = entries.filter((entry) => entry.type === "draft").map(({ draft }) => draft);
  const labels = entries.filter((entry) => entry.type === "label").map(({ label }) => label);
  const own = linesOf(entries);
  const figures: Figure[] = [
    ...drafts.flatMap((draft) => draft.figures.map(({ figure }) => figure)),
    ...labels.map(({ figure }) => figure),
  ];
  const rowLines = new Set(drafts.flatMap((draft) => draft.lines.map(({ index }) => index)));
  const printed = currencyOf(
    figures,
    heading.filter(({ index }) => !rowLines.has(index)),
    besides,
    lines.flatMap(({ dates }) => dates),
  );
  const isTold = printed !== null && !printed.assumed;
  const currency = (isTold ? printed.code : (options.currency ?? printed?.code)) ?? null;
  const isDeposit = isDepositAccount(headingOf(entries), lines);
  const named = cardOf(lines, rowLines, headings);
  // Beside the words for a card that any paper may print, what the account calls itself decides.
  const card = named === "perhaps" && isDeposit ? "no" : named;
  const first = own[0]?.index ?? 0;
  const above = [...lines.slice(first, (own.at(-1)?.index ?? 0) + 1), ...lines.slice(0, first)];
  const resolved = resolveDates(
    drafts.map(({ date }) => date),
    {
      all: lines.flatMap(({ dates }) => dates),
      periods: findPeriods(above, rowLines),
      labelled: labels.flatMap(({ date, kind }) => (date && balances.has(kind) ? [date] : [])),
      early: card === "no" ? 10 : 45,
      named: namedOrder(lines),
      latest,
      year: options.year ?? null,
      usual: currency === "USD" ? "mdy" : "dmy",
    },
  );
  if (!resolved) return null;
  const { dates } = resolved;
  const sorted = dates.toSorted();
  const dateOf = (mark: DateMark) => resolveMark(mark, resolved.order, sorted.at(-1)!);
  const anchors = anchorsOf(entries);
  const ownNumber = number ?? firstNumber(lines);
  const found = searchReading({
    drafts,
    dates,
    anchors,
    ends: endPoints(anchors, sorted[0]!, sorted.at(-1)!, dateOf),
    dayOf: dateOf,
    styles: numberStyles(figures, currency),
    card,
    isBankAccount: () =>
      isDeposit ||
      (ownNumber !== null &&
        isBankAccount(ownNumber) &&
        knowsCardsOf(besides.map(({ words }) => words.map(({ text }) => text)))),
    known: labels.length > 0 || drafts.some(({ header }) => header !== null),
    breaks: breaksOf(drafts),
    outside: outsideOf(entries, lines),
  });
  if (!found || found.reading.interpretation.values.size === 0) return null;
  if (resolved.yearAssumed) warnings.add("year_assumed");
  if (currency === null) warnings.add("currency_unknown");
  else if (!isTold && options.currency === undefined) warnings.add("currency_assumed");
  const facts = { institution, currency, number: ownNumber, period: resolved.period };
  return toAccount(facts, drafts, dates, found.reading, found.ambiguous || resolved.ambiguous);
}

/** Where the heading above the rows changes. */
function breaksOf(drafts: readonly Draft[]): number[] {
  return drafts.flatMap(({ header, part }, index) => {
    const before = drafts[index - 1];
    return before && (before.header !== header || before.part !== part) ? [index] : [];
  });
}

const balances: ReadonlySet<LabelKind> = new Set(["opening", "closing", "balance_on", "carried"]);

/** A labelled balance's day; one without a year lies nearest to the last row. */
function resolveMark({ readings }: DateMark, order: DateOrder, last: string): string | null {
  const reading =
    readings.find((each) => each.order === "named" || each.order === order) ??
    (readings.length === 1 ? readings[0] : undefined);
  if (!reading) return null;
  const { month, day } = reading;
  const lastYear = Number(last.slice(0, 4));
  const years = reading.year === null ? [lastYear, lastYear - 1, lastYear + 1] : [reading.year];
  const days = years.map((year) => ({ year, month, day })).filter(isCivilDate);
  const apart = (date: string) => Math.abs(daysBetween(date, last));
  return days.map(formatDate).sort((a, b) => apart(a) - apart(b))[0] ?? null;
}

function besidesRows(lines: readonly MarkedLine[], entries: readonly Entry[]): MarkedLine[] {
  const rows = new Set(
    entries.flatMap((entry) => (entry.type === "draft" ? entry.draft.lines.map(({ index }) => index) : [])),
  );
  return lines.filter(({ index }) => !rows.has(index));
}

/** What stands above an account's rows. */
function headingOf(entries: readonly Entry[]): MarkedLine[] {
  const rows = entries.findIndex(({ type }) => type === "draft");
  return linesOf(rows < 0 ? entries : entries.slice(0, rows));
}

function linesOf(entries: readonly Entry[]): MarkedLine[] {
  return entries.flatMap((entry) =>
    entry.type === "line" ? [entry.line] : entry.type === "label" ? [entry.label.line] : entry.draft.lines,
  );
}

function firstNumber(lines: readonly MarkedLine[]): string | null {
  for (const line of lines) {
    const number = numberOf(line, false);
    if (number !== null) return number;
  }
  return null;
}
