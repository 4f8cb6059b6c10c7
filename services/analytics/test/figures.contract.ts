import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { CallOptions } from "@connectrpc/connect";
import type { Money } from "@finflow/gen/finflow/type/v1/money_pb";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { Transaction_Flow, Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";
import fc from "fast-check";
import { anyPlainFilter, anyPlainRow, toTransaction } from "./any-history.ts";
import {
  decimal,
  keep,
  type PlainFilter,
  type PlainRow,
  plainCategories,
  plainMonths,
  plainOrder,
  plainSummary,
} from "./plain-figures.ts";
import { type OpenStore, runAnalytics } from "./running-service.ts";

const seed = Date.now() % 2 ** 31;
const userId = randomUUID();
const rowsOfAChunk = 200;

/** What the figures are, whatever they are counted from. */
export function figuresContract<Tx>(name: string, openStore?: OpenStore<Tx>): void {
  describe(`${name}: figures of some thousand rows, counted the plain way (seed ${seed})`, () => {
    let running: Awaited<ReturnType<typeof runAnalytics>>;
    let call: CallOptions;
    const living = new Map<string, PlainRow>();
    let revision = 0;

    /** A revision: these rows as they are now, and those ids gone. */
    const commit = async (rows: readonly PlainRow[], gone: readonly string[] = []) => {
      revision += 1;
      for (const row of rows) living.set(row.transactionId, row);
      for (const id of gone) living.delete(id);
      const chunks = Math.max(1, Math.ceil(rows.length / rowsOfAChunk));
      for (let chunk = 1; chunk <= chunks; chunk++) {
        const part = rows.slice((chunk - 1) * rowsOfAChunk, chunk * rowsOfAChunk);
        const event = running.changed({
          ...{ userId, revision, chunk, chunks },
          rows: part.map((row) => ({ revision, transaction: toTransaction(row) })),
          tombstones: chunk === 1 ? gone.map((transactionId) => ({ revision, transactionId })) : [],
        });
        await running.append("transactions.created", userId, event);
      }
    };

    before(async () => {
      running = await runAnalytics(undefined, openStore);
      call = await running.signedIn(userId);
      const rows = fc.sample(anyPlainRow, { numRuns: 3000, seed });
      await commit(rows);
      const corrected = fc.sample(anyPlainRow, { numRuns: 300, seed: seed + 1 });
      await commit(corrected.map((row, n) => ({ ...row, transactionId: rows[n * 7]!.transactionId })));
      await commit(
        [],
        rows.slice(1000, 1200).map(({ transactionId }) => transactionId),
      );
      while ((await running.client.getSummary({ minRevision: revision }, call)).revision < revision);
    });
    after(() => running.stop());

    it("gives every figure as it is, whatever the filter", async () => {
      await fc.assert(
        fc.asyncProperty(anyPlainFilter, async (filter) => {
          const rows = keep([...living.values()], filter);
          const request = { ...toRequest(filter), minRevision: revision };
          const { client } = running;
          const { totals } = await client.getSummary(request, call);
          assert.deepEqual(
            totals.map(({ $typeName, highestExpenseMonth: month, topCategory: top, ...each }) => ({
              ...each,
              ...moneyIn(each),
              highestExpenseMonth: month && `${month.month} ${month.amount?.amount}`,
              topCategory: top && `${top.category} ${top.percentage}`,
            })),
            plainSummary(rows),
          );
          const { categories } = await client.getCategories(request, call);
          assert.deepEqual(
            categories.map(({ $typeName, ...each }) => ({ ...each, ...moneyIn(each) })),
            plainCategories(rows),
          );
          const { months } = await client.getMonthlyExpense(request, call);
          assert.deepEqual(
            months
              .filter(({ count }) => count > 0)
              .map(({ $typeName, ...each }) => ({ ...each, ...moneyIn(each) })),
            plainMonths(rows),
          );
          const listed = await client.listTransactions(
            { ...request, pageSize: 10, orderBy: "amount desc" },
            call,
          );
          assert.equal(listed.totalSize, rows.length);
          assert.deepEqual(
            listed.transactions.map(({ transactionId, amount }) => [transactionId, amount?.amount]),
            plainOrder(rows, "amount desc")
              .slice(0, 10)
              .map((id) => living.get(id)!)
              .map(({ transactionId, minor, currency }) => [transactionId, decimal(minor, currency)]),
          );
        }),
        { numRuns: 40, seed },
      );
    });

    for (const orderBy of ["date", "date desc", "amount", "amount desc", "description", "description desc"]) {
      it(`walks through all rows once, by token and by number: ${orderBy}`, async () => {
        const expected = plainOrder([...living.values()], orderBy);
        const byToken: string[] = [];
        const byNumber: string[] = [];
        let pageToken = "";
        for (let page = 1; page === 1 || pageToken !== ""; page++) {
          const request = { orderBy, pageSize: 700, minRevision: revision };
          const [next, numbered] = await Promise.all([
            running.client.listTransactions({ ...request, pageToken }, call),
            running.client.listTransactions({ ...request, page }, call),
          ]);
          byToken.push(...next.transactions.map(({ transactionId }) => transactionId));
          byNumber.push(...numbered.transactions.map(({ transactionId }) => transactionId));
          pageToken = next.nextPageToken;
        }
        assert.deepEqual(byToken, expected);
        assert.deepEqual(byNumber, expected);
      });
    }

    it("meets every row that stays as it is, once, though others come and go between pages of tokens", async () => {
      const before = [...living.values()].filter(({ currency }) => currency === "GBP");
      const seen: string[] = [];
      let pageToken = "";
      let page = 0;
      const touched = new Set<string>();
      do {
        const request = {
          currency: ["GBP"],
          orderBy: "date",
          pageSize: 100,
          pageToken,
          minRevision: revision,
        };
        const { transactions, nextPageToken } = await running.client.listTransactions(request, call);
        seen.push(...transactions.map(({ transactionId }) => transactionId));
        pageToken = nextPageToken;
        const [added] = fc.sample(anyPlainRow, { numRuns: 1, seed: seed + page });
        const gone = before[page * 5]?.transactionId;
        const moved = before[page * 5 + 1];
        for (const id of [added!.transactionId, gone, moved?.transactionId]) if (id) touched.add(id);
        const later = { ...moved!, date: "2026-01-31" };
        await commit(
          [added!, ...(moved && living.has(moved.transactionId) ? [later] : [])],
          gone ? [gone] : [],
        );
        page += 1;
      } while (pageToken !== "");
      const stayed = (ids: readonly string[]) => ids.filter((id) => !touched.has(id));
      assert.deepEqual(stayed(seen), stayed(plainOrder(before, "date")));
    });
  });

  function toRequest({ type, flow, verdict, ...filter }: PlainFilter) {
    return {
      ...filter,
      type: type.map((name) => Transaction_Type[name as keyof typeof Transaction_Type]),
      flow: flow.map((name) => Transaction_Flow[name as keyof typeof Transaction_Flow]),
      verdict: verdict.map((name) => Statement_Verdict[name as keyof typeof Statement_Verdict]),
    };
  }

  /** The fields that are money, as their decimals. */
  function moneyIn(message: object): Record<string, string> {
    const amounts = Object.entries(message).filter(
      ([, value]) => (value as Money)?.$typeName === "finflow.type.v1.Money",
    );
    return Object.fromEntries(amounts.map(([name, value]) => [name, (value as Money).amount]));
  }
}
