import fc from "fast-check";
import { addDays, daysBetween } from "../src/civil-date.ts";
import { type Layout, type LayoutName, layouts } from "../src/layouts.ts";
import type { AccountSpec } from "../src/statement-spec.ts";

const words = fc.array(fc.stringMatching(/^[A-Z]{2,12}$/), { minLength: 1, maxLength: 8 });

/** Any account that the layout can print truthfully. */
export function anyAccount(name: LayoutName): fc.Arbitrary<AccountSpec> {
  const layout: Layout = layouts[name];
  const from = "2025-11-20";
  const to = "2026-02-10";
  const row = fc.record({
    date: fc.nat({ max: daysBetween(from, to) }).map((days) => addDays(from, days)),
    description: words.map((list) => list.join(" ")),
    amount: fc
      .bigInt({ min: -9_999_999n, max: 9_999_999n })
      .filter((amount) => amount !== 0n || layout.side !== "minus"),
  });
  return fc.record({
    number: fc.stringMatching(/^\d{8}$/),
    currency: fc.constantFrom("GBP", "JPY", "KWD", "INR"),
    period: fc.constant({ from, to }),
    opening: layout.proof === "balances" ? fc.bigInt({ min: -999_999n, max: 99_999_999n }) : fc.constant(0n),
    rows: fc
      .array(row, { maxLength: 60 })
      .map((rows) => rows.sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))),
  });
}
