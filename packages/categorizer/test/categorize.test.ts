import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { categorize } from "../src/categorize.ts";
import { type Category, categories, type Flow, flows } from "../src/category.ts";
import { merchantKey, normaliseMerchant } from "../src/merchant.ts";
import { confusion, readLabelled, report } from "./confusion.ts";

const labelled = readLabelled(new URL("descriptions.tsv", import.meta.url));

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 60 }),
  // Words banks print, in any order: the paths of the rules rather than of the tokeniser.
  fc
    .array(
      fc.constantFrom(...labelled.flatMap(({ description }) => description.split(" ")), "UPI", "*", "//"),
      { maxLength: 12 },
    )
    .map((words) => words.join(" ")),
);
const side = fc.constantFrom("DEBIT", "CREDIT");

test("descriptions as banks print them", (context) => {
  const result = confusion(labelled);
  context.diagnostic(report(result).split("\n")[0]!);
  assert.ok(labelled.length > 400);
  assert.ok(result.right / result.rows >= 0.98, report(result));
});

test("every category and flow is among the descriptions", () => {
  for (const category of categories)
    assert.ok(
      labelled.some((row) => row.category === category),
      category,
    );
  for (const flow of flows)
    assert.ok(
      labelled.some((row) => row.flow === flow),
      flow,
    );
});

const decisions: [
  rule: string,
  type: "DEBIT" | "CREDIT",
  description: string,
  category: Category,
  flow: Flow,
][] = [
  ["cash is spent, on nobody knows what", "DEBIT", "ATM WITHDRAWAL 7-ELEVEN", "other", "SPENDING"],
  ["a fee for cash is a charge", "DEBIT", "ATM WITHDRAWAL FEE", "bills", "SPENDING"],
  ["money back is no income", "CREDIT", "REFUND ZARA.COM", "shopping", "SPENDING"],
  ["a credit from a shop is money back", "CREDIT", "IKEA 0412", "shopping", "SPENDING"],
  ["tax back is income", "CREDIT", "IRS TAX REFUND", "other", "INCOME"],
  ["a card repaid moves one's own money", "DEBIT", "CREDIT CARD PAYMENT", "other", "TRANSFER"],
  ["so it does on the card's side", "CREDIT", "PAYMENT RECEIVED - THANK YOU", "other", "TRANSFER"],
  ["a card payment is a purchase", "DEBIT", "CARD PAYMENT ALDI", "food", "SPENDING"],
  ["savings and investments are one's own", "DEBIT", "VANGUARD", "other", "TRANSFER"],
  ["a transfer to nobody named is one's own", "DEBIT", "ONLINE TRANSFER 0412", "other", "TRANSFER"],
  ["a transfer to a bank is one's own", "CREDIT", "TRANSFER FROM NORTHBANK", "other", "TRANSFER"],
  ["whether its name is one word or more", "CREDIT", "TRANSFER FROM NORTHGATE BANK", "other", "TRANSFER"],
  ["a transfer to a person is spending", "DEBIT", "TRANSFER TO A EXAMPLE", "other", "SPENDING"],
  ["a transfer from a person is income", "CREDIT", "TRANSFER FROM A EXAMPLE", "other", "INCOME"],
  ["interest earned is income", "CREDIT", "INTEREST", "other", "INCOME"],
  ["interest paid is a charge", "DEBIT", "INTEREST", "bills", "SPENDING"],
  ["a direct debit of nobody known is a bill", "DEBIT", "DIRECT DEBIT QXZ HOLDINGS", "bills", "SPENDING"],
  ["fuel is fuel at a supermarket too", "DEBIT", "ASDA PETROL 4421", "transport", "SPENDING"],
  ["a name that is a word gives way to other words", "DEBIT", "SUNRISE DINER", "food", "SPENDING"],
  ["a road is no recurring deposit", "DEBIT", "CORNER CAFE 12 MILE END RD", "food", "SPENDING"],
  ["nothing known is other", "DEBIT", "QXZ 88123", "other", "SPENDING"],
];

for (const [rule, type, description, category, flow] of decisions) {
  test(rule, () => {
    const answer = categorize({ description, type });
    assert.deepEqual([answer.category, answer.flow], [category, flow], JSON.stringify(answer));
  });
}

test("a guess says so: less than half without any clue, more with a known name", () => {
  assert.ok(categorize({ description: "QXZ 88123", type: "DEBIT" }).confidence < 0.5);
  assert.ok(categorize({ description: "NETFLIX.COM", type: "DEBIT" }).confidence > 0.9);
});

test("any text has an answer from the closed sets, the same every time", () => {
  fc.assert(
    fc.property(anyText, side, (description, type) => {
      const answer = categorize({ description, type });
      assert.ok(categories.includes(answer.category) && flows.includes(answer.flow));
      assert.ok(answer.confidence > 0 && answer.confidence <= 1);
      if (answer.flow !== "SPENDING") assert.equal(answer.category, "other");
      assert.equal(answer.merchant, normaliseMerchant(description));
      assert.deepEqual(categorize({ description, type }), answer);
    }),
    { numRuns: 2_000 },
  );
});

test("a debit is never income, whatever it says", () => {
  fc.assert(
    fc.property(anyText, (description) => {
      assert.notEqual(categorize({ description, type: "DEBIT" }).flow, "INCOME");
    }),
    { numRuns: 1_000 },
  );
});

test("letters' case and accents do not matter", () => {
  for (const { description, type } of labelled) {
    const { category, flow } = categorize({ description, type });
    const lower = categorize({ description: description.toLowerCase(), type });
    assert.deepEqual([lower.category, lower.flow], [category, flow], description);
  }
});

test("a description of any length costs what a long one costs", () => {
  const long = "UPI-".repeat(500_000);
  assert.equal(merchantKey(long), merchantKey(long.slice(0, 512)));
});
