import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findPeriod } from "./period.ts";
import { wordsOf } from "./words.ts";

const context = { today: "2025-08-15", lastRow: "2025-07-31" };

function read(text: string, at = context) {
  const found = findPeriod(wordsOf(text), at);
  return found && `${found.value.from ?? ""}..${found.value.to ?? ""}`;
}

describe("findPeriod", () => {
  const cases: Record<string, string | undefined> = {
    "how much did I spend": undefined,
    "what did I spend today": "2025-08-15..2025-08-15",
    yesterday: "2025-08-14..2025-08-14",
    "this month": "2025-08-01..2025-08-31",
    "last month": "2025-07-01..2025-07-31",
    "in the last month": "2025-07-01..2025-07-31",
    "last week": "2025-08-04..2025-08-10",
    "this week": "2025-08-11..2025-08-17",
    "last year": "2024-01-01..2024-12-31",
    "last quarter": "2025-04-01..2025-06-30",
    "last 3 months": "2025-05-16..2025-08-15",
    "the past seven days": "2025-08-09..2025-08-15",
    "in April": "2025-04-01..2025-04-30",
    "and in april?": "2025-04-01..2025-04-30",
    "April?": "2025-04-01..2025-04-30",
    "in December": "2024-12-01..2024-12-31",
    "in August": "2024-08-01..2024-08-31",
    "in feb 2024": "2024-02-01..2024-02-29",
    "what may I spend": undefined,
    "in May": "2025-05-01..2025-05-31",
    "May 2023": "2023-05-01..2023-05-31",
    "in 2024": "2024-01-01..2024-12-31",
    "Q2 2024": "2024-04-01..2024-06-30",
    "in 2025-03": "2025-03-01..2025-03-31",
    "on 2025-03-04": "2025-03-04..2025-03-04",
    "on 4 March 2025": "2025-03-04..2025-03-04",
    "on March 4th, 2025": "2025-03-04..2025-03-04",
    "on the 4th of March": "2025-03-04..2025-03-04",
    "on 31 February 2025": "2025-02-01..2025-02-28",
    "since March": "2025-03-01..",
    "before June 2025": "..2025-05-31",
    "after June 2025": "2025-07-01..",
    "until June 2025": "..2025-06-30",
    "between March and May": "2025-03-01..2025-05-31",
    "from November to February": "2024-11-01..2025-02-28",
    "from 1 March to 5 April 2024": "2024-03-01..2024-04-05",
    "January to March 2024": "2024-01-01..2024-03-31",
    "from 2025-01-10 to 2025-02-03": "2025-01-10..2025-02-03",
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(JSON.stringify(text), () => assert.equal(read(text), expected));
  }

  it("counts a month of this day without that day as to its end", () => {
    assert.equal(
      read("last 1 month", { today: "2025-03-31", lastRow: "2025-03-31" }),
      "2025-03-01..2025-03-31",
    );
  });
});
