import { formatMinor } from "@finflow/money/decimal";
import type { Figure } from "../layout/figures.ts";
import { maxListedChecks } from "../limits.ts";
import { boxOf, unionBox } from "../pdf/word.ts";
import { balanceOf } from "../reading/interpret/interpret.ts";
import type { Place } from "../reading/ledger/ledger.ts";
import { isProven, type Reading } from "../reading/search.ts";
import type { Check, StatementAccount, StatementRow, Verdict } from "../statement.ts";
import { typeWords } from "../table/columns/type-column.ts";
import type { Draft } from "../table/draft/drafts.ts";
import { descriptionOf, provenanceOf, textColumns } from "../table/rows/describe.ts";
import { hasDoubtfulDates } from "./dates/date-doubt.ts";
import { likelySigns } from "./likely-sign.ts";

export type AccountFacts = {
  institution: string | null;
  currency: string | null;
  number: string | null;
  period: { from: string; to: string } | null;
};

/** An account as it is handed out, from the reading that was taken for it. */
export function toAccount(
  facts: AccountFacts,
  drafts: readonly Draft[],
  dates: readonly string[],
  reading: Reading,
  ambiguous: boolean,
): StatementAccount {
  const { digits } = reading.style;
  const { opening, closing } = reading.proof;
  return {
    institution: facts.institution,
    currency: facts.currency,
    account_number: facts.number,
    opening_balance: opening === null ? null : formatMinor(opening, digits),
    closing_balance: closing === null ? null : formatMinor(closing, digits),
    period: facts.period,
    status: verdictOf(reading, ambiguous || hasDoubtfulDates(drafts, dates, rowIndexes(reading))),
    checks: checksOf(reading),
    transactions: rowsOf(drafts, dates, reading),
  };
}

/**
 * An account without rows: proven between two printed balances that are equal, neither by one alone nor where one has a
 * minus.
 *
 * @param at where a balance is printed, if one is
 */
export function toEmptyAccount(
  facts: AccountFacts,
  { opening, closing }: { opening: bigint | undefined; closing: bigint | undefined },
  at: Place | null,
  digits: number,
): StatementAccount {
  const shown = (value: bigint | undefined) => (value === undefined ? null : formatMinor(value, digits));
  const [first, last] = [shown(opening), shown(closing)];
  const isProven = at !== null && first !== null && first === last;
  return {
    institution: facts.institution,
    currency: facts.currency,
    account_number: facts.number,
    opening_balance: first,
    closing_balance: last,
    period: facts.period,
    status: isProven ? "reconciled" : "unverifiable",
    checks: isProven
      ? [
          {
            kind: "closing_balance",
            printed: last,
            computed: first,
            difference: formatMinor(0n, digits),
            page: at.line.page,
            box: placeOf(at),
          },
        ]
      : [],
    transactions: [],
  };
}

/** The rows' places among the account's drafts. */
function rowIndexes({ drafts, interpretation }: Reading): number[] {
  return interpretation.items.flatMap((item) => (item.type === "row" ? [drafts[item.draft]!] : []));
}

function verdictOf(reading: Reading, ambiguous: boolean): Verdict {
  if (reading.proof.broken > 0) return "discrepant";
  if (!isProven(reading) || ambiguous || reading.doubtful || reading.proof.ambiguous) return "unverifiable";
  return "reconciled";
}

/** Every contradiction, and of the running balances that agree only the last. */
function checksOf({ proof, style }: Reading): Check[] {
  const lastAgreed = proof.checks.findLast(
    ({ kind, printed, computed }) => kind === "running_balance" && printed === computed,
  );
  const listed = proof.checks.filter(
    (check) => check.kind !== "running_balance" || check.printed !== check.computed || check === lastAgreed,
  );
  return listed.slice(0, maxListedChecks).map(({ kind, printed, computed, at }) => {
    const show = (value: bigint) => (kind === "count" ? value.toString() : formatMinor(value, style.digits));
    return {
      kind,
      printed: show(printed),
      computed: show(computed),
      difference: show(printed - computed),
      page: at?.line.page ?? null,
      box: at && placeOf(at),
    };
  });
}

function placeOf({ line, figure }: Place): [number, number, number, number] {
  const box = line.words.slice(figure.from, figure.to).map(boxOf).reduce(unionBox);
  return box.map((side) => Math.round(side * 100) / 100) as [number, number, number, number];
}

function rowsOf(drafts: readonly Draft[], dates: readonly string[], reading: Reading): StatementRow[] {
  const { interpretation, signs, style, direction, model } = reading;
  const chosen = reading.drafts.map((index) => drafts[index]!);
  const columns = textColumns(chosen);
  const marks = typeWords(reading.typed);
  const used = new Set(
    model.cells.flatMap((row) =>
      row.filter(
        (figure, column): figure is Figure =>
          (figure !== null && reading.roles[column] !== "ignored") ||
          (figure !== null && model.headed[column] === "other"),
      ),
    ),
  );
  const likely = likelySigns(reading, chosen);
  const rows: StatementRow[] = [];
  for (const item of interpretation.items) {
    if (item.type !== "row") continue;
    const value = interpretation.values.get(item.draft)!;
    const parts = [...(interpretation.prefixes.get(item.draft) ?? []), item.draft].map(
      (index) => chosen[index]!,
    );
    const sign = signs.get(reading.drafts[item.draft]!) || likely(item.draft, rows.length === 0);
    const balance = value.balance && balanceOf(value.balance, style, direction);
    rows.push({
      date: dates[reading.drafts[item.draft]!]!,
      description: descriptionOf(parts, columns, used, marks[item.draft]),
      type: sign === 1 ? "CREDIT" : "DEBIT",
      amount: formatMinor(item.magnitude, style.digits),
      balance: balance === null ? null : formatMinor(balance, style.digits),
      ...provenanceOf(parts),
    });
  }
  return rows;
}
