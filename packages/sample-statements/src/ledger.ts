import { addDays, daysBetween } from "./civil-date.ts";
import type { RowSpec } from "./statement-spec.ts";

/** Something that recurs: on days of the month, on days of the week, or every so many days. */
export type Habit = {
  description: string | string[];
  /** In minor units, debits negative: one amount, or the least and the most. */
  amount: bigint | [least: bigint, most: bigint];
} & ({ dayOfMonth: number } | { weekdays: number[] } | { everyDays: number });

/**
 * The rows these habits make from one day to another, both included, in the same order on the same days
 * whatever the first day is: so two statements cut from one ledger agree where they overlap. The `account`
 * draws the amounts: two accounts with the same habits differ.
 */
export function ledger(account: string, habits: readonly Habit[], from: string, to: string): RowSpec[] {
  const rows: RowSpec[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    habits.forEach((habit, index) => {
      if (!falls(habit, date)) return;
      const chance = hash(`${account} ${date} ${index}`);
      rows.push({ date, description: pick(habit.description, chance), amount: drawn(habit.amount, chance) });
    });
  }
  return rows;
}

/** Sunday is 0. */
function falls(habit: Habit, date: string): boolean {
  const day = daysBetween("1970-01-01", date);
  if ("dayOfMonth" in habit) return Number(date.slice(8)) === habit.dayOfMonth;
  if ("weekdays" in habit) return habit.weekdays.includes((day + 4) % 7);
  return day % habit.everyDays === 0;
}

function pick(description: string | string[], chance: number): string {
  return typeof description === "string" ? description : description[chance % description.length]!;
}

function drawn(amount: bigint | [bigint, bigint], chance: number): bigint {
  if (typeof amount === "bigint") return amount;
  const [least, most] = amount;
  return least + (BigInt(chance) % (most - least + 1n));
}

/** FNV-1a: the same figures on the same day on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value ^ (value >>> 15)) >>> 0;
}
