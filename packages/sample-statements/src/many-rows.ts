import { addDays } from "./civil-date.ts";
import type { RowSpec, StatementSpec } from "./statement-spec.ts";

const merchants = [
  "CORNER SUPERMARKET",
  "METRO TICKETS",
  "OLD MILL COFFEE",
  "RIVERSIDE PHARMACY",
  "LIGHTHOUSE CINEMA",
  "BLUE DOOR CLOTHING",
  "BRIGHT ELECTRICITY",
];

/** A year of an account with exactly so many rows, spread evenly, each told apart by its number. */
export function manyRows(count: number, year = 2025): StatementSpec {
  const from = `${year}-01-01`;
  const rows = Array.from({ length: count }, (_, index): RowSpec => {
    const salary = index % 50 === 0;
    return {
      date: addDays(from, Math.floor((index * 365) / count)),
      description: salary
        ? `SALARY EXAMPLE WORKS ${index}`
        : `${merchants[index % merchants.length]} ${index}`,
      amount: salary ? 250_000n : -BigInt(105 + ((index * 7_919) % 9_400)),
    };
  });
  return {
    institution: "Longleaf Bank",
    layout: "debit_credit",
    accounts: [
      { number: "30301122", currency: "GBP", period: { from, to: `${year}-12-31` }, opening: 100_000n, rows },
    ],
  };
}
