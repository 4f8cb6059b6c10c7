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
import { opensAnew, type ReadAccounts, readAsOne, readSeveral } from "./accounts/parted-accounts.ts";
import { withOneHabit } from "./accounts/sign-habits.ts";
import { arrangedLines } from "./arranged-lines.ts";
import { withHeadedDates } from "./dates/headed-dates.ts";
import { latestDay } from "./dates/latest-day.ts";
import { withOpeningBefore } from "./figures/balances-before.ts";
import { withChargedFees } from "./figures/charged-fees.ts";
import { type Paper, readAccount } from "./read-account.ts";
import { readBest } from "./read-best.ts";
import { accountsWithoutRows, readWithoutRows } from "./read-without-rows.ts";

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
    habits: new Map(),
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
      : {
          ...each,
          accounts: accountsWithoutRows(parts[index]!, headers, {
            latest,
            options,
            institution,
            isLater: false,
          }),
        },
  );
  const isRead = read.some((each) => each.accounts.length > 0);
  const [first, ...others] = parts.map((part) => part.entries);
  const mayBeOne = !isOnly && others.length > 0 && !opensAnew(first!, others);
  const found =
    (mayBeOne && readAsOne(read, () => readPart({ ...parts[0]!, entries }, true))) ||
    (isRead ? withLost : read);
  const accounts = withOverview(
    withOneHabit(
      found.flatMap((part) => part.accounts),
      paper.habits,
    ),
    entries,
  );
  const warnings = new Set(found.flatMap((part) => [...part.warnings]));
  const isAside = areAllAsides(entries);
  const mayBeEmpty =
    accounts.length === 0 ||
    (isAside &&
      accounts.every(({ status, transactions }) => status !== "reconciled" || transactions.length === 0));
  const own = isAside ? paper.besides : lines;
  const isLater = isAside && accounts.length > 0 && accounts.every(isAfterPeriod);
  const empty = mayBeEmpty
    ? readWithoutRows(own, entries, headers, { latest, options, institution, isLater })
    : null;
  return { accounts: empty ?? accounts, warnings };
}

/** Whether an account's rows, if it has any, are all of days to come: payments that are planned. */
function isAfterPeriod({ period, transactions }: StatementAccount): boolean {
  return transactions.every(({ date }) => period !== null && date > period.to);
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
  if (several) return { accounts: several, warnings: told };
  return readWithBesides(entries, read) ?? { accounts: account ? [account] : [], warnings };
}

/** The account, where it adds up with what stands beside the rows' amounts: fees, and the balance before each. */
function readWithBesides(entries: readonly Entry[], read: Read): ReadAccounts | null {
  const opened = withOpeningBefore(entries);
  for (const variant of [opened, withChargedFees(opened ?? entries)]) {
    const warnings = new Set<Warning>();
    const account = variant && readBest(variant, (some, told) => read(some, true, told), warnings);
    if (account?.status === "reconciled") return { accounts: [account], warnings };
  }
  return null;
}

function besidesRows(lines: readonly MarkedLine[], entries: readonly Entry[]): MarkedLine[] {
  const rows = new Set(
    entries.flatMap((entry) => (entry.type === "draft" ? entry.draft.lines.map(({ index }) => index) : [])),
  );
  return lines.filter(({ index }) => !rows.has(index));
}
