import type { MarkedLine } from "../layout/marked-line.ts";
import type { ReadOptions, StatementAccount, Warning } from "../statement.ts";
import type { Entry } from "../table/draft/drafts.ts";
import { findHeaders } from "../table/headings/headers.ts";
import { areAllAsides } from "../table/rows/asides.ts";
import { toEntries } from "../table/rows/to-entries.ts";
import { headingOf } from "./account-lines.ts";
import { type AccountEntries, hasRows, mayHaveRows, splitAccounts } from "./accounts/accounts.ts";
import { institutionOf } from "./accounts/institution.ts";
import { withOverview } from "./accounts/overview-balances.ts";
import { opensAnew, readAsOne, readSeveral } from "./accounts/parted-accounts.ts";
import { withOneHabit } from "./accounts/sign-habits.ts";
import { arrangedLines } from "./arranged-lines.ts";
import { withHeadedDates } from "./dates/headed-dates.ts";
import { latestDay } from "./dates/latest-day.ts";
import { withOpeningBefore } from "./figures/balances-before.ts";
import { withChargedFees } from "./figures/charged-fees.ts";
import { type FoundAccount, withNothingBesides } from "./found-account.ts";
import { type Paper, readAccount } from "./read-account.ts";
import { readBest } from "./read-best.ts";
import { accountsWithoutRows, readWithoutRows } from "./read-without-rows.ts";

export type ReadAccounts = { accounts: StatementAccount[]; warnings: Set<Warning> };

/** The accounts of a document, from its lines in reading order. */
export function readAccounts(
  printed: readonly MarkedLine[],
  created: string | null,
  options: ReadOptions,
): ReadAccounts {
  const latest = latestDay(printed, created, options);
  const arranged = arrangedLines(printed, latest);
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
    readAccountOrSeveral(part, (some, isWhole) => {
      const heading = isOnly && isWhole ? [] : headingOf(some);
      const number = isWhole ? part.number : null;
      return readAccount(paper, some, heading, number);
    });
  const parts = splitAccounts(entries);
  const isOnly = parts.filter(hasRows).length === 1;
  const read = parts.map((part) => (hasRows(part) ? readPart(part, isOnly) : []));
  // What adds up without an account whose rows were not found would hide it.
  const withLost = read.flatMap((found, index) =>
    found.length > 0 || !mayHaveRows(parts[index]!)
      ? found
      : accountsWithoutRows(parts[index]!, headers, paper).map(withNothingBesides),
  );
  const isRead = read.some((found) => found.length > 0);
  const [first, ...others] = parts.map((part) => part.entries);
  const mayBeOne = !isOnly && others.length > 0 && !opensAnew(first!, others);
  const found =
    (mayBeOne && readAsOne(read.flat(), () => readPart({ ...parts[0]!, entries }, true))) ||
    (isRead ? withLost : []);
  const accounts = withOverview(withOneHabit(found), entries);
  const warnings = new Set(found.flatMap((each) => each.warnings));
  const isAside = areAllAsides(entries);
  if (accounts.length > 0 && !(isAside && accounts.every(isNoneOrUnproven))) return { accounts, warnings };
  const empty = readWithoutRows(isAside ? paper.besides : lines, entries, headers, paper);
  // Payments after the period say that there are no rows within it.
  const isLater = accounts.length > 0 && accounts.every(isAfterPeriod);
  const isEmpty = empty !== null && (isLater || empty.every(({ isTold }) => isTold));
  return { accounts: isEmpty ? empty.map(({ account }) => account) : accounts, warnings };
}

function isNoneOrUnproven({ status, transactions }: StatementAccount): boolean {
  return status !== "reconciled" || transactions.length === 0;
}

/** Whether an account's rows, if it has any, are all of days to come: payments that are planned. */
function isAfterPeriod({ period, transactions }: StatementAccount): boolean {
  return transactions.every(({ date }) => period !== null && date > period.to);
}

type Read = (entries: readonly Entry[], isWhole: boolean) => FoundAccount | null;

/** The account of a part, or the several in it that no number parts. */
function readAccountOrSeveral({ entries }: AccountEntries, read: Read): FoundAccount[] {
  const found = readBest(entries, (some) => read(some, true));
  if (found?.account.status === "reconciled") return [found];
  const isContradicted = found?.account.status === "discrepant";
  const several = readSeveral(entries, isContradicted, (some) => read(some, false));
  if (several) return several;
  const best = readWithBesides(entries, read) ?? found;
  return best ? [best] : [];
}

/** The account, where it adds up with what stands beside the rows' amounts: fees, and the balance before each. */
function readWithBesides(entries: readonly Entry[], read: Read): FoundAccount | null {
  const opened = withOpeningBefore(entries);
  for (const variant of [opened, withChargedFees(opened ?? entries)]) {
    const found = variant && readBest(variant, (some) => read(some, true));
    if (found?.account.status === "reconciled") return found;
  }
  return null;
}

function besidesRows(lines: readonly MarkedLine[], entries: readonly Entry[]): MarkedLine[] {
  const rows = new Set(
    entries.flatMap((entry) => (entry.type === "draft" ? entry.draft.lines.map(({ index }) => index) : [])),
  );
  return lines.filter(({ index }) => !rows.has(index));
}
