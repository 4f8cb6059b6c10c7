import type { MarkedLine } from "../layout/marked-line.ts";
import type { ReadOptions, StatementAccount } from "../statement.ts";
import type { Entry } from "../table/draft/drafts.ts";
import type { Header } from "../table/headings/header.ts";
import { isSameAccount } from "./accounts/account-number.ts";
import { type AccountEntries, numberOf } from "./accounts/accounts.ts";
import { numberedYear } from "./dates/numbered-year.ts";
import { findPeriods, namedOrder } from "./dates/period.ts";
import { resolveDates } from "./dates/resolve-dates.ts";
import { currencyOf } from "./figures/currency.ts";
import { accountWithoutRows, type EmptyAccount } from "./no-rows.ts";

type Part = { number: string | null; lines: MarkedLine[] };

/** What holds for all accounts of a paper; `latest`: the day after which it has no dates. */
type Paper = { latest: string; options: ReadOptions; institution: string | null };

/** The accounts of a paper on which no row was found; null where one of them may have rows that were not found. */
export function readWithoutRows(
  lines: readonly MarkedLine[],
  entries: readonly Entry[],
  headers: ReadonlyMap<number, Header>,
  paper: Paper,
): EmptyAccount[] | null {
  const accounts = partsByNumber(lines).map((part) => {
    const own = new Set(part.lines.map(({ index }) => index));
    const some = entries.filter((entry) => own.has(firstLine(entry).index));
    return readPart(part, some, headers, paper);
  });
  return accounts.every((account) => account !== null) ? accounts : null;
}

/** An account without rows among others; unverifiable where nothing says that there are none. */
export function accountsWithoutRows(
  { number, entries }: AccountEntries,
  headers: ReadonlyMap<number, Header>,
  paper: Paper,
): StatementAccount[] {
  const lines = entries.map(firstLine);
  const empty = readWithoutRows(lines, entries, headers, paper);
  if (empty?.every(({ isTold }) => isTold)) return empty.map(({ account }) => account);
  const unknown = { currency: null, opening_balance: null, closing_balance: null, period: null };
  const account = { institution: paper.institution, account_number: number, ...unknown };
  return [{ ...account, status: "unverifiable", checks: [], transactions: [] }];
}

function readPart(
  { lines, number }: Part,
  entries: readonly Entry[],
  headers: ReadonlyMap<number, Header>,
  { latest, options, institution }: Paper,
): EmptyAccount | null {
  const all = lines.flatMap((line) => line.dates);
  const currency = currencyOf([], [], lines, all)?.code ?? options.currency ?? null;
  const dates = resolveDates([], {
    all,
    periods: findPeriods(lines, new Set()),
    labelled: [],
    early: 0,
    named: namedOrder(lines),
    latest,
    year: options.year ?? null,
    numbered: numberedYear(lines),
    usual: currency === "USD" ? "mdy" : "dmy",
  });
  const facts = { institution, currency, number, period: dates?.period ?? null };
  return accountWithoutRows(entries, lines, headers, facts);
}

/** The lines of each account: another one begins where another number is printed. */
function partsByNumber(lines: readonly MarkedLine[]): Part[] {
  const parts: Part[] = [{ number: null, lines: [] }];
  for (const line of lines) {
    const part = parts.at(-1)!;
    const number = numberOf(line, false);
    if (number !== null && part.number !== null && !isSameAccount(number, part.number))
      parts.push({ number, lines: [line] });
    else {
      part.number ??= number;
      part.lines.push(line);
    }
  }
  return parts;
}

function firstLine(entry: Entry): MarkedLine {
  if (entry.type === "draft") return entry.draft.lines[0]!;
  return entry.type === "label" ? entry.label.line : entry.line;
}
