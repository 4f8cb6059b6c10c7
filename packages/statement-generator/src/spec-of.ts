import { minorDigits } from "@finflow/money/currency";
import { chooseDimensions } from "./choose-dimensions.ts";
import { type Country, countries } from "./countries.ts";
import type { Dimensions } from "./dimensions.ts";
import { addDays } from "./ledger/civil-date.ts";
import { periodOf } from "./ledger/period.ts";
import { printRows } from "./ledger/printed-rows.ts";
import { type LedgerRow, ledgerRows } from "./ledger/rows.ts";
import { amountFor } from "./ledger/scale.ts";
import type { AmountStyle } from "./printing/amount.ts";
import type { DateStyle } from "./printing/date-style.ts";
import type { NumberStyle } from "./printing/number-style.ts";
import { numberStyles } from "./printing/number-style.ts";
import { type Random, randomOf } from "./random.ts";
import type { AccountSpec, StatementSpec } from "./statement-spec.ts";

const institutions = [
  "Northgate Bank",
  "Harbour Trust",
  "Banco Ejemplo",
  "Muster Bank",
  "Lakeside Credit Union",
  "BNX",
];

/** The statement of a seed; the same on every machine. */
export function specOf(seed: number): StatementSpec {
  const random = randomOf(seed);
  const country = random.fork("country").pick(countries);
  const dimensions = chooseDimensions(random.fork("dimensions"), country);
  const period = periodOf(random.fork("period"), dimensions);
  const count = { one: 1, two: 2, "two currencies": 2, three: 3 }[dimensions.accounts];
  const accounts = Array.from({ length: count }, (_, index) =>
    accountOf(random.fork(`account ${index}`), {
      style: random.fork("style"),
      country,
      dimensions,
      period,
      index,
    }),
  );
  const lastDay =
    accounts
      .flatMap(({ printed }) => printed.rows.map(({ date }) => date))
      .sort()
      .at(-1) ?? period.to;
  const made = addDays(dimensions.year === "nowhere" ? lastDay : period.to, random.fork("made").whole(3, 20));
  return {
    seed,
    dimensions,
    country,
    institution: random.fork("institution").pick(institutions),
    date: dimensions.date as DateStyle,
    accounts,
    created: made,
    today: addDays(made, random.fork("read").whole(0, 300)),
  };
}

type Setting = {
  style: Random;
  country: Country;
  dimensions: Dimensions;
  period: { from: string; to: string };
  index: number;
};

function accountOf(random: Random, { style, country, dimensions, period, index }: Setting): AccountSpec {
  const foreign = country.currency === "USD" ? "EUR" : "USD";
  const currency = dimensions.accounts === "two currencies" && index === 1 ? foreign : country.currency;
  const digits = minorDigits(currency);
  const rows = ledgerRows(random.fork("rows"), {
    dimensions,
    words: country.words,
    currency,
    digits,
    period,
  });
  const opening = openingOf(random.fork("opening"), dimensions, currency, digits, rows);
  if (dimensions.kind === "card") payBalance(random.fork("payment"), rows, opening);
  const printed = printRows(random.fork("printed"), { dimensions, rows, opening });
  return {
    number: String(random.fork("number").whole(10_000_000, 9_999_999_999)),
    currency,
    digits,
    period,
    amounts: amountStyle(style, { country, dimensions, currency, digits }),
    printed,
  };
}

/** Holders of cards pay what they owed, or some of it, by one payment a month. */
function payBalance(random: Random, rows: LedgerRow[], opening: bigint): void {
  if (rows.length < 2 || random.chance(0.1)) return;
  const row = rows.find(({ amount }) => amount > 0n) ?? random.pick(rows);
  row.amount = random.chance(0.7) ? opening : opening / 4n + 1n;
  if (row.section === "out" || row.section === "fees") row.section = "in";
}

function openingOf(
  random: Random,
  dimensions: Dimensions,
  currency: string,
  digits: number,
  rows: readonly { amount: bigint }[],
): bigint {
  let lowest = 0n;
  let at = 0n;
  for (const { amount } of rows) {
    at += amount;
    if (at < lowest) lowest = at;
  }
  const spare = amountFor(random, currency, digits, 20_000);
  if (dimensions.kind === "card") return spare;
  // Somewhere between, the balance falls below zero.
  if (dimensions.overdraft === "yes") return lowest < 0n ? -lowest / 2n + 1n : -spare;
  return spare - lowest;
}

function amountStyle(
  random: Random,
  {
    country,
    dimensions,
    currency,
    digits,
  }: Pick<Setting, "country" | "dimensions"> & { currency: string; digits: number },
): AmountStyle {
  const any = dimensions.number === "any" ? (Object.keys(numberStyles) as NumberStyle[]) : country.numbers;
  const [debit, credit] = [country.words.debitSide, country.words.creditSide];
  const latin = country.words.script === "latin1" || country.words.script === "latin";
  const sides: [string, string] =
    latin && !country.unfamiliar && !country.words.borrowed.includes("debitSide")
      ? [credit[0]!, debit[0]!]
      : ["CR", "DR"];
  return {
    number: random.pick(any),
    sign: dimensions.sign as AmountStyle["sign"],
    mark: dimensions.currencyMark as AmountStyle["mark"],
    digits,
    currency,
    sides,
  };
}
