import type { Dimensions } from "../dimensions.ts";
import type { Words } from "../languages/words.ts";
import type { Random } from "../random.ts";
import type { Section } from "../statement-spec.ts";
import { addDays, daysBetween, partsOf } from "./civil-date.ts";
import { amountFor } from "./scale.ts";

export type LedgerRow = {
  date: string;
  valueDate: string;
  text: string[];
  reference: string;
  time: string;
  amount: bigint;
  section: Section;
};

type Input = {
  dimensions: Dimensions;
  words: Words;
  currency: string;
  digits: number;
  period: { from: string; to: string };
};

const rowCounts: Record<Dimensions["length"], [number, number]> = {
  none: [0, 0],
  one: [1, 1],
  few: [2, 5],
  some: [6, 30],
  many: [40, 120],
  "very many": [200, 500],
};

/** What happened in one period, oldest first. */
export function ledgerRows(random: Random, input: Input): LedgerRow[] {
  const { dimensions, period, currency, digits } = input;
  const count = random.whole(...rowCounts[dimensions.length]);
  const span = daysBetween(period.from, period.to);
  const busyDays = Array.from({ length: Math.max(2, Math.ceil(count * 0.7)) }, () => random.whole(0, span));
  const days = Array.from({ length: count }, () => random.pick(busyDays)).sort((a, b) => a - b);
  const rows = days.map((day): LedgerRow => {
    const date = addDays(period.from, day);
    const credit =
      dimensions.sides === "in only" ||
      (dimensions.sides === "both" && random.chance(dimensions.kind === "card" ? 0.06 : 0.27));
    const size = amountFor(random, currency, digits, credit && dimensions.kind === "account" ? 6_000 : 2_000);
    const fee = !credit && dimensions.sections === "in, out, fees" && random.chance(0.15);
    return {
      date,
      valueDate: addDays(date, random.pick([0, 0, 0, 1, -1, 2])),
      text: describe(random, input),
      reference: String(random.whole(10_000_000, 9_999_999_999)),
      time: `${String(random.whole(0, 23)).padStart(2, "0")}:${String(random.whole(0, 59)).padStart(2, "0")}`,
      amount: credit ? size : -size,
      section:
        dimensions.sections === "by card holder"
          ? random.pick(["first holder", "second holder"] as const)
          : credit
            ? "in"
            : fee
              ? "fees"
              : "out",
    };
  });
  if (dimensions.sides === "both" && rows.length > 1) bothSides(random, rows);
  twin(random, rows);
  // Within a day a bank prints times as they passed.
  for (const day of Map.groupBy(rows, ({ date }) => date).values()) {
    const times = day.map(({ time }) => time).sort();
    for (const [index, row] of day.entries()) row.time = times[index]!;
  }
  return rows;
}

/** A statement of both sides has at least one row of each, and not as the only witness of its column. */
function bothSides(random: Random, rows: LedgerRow[]): void {
  for (const sign of [1n, -1n]) {
    if (rows.some(({ amount }) => amount * sign > 0n)) continue;
    const row = random.pick(rows);
    row.amount = -row.amount;
    if (row.section !== "first holder" && row.section !== "second holder")
      row.section = row.amount > 0n ? "in" : "out";
  }
}

/** Two equal purchases on a day are no mistake. */
function twin(random: Random, rows: LedgerRow[]): void {
  if (rows.length < 4 || !random.chance(0.2)) return;
  const at = random.whole(1, rows.length - 1);
  const { date, valueDate, text, amount, section } = rows[at - 1]!;
  Object.assign(rows[at]!, { date, valueDate, text: [...text], amount, section });
}

function describe(random: Random, { dimensions, words }: Input): string[] {
  const first = `${random.pick(words.texts)} ${random.pick(words.merchants)}`;
  const trap = dimensions.traps !== "none" && random.chance(0.4) ? trapOf(random, dimensions.traps) : "";
  if (dimensions.descriptions === "one line" || dimensions.descriptions === "wide gap") {
    return [trap ? `${first} ${trap}` : first];
  }
  const lines = [first];
  const more = dimensions.descriptions === "date in the middle" ? 2 : random.whole(0, 2);
  if (trap) lines.push(trap);
  for (let line = 0; line < more; line++)
    lines.push(random.chance(0.5) ? random.pick(words.merchants) : code(random));
  return lines;
}

function code(random: Random): string {
  return random.pick([
    () => `REF ${random.whole(100_000, 999_999)}`,
    () => `ID:${random.whole(1_000_000_000, 9_999_999_999)}`,
    () => `XXXX ${random.whole(1000, 9999)}`,
    () => `E2E-${random.whole(10_000, 99_999)}/${random.whole(10, 99)}`,
  ])();
}

/** What stands in descriptions and looks like something else. */
function trapOf(random: Random, kind: Dimensions["traps"]): string {
  const { month, day } = partsOf(addDays("2024-01-01", random.whole(0, 364)));
  const two = (number: number) => String(number).padStart(2, "0");
  if (kind === "digits") {
    return random.pick([
      () => `CARD ${random.whole(1000, 9999)}`,
      () => `NO ${random.whole(100, 999)} ${random.whole(1000, 9999)} ${random.whole(10, 99)}`,
      () => `${random.whole(100_000_000_000, 999_999_999_999)}`,
      () => `STORE #${random.whole(1, 9999)}`,
      () => `24/7 SHOP`,
      () => `${random.whole(10_000, 99_999)}`,
      () => `ITEM ${random.whole(1, 9)},${random.whole(100, 999)}`,
      () => `TERMINAL 00${random.whole(100, 999)}-${random.whole(1, 9)}`,
    ])();
  }
  if (kind === "dates") {
    return random.pick([
      () => `ON ${two(day)}/${two(month)}`,
      () => `${two(day)}.${two(month)}.2023 ${random.whole(10, 23)}:15`,
      () => `VAL 2023-${two(month)}-${two(day)}`,
      () => `${two(month)}/${two(day)}/23`,
      () => `INSTALMENT ${random.whole(1, 12)}/12`,
      () => `Value Date: ${two(day)}/${two(month)}/2024`,
      () => `${two(day)} MAR CARD ${random.whole(1000, 9999)}`,
      () => `ref 2024-${two(month)}`,
    ])();
  }
  const amount = `${random.whole(1, 900)}.${two(random.whole(0, 99))}`;
  return random.pick([
    () => `USD ${amount} @ 1.0${random.whole(100, 999)}`,
    () => `FEE ${amount} INCL.`,
    () => `${amount} GBP`,
    () => `VAT 20% ${amount}`,
  ])();
}
