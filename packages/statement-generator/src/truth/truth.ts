import { formatMinor } from "@finflow/money/decimal";
import { isInvented } from "../countries.ts";
import { partsOf } from "../ledger/civil-date.ts";
import { type DateStyle, dateStyles } from "../printing/date-style.ts";
import type { AccountSpec, StatementSpec } from "../statement-spec.ts";
import { type ExpectedVerdict, proofOf } from "./proof.ts";

export type TruthRow = { date: string; type: "DEBIT" | "CREDIT"; amount: string; balance: string | null };

/**
 * What the paper says. `verdict`: what a reading must come to; null where two careful people could differ, so that
 * only a reconciled reading with other rows is wrong.
 */
export type Truth = {
  verdict: ExpectedVerdict;
  /** Whether the text says what the page shows; where not, only its picture can be read. */
  readable: boolean;
  /** Whether nothing on it says that it is a statement without rows: then it is none as far as anyone can tell. */
  blank: boolean;
  accounts: { currency: string; opening: string | null; closing: string | null; rows: TruthRow[] }[];
};

export function truthOf(spec: StatementSpec): Truth {
  const proofs = spec.accounts.map((account) => proofOf(account, spec));
  const worst = (["contradicted", "unverifiable", null, "reconciled"] as const).find((verdict) =>
    proofs.includes(verdict),
  )!;
  return {
    readable: spec.dimensions.unicode === "mapped",
    blank: isBlank(spec),
    verdict: worst === "reconciled" && datesAreOpen(spec) ? null : worst,
    accounts: spec.accounts.map((account) => ({
      currency: account.currency,
      opening: shown(account.printed.opening, account),
      closing: shown(account.printed.closing, account),
      rows: account.printed.rows.map(({ date, amount, balance }) => ({
        date,
        type: amount < 0n ? "DEBIT" : "CREDIT",
        amount: formatMinor(amount < 0n ? -amount : amount, account.digits),
        balance: shown(balance, account),
      })),
    })),
  };
}

/** No rows, and neither two balances, sums or a count in words that are some language's, nor headings above one balance. */
function isBlank({ accounts, country, dimensions }: StatementSpec): boolean {
  return accounts.every(({ printed: { rows, opening, closing, totals, count } }) => {
    if (rows.length > 0) return false;
    if (isInvented(country)) return true;
    const balances = [opening, closing].filter((balance) => balance !== null).length;
    const isHeaded = dimensions.headings !== "none";
    return balances + Number(isHeaded) < 2 && totals === null && count === null;
  });
}

function shown(value: bigint | null, { digits }: AccountSpec): string | null {
  return value === null ? null : formatMinor(value, digits);
}

/** Days and months could change places: no printed date has a day past the twelfth. */
function datesAreOpen(spec: StatementSpec): boolean {
  const { order } = dateStyles[spec.dimensions.date as DateStyle];
  if (order !== "dmy" && order !== "mdy") return false;
  const ends =
    spec.dimensions.year === "nowhere" ? [] : spec.accounts.flatMap(({ period }) => [period.from, period.to]);
  const rows = spec.accounts.flatMap(({ printed }) => printed.rows.map(({ date }) => date));
  return [...ends, ...rows].every((date) => partsOf(date).day <= 12);
}
