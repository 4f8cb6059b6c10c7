import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { create, fromBinary } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { UserErasedSchema } from "@finflow/gen/finflow/events/v1/users_pb";
import { MoneySchema } from "@finflow/gen/finflow/type/v1/money_pb";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import {
  type Transaction,
  Transaction_Flow,
  Transaction_Type,
  TransactionSchema,
} from "@finflow/gen/finflow/type/v1/transaction_pb";
import { BadRequestSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { type OpenStore, runAnalytics } from "./running-service.ts";

const account = randomUUID();

type Part = Omit<Partial<Transaction>, "amount" | "$typeName"> & {
  amount?: { currency: string; amount: string };
};

function transaction(part: Part): Transaction {
  const amount = create(MoneySchema, part.amount ?? { currency: "GBP", amount: "12.50" });
  return create(TransactionSchema, {
    transactionId: randomUUID(),
    accountId: account,
    documentId: randomUUID(),
    date: "2025-06-10",
    description: "CAFE NERO",
    type: Transaction_Type.DEBIT,
    flow: Transaction_Flow.SPENDING,
    category: "food",
    page: 1,
    box: [1, 2, 3, 4],
    verdict: Statement_Verdict.RECONCILED,
    ...part,
    amount,
  });
}

/** What the service does, whatever it keeps its read model in. */
export function analyticsServiceContract<Tx>(name: string, openStore?: OpenStore<Tx>): void {
  describe(`analytics on ${name}`, () => {
    let running: Awaited<ReturnType<typeof runAnalytics>>;
    const clock = { aheadMs: 0 };
    before(async () => {
      running = await runAnalytics({ now: () => new Date(Date.now() + clock.aheadMs) }, openStore);
    });
    after(() => running.stop());

    const change = async (
      userId: string,
      revision: number,
      rows: Transaction[],
      part = { chunk: 1, chunks: 1 },
    ) => {
      const states = rows.map((row) => ({ revision, transaction: row }));
      await running.append(
        "transactions.created",
        userId,
        running.changed({ userId, revision, rows: states, ...part }),
      );
    };
    const violations = async (call: Promise<unknown>) => {
      const error = await call.then(() => assert.fail("it was taken"), ConnectError.from);
      return error
        .findDetails(BadRequestSchema)
        .flatMap((detail) => detail.fieldViolations.map(({ field }) => field));
    };

    /** Which services said in the log that they erased a user, once there are so many words. */
    const erasedBy = async (userId: string, count: number): Promise<string[]> => {
      const services: string[] = [];
      const listener = running.log.subscribe({
        ...{ consumer: `test ${userId}`, topics: ["users.erased"], startAt: async () => undefined },
        onPositionLost: async () => assert.fail("nothing is pruned"),
        deliver: async ({ events }) => {
          for (const { data, userId: whose } of events) {
            const said = fromBinary(UserErasedSchema, data);
            if (whose === userId && said.userId === userId && said.service === "analytics")
              services.push(said.service);
          }
        },
        onProblem: (error) => running.problems.push(error),
      });
      while (services.length < count) await sleep(10);
      await listener.stop();
      return services;
    };

    it("shows a change to the reader who waits for its revision", async () => {
      const userId = randomUUID();
      const call = await running.signedIn(userId);
      const rows = [
        transaction({}),
        transaction({ amount: { currency: "GBP", amount: "100.00" }, category: "bills", date: "2025-07-01" }),
        transaction({
          amount: { currency: "GBP", amount: "2000.00" },
          type: Transaction_Type.CREDIT,
          flow: Transaction_Flow.INCOME,
        }),
        transaction({ amount: { currency: "JPY", amount: "700" }, verdict: Statement_Verdict.UNVERIFIABLE }),
      ];
      await change(userId, 1, rows);
      const summary = await running.client.getSummary({ minRevision: 1 }, call);
      assert.equal(summary.revision, 1);
      assert.deepEqual(
        summary.totals.map((totals) => [
          totals.currency,
          totals.totalDebit?.amount,
          totals.totalCredit?.amount,
          totals.unprovenCount,
        ]),
        [
          ["GBP", "112.50", "2000.00", 0],
          ["JPY", "700", "0", 1],
        ],
      );
      assert.equal(summary.totals[0]?.highestExpenseMonth?.month, "2025-07");
      assert.deepEqual(
        { ...summary.totals[0]?.topCategory, $typeName: undefined },
        { $typeName: undefined, category: "bills", percentage: 88.89 },
      );
      const { months } = await running.client.getMonthlyExpense({ minRevision: 1, currency: ["GBP"] }, call);
      assert.deepEqual(
        months.map((month) => [month.month, month.expense?.amount, month.credit?.amount, month.count]),
        [
          ["2025-06", "12.50", "2000.00", 2],
          ["2025-07", "100.00", "0.00", 1],
        ],
      );
      const { categories } = await running.client.getCategories({ minRevision: 1, currency: ["GBP"] }, call);
      assert.deepEqual(
        categories.map((entry) => [entry.category, entry.total?.amount, entry.percentage]),
        [
          ["bills", "100.00", 88.89],
          ["food", "12.50", 11.11],
        ],
      );
      const listed = await running.client.listTransactions(
        { minRevision: 1, orderBy: "amount desc", pageSize: 2 },
        call,
      );
      assert.equal(listed.totalSize, 4);
      assert.deepEqual(
        listed.transactions.map((row) => row.amount?.amount),
        ["2000.00", "700"],
      );
      const rest = await running.client.listTransactions(
        { orderBy: "amount desc", pageSize: 2, pageToken: listed.nextPageToken },
        call,
      );
      assert.deepEqual(
        rest.transactions.map((row) => row.amount?.amount),
        ["100.00", "12.50"],
      );
      assert.equal(rest.nextPageToken, "");
      assert.deepEqual(rest.transactions[1]?.box, [1, 2, 3, 4]);
    });

    it("shows nobody another's figures, and nothing to who has none", async () => {
      const [owner, other] = [randomUUID(), randomUUID()];
      await change(owner, 1, [transaction({})]);
      await running.client.getSummary({ minRevision: 1 }, await running.signedIn(owner));
      const nothing = await running.client.listTransactions(
        { account: [account] },
        await running.signedIn(other),
      );
      assert.equal(nothing.totalSize, 0);
      await assert.rejects(
        running.client.getSummary({}),
        (error) => ConnectError.from(error).code === Code.Unauthenticated,
      );
    });

    it("is complete once a watermark has passed, and says when a part is missing", async () => {
      const userId = randomUUID();
      const call = await running.signedIn(userId);
      await change(userId, 1, [transaction({})], { chunk: 1, chunks: 2 });
      await running.log.publishWatermark("finflow.upload", new Date());
      const partial = await running.client.getSummary({ minRevision: 1 }, call);
      assert.equal(partial.revision, 0);
      assert.equal(partial.complete, false);
      await change(userId, 1, [transaction({})], { chunk: 2, chunks: 2 });
      await running.log.publishWatermark("finflow.upload", new Date());
      const whole = await running.client.getSummary({ minRevision: 1 }, call);
      assert.equal(whole.revision, 1);
      assert.equal(whole.totals[0]?.count, 2);
      assert.equal(whole.complete, true);
      assert.ok(whole.asOf);
    });

    it("says that figures older than three seconds are not complete", async () => {
      const userId = randomUUID();
      const call = await running.signedIn(userId);
      await change(userId, 1, [transaction({})]);
      const fresh = await running.client.getSummary({ minRevision: 1 }, call);
      assert.equal(fresh.complete, true);
      clock.aheadMs = 3_600_000;
      const stale = await running.client.getSummary({ minRevision: 1 }, call);
      clock.aheadMs = 0;
      assert.equal(stale.complete, false);
      assert.equal(stale.revision, 1);
      assert.ok(stale.asOf);
      assert.equal(stale.totals[0]?.count, 1, "what is stored is shown all the same");
    });

    it("gives an ETag that holds for one person, one question and one state", async () => {
      const [userId, other] = [randomUUID(), randomUUID()];
      const row = transaction({});
      await change(userId, 1, [row]);
      await change(other, 1, [row]);
      const etags = new Set<string>();
      const etagOf = async (who: string, request: { category?: string[]; minRevision: number }) => {
        let etag = "";
        const onHeader = (header: Headers) => {
          etag = header.get("etag") ?? "";
        };
        await running.client.getSummary(request, { ...(await running.signedIn(who)), onHeader });
        etags.add(etag);
        return etag;
      };
      const first = await etagOf(userId, { minRevision: 1 });
      assert.match(first, /^W\/"[\w-]+"$/);
      assert.equal(await etagOf(userId, { minRevision: 1 }), first);
      await etagOf(other, { minRevision: 1 });
      await etagOf(userId, { minRevision: 1, category: ["food"] });
      clock.aheadMs = 3_600_000;
      await etagOf(userId, { minRevision: 1 });
      clock.aheadMs = 0;
      await change(userId, 2, [transaction({})]);
      await etagOf(userId, { minRevision: 2 });
      assert.equal(etags.size, 5);
    });

    it("names the field that cannot be meant", async () => {
      const call = await running.signedIn(randomUUID());
      const { client } = running;
      assert.deepEqual(await violations(client.getSummary({ from: "2025-02-30" }, call)), ["from"]);
      assert.deepEqual(await violations(client.getSummary({ from: "2025-03-01", to: "2025-02-01" }, call)), [
        "to",
      ]);
      assert.deepEqual(await violations(client.getSummary({ category: ["foood"] }, call)), ["category[0]"]);
      assert.deepEqual(await violations(client.listTransactions({ orderBy: "balance" }, call)), ["orderBy"]);
      assert.deepEqual(await violations(client.listTransactions({ pageToken: "x" }, call)), ["pageToken"]);
      assert.deepEqual(await violations(client.listTransactions({ page: 5000, pageSize: 1000 }, call)), [
        "page",
      ]);
    });

    it("erases a deleted user and says so in the log", async () => {
      const userId = randomUUID();
      const call = await running.signedIn(userId);
      await change(userId, 1, [transaction({})]);
      await running.client.getSummary({ minRevision: 1 }, call);
      await running.append("users.deleted", userId, running.deleted(userId));
      await running.append("users.deleted", userId, running.deleted(userId));
      await change(userId, 2, [transaction({})]);
      for (;;) {
        const { totals } = await running.client.getSummary({}, call);
        if (totals.length === 0) break;
        await sleep(10);
      }
      assert.ok(await running.isErased(userId));
      assert.deepEqual(
        await erasedBy(userId, 2),
        ["analytics", "analytics"],
        "one word for each time it was told",
      );
    });
  });
}
