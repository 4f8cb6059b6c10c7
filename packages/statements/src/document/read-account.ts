import type { Figure } from "../layout/figures.ts";
import type { DateMark, MarkedLine } from "../layout/marked-line.ts";
import { numberStyles } from "../reading/interpret/number-style.ts";
import { outsideOf } from "../reading/interpret/outside.ts";
import { anchorsOf, endPoints } from "../reading/ledger/anchors.ts";
import { searchReading } from "../reading/search.ts";
import type { ReadOptions, Warning } from "../statement.ts";
import type { Draft, Entry } from "../table/draft/drafts.ts";
import type { Header } from "../table/headings/header.ts";
import { daysBetween, formatDate, isCivilDate } from "../values/civil-date.ts";
import type { DateOrder } from "../values/date-reading.ts";
import { knowsCardsOf, mayHaveThousandths } from "../vocabulary/language-of.ts";
import type { LabelKind } from "../vocabulary/lexicon.ts";
import { toAccount } from "./account.ts";
import { headingOf, linesOf, untilLastFigure } from "./account-lines.ts";
import { isBankAccount } from "./accounts/account-number.ts";
import { numberOf } from "./accounts/accounts.ts";
import { cardOf, minimumDue } from "./accounts/card.ts";
import { isDepositAccount } from "./accounts/deposit-account.ts";
import { isLoan } from "./accounts/loan.ts";
import { signHabitOf } from "./accounts/sign-habits.ts";
import { numberedYear } from "./dates/numbered-year.ts";
import { findPeriods, namedOrder } from "./dates/period.ts";
import { resolveDates } from "./dates/resolve-dates.ts";
import { codeOfOpening, currencyOf } from "./figures/currency.ts";
import type { FoundAccount } from "./found-account.ts";

/** What holds for all accounts of a document; `besides`: its lines that are no account's rows; `headings`: those of columns. */
export type Paper = {
  lines: readonly MarkedLine[];
  besides: readonly MarkedLine[];
  headings: ReadonlyMap<number, Header>;
  latest: string;
  options: ReadOptions;
  institution: string | null;
};

/** The account of some of a document's entries, in the reading of it that was taken; null where they hold no rows. */
export function readAccount(
  { lines, besides, headings, latest, options, institution }: Paper,
  entries: readonly Entry[],
  heading: readonly MarkedLine[],
  number: string | null,
): FoundAccount | null {
  const drafts = entries.filter((entry) => entry.type === "draft").map(({ draft }) => draft);
  const labels = entries.filter((entry) => entry.type === "label").map(({ label }) => label);
  const own = linesOf(entries);
  const figures: Figure[] = [
    ...drafts.flatMap((draft) => draft.figures.map(({ figure }) => figure)),
    ...labels.map(({ figure }) => figure),
  ];
  const rowLines = new Set(drafts.flatMap((draft) => draft.lines.map(({ index }) => index)));
  const printed =
    codeOfOpening(drafts[0]) ??
    currencyOf(
      figures,
      heading.filter(({ index }) => !rowLines.has(index)),
      besides,
      lines.flatMap(({ dates }) => dates),
    );
  const isTold = printed !== null && !printed.assumed;
  const currency = (isTold ? printed.code : (options.currency ?? printed?.code)) ?? null;
  const isDeposit = isDepositAccount(headingOf(entries), lines);
  const owes = isLoan(headingOf(entries), lines, drafts);
  const isBesideCard = heading.length > 0 && isDepositAccount(headingOf(entries), []);
  const named = owes
    ? "card"
    : cardOf(isBesideCard ? untilLastFigure(entries, lines) : lines, rowLines, headings);
  const ownNumber = number ?? firstNumber(lines);
  const isBank = () =>
    isDeposit || (ownNumber !== null && isBankAccount(ownNumber) && knowsCardsOf(textsOf(besides)));
  const card = kindOf(named, isDeposit, isBank);
  const isAsked = card === "card" || labels.some(({ kind }) => kind === "total_due");
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
      numbered: numberedYear(besides),
      usual: currency === "USD" ? "mdy" : "dmy",
    },
  );
  if (!resolved) return null;
  const { dates } = resolved;
  const sorted = dates.toSorted();
  const dateOf = (mark: DateMark) => resolveMark(mark, resolved.order, sorted.at(-1)!);
  const anchors = anchorsOf(entries);
  const found = searchReading({
    drafts,
    headings: [...new Set(headings.values())],
    dates,
    anchors,
    ends: endPoints(anchors, sorted[0]!, sorted.at(-1)!, dateOf, dates[0]! > dates.at(-1)!),
    dayOf: dateOf,
    styles: numberStyles(figures, currency, () => mayHaveThousandths(textsOf(besides))),
    card,
    isLoan: owes,
    isBankAccount: isBank,
    minimumDue: isAsked ? minimumDue(lines.slice(first, (own.at(-1)?.index ?? 0) + 1)) : null,
    known: labels.length > 0 || drafts.some(({ header }) => header !== null),
    breaks: breaksOf(drafts),
    outside: outsideOf(entries, lines),
  });
  if (!found || found.reading.interpretation.values.size === 0) return null;
  const warnings: Warning[] = resolved.yearAssumed ? ["year_assumed"] : [];
  if (currency === null) warnings.push("currency_unknown");
  else if (!isTold && options.currency === undefined) warnings.push("currency_assumed");
  const facts = { institution, currency, number: ownNumber, period: resolved.period };
  const account = toAccount(facts, drafts, dates, found.reading, found.ambiguous || resolved.ambiguous);
  return { account, habit: signHabitOf(found.reading), warnings };
}

/** Beside the words for a card that any paper may print, what the account calls itself decides; beside an advertisement its number too. */
function kindOf(
  named: ReturnType<typeof cardOf>,
  isDeposit: boolean,
  isBank: () => boolean,
): "card" | "perhaps" | "no" {
  if (named === "in sentences") return isBank() ? "no" : "perhaps";
  return named === "perhaps" && isDeposit ? "no" : named;
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

function textsOf(lines: readonly MarkedLine[]): string[][] {
  return lines.map(({ words }) => words.map(({ text }) => text));
}

function firstNumber(lines: readonly MarkedLine[]): string | null {
  for (const line of lines) {
    const number = numberOf(line, false);
    if (number !== null) return number;
  }
  return null;
}
