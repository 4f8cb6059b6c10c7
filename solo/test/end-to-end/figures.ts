import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { categoriesOf, monthsOf, summaryOf } from "./figures-by-hand.ts";
import { type Household, household } from "./household.ts";
import { poll } from "./http.ts";
import { newPerson } from "./person.ts";
import type { Target } from "./target.ts";
import { type ChosenRow, chosen } from "./truth.ts";
import type { CategoriesJson, MonthsJson, SummaryJson, TransactionsJson } from "./wire.ts";

/** A query, and by hand which rows it means. */
type Filter = { query: string; keeps: (row: ChosenRow) => boolean };

function filters({ documents, rows }: Household): Filter[] {
  const account = documents.card.statements[0]?.accountId ?? "";
  const busiest = rows.find(({ category, flow }) => category === "food" && flow === "SPENDING")!;
  const cents = ({ amount }: ChosenRow) => Number(amount);
  return [
    { query: "", keeps: () => true },
    { query: "currency=GBP", keeps: (row) => row.currency === "GBP" },
    { query: "category=food", keeps: (row) => row.category === "food" },
    { query: "category=food&category=bills", keeps: (row) => ["food", "bills"].includes(row.category) },
    { query: "type=debit", keeps: (row) => row.type === "DEBIT" },
    { query: "type=CREDIT&flow=Income", keeps: (row) => row.type === "CREDIT" && row.flow === "INCOME" },
    { query: "flow=TRANSFER", keeps: (row) => row.flow === "TRANSFER" },
    {
      query: "from=2026-01-15&to=2026-02-02",
      keeps: ({ date }) => date >= "2026-01-15" && date <= "2026-02-02",
    },
    { query: `from=${busiest.date}&to=${busiest.date}`, keeps: ({ date }) => date === busiest.date },
    { query: "to=2025-12-31", keeps: ({ date }) => date <= "2025-12-31" },
    { query: "minAmount=20&maxAmount=54.60", keeps: (row) => cents(row) >= 20 && cents(row) <= 54.6 },
    { query: "min_amount=1180", keeps: (row) => cents(row) >= 1180 },
    { query: `account=${account}`, keeps: ({ accountId }) => accountId === account },
    { query: "verdict=discrepant", keeps: ({ verdict }) => verdict === "DISCREPANT" },
    { query: "search=super", keeps: ({ description }) => /\bSUPER/.test(description) },
    {
      query: "search=metro%20CONTACT&category=transport",
      keeps: (row) =>
        /\bMETRO/.test(row.description) && /\bCONTACT/.test(row.description) && row.category === "transport",
    },
    {
      query: "search=payment&from=2026-02-01&currency=EUR&type=DEBIT&maxAmount=30",
      keeps: (row) =>
        /\bPAYMENT/.test(row.description) &&
        row.date >= "2026-02-01" &&
        row.currency === "EUR" &&
        row.type === "DEBIT" &&
        cents(row) <= 30,
    },
    { query: "search=nobody-sells-this", keeps: () => false },
    { query: "from=2031-01-01", keeps: () => false },
  ];
}

export function figures(target: () => Target): void {
  describe("figures, to the cent", () => {
    test("summary, categories, months and rows equal the paper's under every filter", async () => {
      const home = await household(target());
      const { person, revision } = home;
      for (const { query, keeps } of filters(home)) {
        const rows = home.rows.filter(keeps);
        const [summary, categories, months, listed] = await Promise.all([
          person.figure<SummaryJson>(`/analytics/summary?${query}`, revision),
          person.figure<CategoriesJson>(`/analytics/categories?${query}`, revision),
          person.figure<MonthsJson>(`/analytics/monthly-expense?${query}`, revision),
          person.rows(revision, query),
        ]);
        const totals = summary.totals.toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
        assert.deepEqual(totals, summaryOf(rows), `summary of ?${query}`);
        assert.deepEqual(categories.categories, categoriesOf(rows), `categories of ?${query}`);
        const inOrder = months.months.toSorted((one, other) =>
          `${one.currency}${one.month}` < `${other.currency}${other.month}` ? -1 : 1,
        );
        assert.deepEqual(inOrder, monthsOf(rows), `months of ?${query}`);
        chosen(rows, listed);
      }
    });

    test("once everything is in, they say that they are complete, and as of when", async () => {
      const { person, revision } = await household(target());
      const summary = await poll(
        "a complete summary",
        () => person.get<SummaryJson>(`/analytics/summary?minRevision=${revision}`),
        ({ complete }) => complete,
      );
      assert.equal(summary.revision, revision);
      assert.ok(Date.parse(summary.asOf) <= Date.now());
      const ahead = await person.get<SummaryJson>(`/analytics/summary?minRevision=${revision + 1}`);
      assert.equal(ahead.complete, false, "of a revision that is not there they are not");
    });

    test("the statement that does not add up says where and by how much", async () => {
      const { documents } = await household(target());
      assert.equal(documents.checking.verdict, "DISCREPANT");
      const { checks } = documents.checking.statements[0]!;
      const off = checks.filter(({ difference }) => !/^0(\.0+)?$/.test(difference));
      assert.ok(off.length > 0, JSON.stringify(checks));
      for (const { printed, computed, difference } of off) {
        const cents = (text: string) => BigInt(text.replace(".", ""));
        assert.equal(cents(printed) - cents(computed), cents(difference));
      }
    });

    test("rows come in the order asked for, and pages hold each once", async () => {
      const { person, revision, rows } = await household(target());
      const keys: Record<string, (row: ChosenRow) => string | number> = {
        date: ({ date }) => date,
        amount: ({ amount }) => Number(amount),
        description: ({ description }) => description.toLowerCase(),
      };
      for (const [field, keyOf] of Object.entries(keys)) {
        for (const direction of ["", " desc"]) {
          const query = `currency=GBP&orderBy=${encodeURIComponent(field + direction)}`;
          const listed = await person.rows(revision, query, 17);
          const wanted = rows.filter(({ currency }) => currency === "GBP");
          const found = chosen(wanted, listed).map(keyOf);
          const sorted = found.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
          assert.deepEqual(found, direction ? sorted.toReversed() : sorted, query);
          assert.equal(new Set(listed.map(({ transactionId }) => transactionId)).size, listed.length);
        }
      }
      const whole = await person.rows(revision);
      const latestFirst = whole.map(({ date }) => date);
      assert.deepEqual(latestFirst, latestFirst.toSorted().toReversed(), "the latest first unless told");
    });

    test("pages by number hold the same rows as pages by token", async () => {
      const { person, revision, rows } = await household(target());
      const all = await person.rows(revision);
      for (const page of [1, 2, 3]) {
        const at = `/transactions?pageSize=20&page=${page}`;
        const found = await person.figure<TransactionsJson>(at, revision);
        assert.deepEqual(found.transactions, all.slice((page - 1) * 20, page * 20), at);
        assert.equal(found.totalSize, rows.length);
      }
      const past = await person.figure<TransactionsJson>("/transactions?pageSize=1000&page=9", revision);
      assert.deepEqual([past.transactions, past.nextPageToken], [[], ""]);
    });

    test("a row says where on the page it stands, and which file printed it", async () => {
      const { person, revision, documents } = await household(target());
      const query = `document=${documents.dinars.documentId}`;
      const listed = await person.rows(revision, query);
      assert.equal(listed.length, documents.dinars.transactionCount);
      for (const { page, box, documentId, sources } of listed) {
        assert.equal(documentId, documents.dinars.documentId);
        assert.ok(page >= 1 && page <= documents.dinars.pages);
        assert.equal(box.length, 4);
        const [x, y, width, height] = box as [number, number, number, number];
        assert.ok(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 596 && y + height <= 843);
        assert.deepEqual(sources, [{ documentId, page, box }]);
      }
    });

    test("an unchanged answer need not be sent again", async () => {
      const { person, revision } = await household(target());
      // An answer says also whether it is complete: only one that is as complete is the same.
      const unchanged = await poll(
        "an answer of 304",
        async () => {
          const first = await person.call("GET", `/analytics/summary?minRevision=${revision}`);
          const etag = first.headers.get("etag") ?? assert.fail(`no ETag: ${first.told}`);
          const headers = { "If-None-Match": etag };
          return person.call("GET", `/analytics/summary?minRevision=${revision}`, { headers });
        },
        ({ status }) => status === 304,
      );
      assert.equal(unchanged.text, "");
    });

    test("somebody without statements has figures too: none", async () => {
      const person = await newPerson(target());
      const summary = await person.figure<SummaryJson>("/analytics/summary", 0);
      assert.deepEqual([summary.totals, summary.revision], [[], 0]);
      const listed = await person.figure<TransactionsJson>("/transactions", 0);
      assert.deepEqual([listed.transactions, listed.totalSize, listed.nextPageToken], [[], 0, ""]);
    });
  });
}
