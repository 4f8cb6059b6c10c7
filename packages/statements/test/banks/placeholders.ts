import type { RowFact } from "./bank-script.ts";
import { printDate, printNumber, printSigned } from "./formats.ts";

/** Sums of an account's rows, in minor units, and their counts. */
export type Sums = { balance: bigint; debits: bigint; credits: bigint; countIn: number; countOut: number };

/** Where a script is: how the bank prints, the sums of the rows so far, and those of all rows. */
export type ScriptState = {
  date: string;
  numbers: string;
  /** Names of the months, January first, separated by spaces. */
  months: string;
  from: string;
  to: string;
  digits: number;
  /** The balance is what is owed: it grows with money out. */
  owed: boolean;
  opening: bigint;
  sofar: Sums;
  final: Sums;
  row: RowFact | null;
  firstOfDay: boolean;
  lastOfDay: boolean;
};

/**
 * A cell with its placeholders filled, `{name}` or `{name how}`: a pattern for dates, samples for amounts
 * (formats.ts). Null where one has nothing to say in this row: then nothing of the cell is printed.
 */
export function fill(cell: string, state: ScriptState): string | null {
  let silent = false;
  const text = cell.replace(/\{(\w+)(?: ([^}]*))?\}/g, (_, name: string, how: string | undefined) => {
    const value = printed(name, how, state);
    silent ||= value === null;
    return value ?? "";
  });
  return silent ? null : text;
}

function printed(name: string, how: string | undefined, state: ScriptState): string | null {
  const { row, sofar, final } = state;
  const money = (minor: bigint | null) =>
    minor === null ? null : printSigned(minor, printNumber(minor, state.digits, state.numbers), how ?? "1");
  const date = (iso: string) => printDate(iso, how ?? state.date, state.months.split(" "));
  if (name === "from") return date(state.from);
  if (name === "to") return date(state.to);
  if (name === "opening") return money(state.opening);
  if (name === "closing") return money(final.balance);
  if (name === "debits") return money(final.debits);
  if (name === "credits") return money(final.credits);
  if (name === "countin") return String(final.countIn);
  if (name === "countout") return String(final.countOut);
  if (name === "count") return String(final.countIn + final.countOut);
  if (name === "b") return money(sofar.balance);
  if (name === "debitsofar") return money(sofar.debits);
  if (name === "creditsofar") return money(sofar.credits);
  if (name === "n") return String(sofar.countIn + sofar.countOut);
  if (!row) throw new Error(`no such placeholder outside of rows: ${name}`);
  const { amount, fields } = row;
  const size = amount < 0n ? -amount : amount;
  if (name === "d") return date(row.date);
  if (name === "v") return date(row.valueDate);
  if (name === "a") return money(size);
  if (name === "s") return money(amount);
  if (name === "o") return money(-amount);
  if (name === "out") return amount < 0n ? money(size) : null;
  if (name === "in") return amount < 0n ? null : money(size);
  if (name === "bd") return state.lastOfDay ? money(sofar.balance) : null;
  if (name === "first") return state.firstOfDay ? date(row.date) : null;
  const field = /^\d$/.test(name) ? (fields[Number(name) - 1] ?? null) : undefined;
  if (field === undefined) throw new Error(`no such placeholder: ${name}`);
  return field;
}
