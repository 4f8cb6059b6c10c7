import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { assertTablesMatch } from "@finflow/postgres/assert-tables-match";
import type { Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import type { Chunk } from "@finflow/projection/change";
import { createPostgresProjectionStore } from "@finflow/projection/postgres-projection-store";
import type { ProjectionStore } from "@finflow/projection/projection-store";
import * as bookkeeping from "@finflow/projection/tables";
import { tokens } from "@finflow/search-tokens/tokens";
import fc from "fast-check";
import { groups } from "../src/adapters/postgres-figures.ts";
import { postgresRows } from "../src/adapters/postgres-projection.ts";
import { listRows } from "../src/adapters/postgres-rows.ts";
import * as tables from "../src/adapters/tables.ts";
import type { Filter } from "../src/domain/filter.ts";
import type { Row } from "../src/domain/row.ts";
import { openTestDatabase } from "./database.ts";
import { anyRow, everything, groupsOf, history, sorted } from "./rows.ts";

type C = Chunk<Row>;

const words = (description: string) => tokens(description).join(" ");

/** Major units with four decimals, as wide as any amount, so that text sorts as numbers do. */
function amountKey({ amount, currency }: Row): string {
  const digits = { GBP: 2, JPY: 0, KWD: 3 }[currency as "GBP" | "JPY" | "KWD"];
  return (amount * 10n ** BigInt(4 - digits)).toString().padStart(30, "0");
}

describe("the projection on PostgreSQL", () => {
  let opened: Awaited<ReturnType<typeof openTestDatabase>>;
  let store: ProjectionStore<Row, Transaction>;
  before(async () => {
    opened = await openTestDatabase();
    store = createPostgresProjectionStore(opened.pool, postgresRows);
  });
  after(() => opened.close());

  const apply = (chunk: Chunk<Row>) =>
    transaction(opened.pool, (tx) => store.apply(tx, [{ chunk, committed: new Date() }]));
  const figures = async (userId: string, filter: Filter) =>
    sorted(await groups(opened.db, userId, 1, filter));

  it("has the tables that the code says", async () => {
    await assertTablesMatch(opened.pool, [...Object.values(tables), ...Object.values(bookkeeping)]);
  });

  const revisions = fc.array(
    fc.array(fc.option(anyRow, { nil: undefined }), { minLength: 1, maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );

  it("ends in the same sums whatever comes twice, late or out of order", async () => {
    await fc.assert(
      fc.asyncProperty(revisions, fc.infiniteStream(fc.nat()), async (changed, random) => {
        const userId = randomUUID();
        const { chunks, living } = history(changed, userId);
        const delivered = [...chunks, ...chunks.filter(() => random.next().value % 3 === 0)]
          .map((chunk) => ({ chunk, at: random.next().value }))
          .sort((a, b) => a.at - b.at);
        for (const { chunk } of delivered) await apply(chunk);
        const expected = groupsOf(living);
        assert.deepEqual(await figures(userId, everything), expected, "by month");
        const span = { ...everything, from: "2025-01-01", to: "2025-02-28" };
        const inside = living.filter((row) => row.date >= span.from && row.date <= span.to);
        assert.deepEqual(await figures(userId, span), groupsOf(inside), "by whole months");
        const days = { ...everything, from: "2025-01-02", to: "2025-03-01" };
        const within = living.filter((row) => row.date >= days.from && row.date <= days.to);
        assert.deepEqual(await figures(userId, days), groupsOf(within), "by months and days");
        const fromRows = { ...everything, verdict: ["RECONCILED", "DISCREPANT", "UNVERIFIABLE"] as const };
        assert.deepEqual(
          await figures(userId, { ...fromRows, verdict: [...fromRows.verdict] }),
          expected,
          "by rows",
        );
        const reached = await store.progress(userId);
        assert.equal(reached.appliedRevision, changed.length);
        assert.equal(reached.seenRevision, changed.length);
      }),
      { numRuns: 25 },
    );
  });

  it("holds under chunks of one user applied at the same time", async () => {
    const userId = randomUUID();
    const rows = fc.sample(anyRow, { numRuns: 60, seed: 7 });
    const { chunks, living } = history(
      Array.from({ length: 20 }, (_, n) => rows.slice(n * 3, n * 3 + 3)),
      userId,
    );
    await Promise.all(chunks.map(apply));
    assert.deepEqual(await figures(userId, everything), groupsOf(living));
    assert.equal((await store.progress(userId)).appliedRevision, 20);
  });

  it("raises the applied revision only when it and every lower one is wholly in", async () => {
    const userId = randomUUID();
    const rows = fc.sample(anyRow, { numRuns: 6, seed: 3 });
    const { chunks } = history([rows.slice(0, 2), rows.slice(2, 4), rows.slice(4, 6)], userId);
    const [first, second, third, fourth, fifth, sixth] = chunks as [C, C, C, C, C, C];
    const applied = async () => {
      const { appliedRevision, seenRevision } = await store.progress(userId);
      return [appliedRevision, seenRevision];
    };
    await apply(third);
    await apply(fourth);
    assert.deepEqual(await applied(), [0, 2]);
    await apply(first);
    assert.deepEqual(await applied(), [0, 2]);
    await apply(sixth);
    await apply(second);
    assert.deepEqual(await applied(), [2, 3]);
    await apply(fifth);
    assert.deepEqual(await applied(), [3, 3]);
  });

  it("pages through rows once each, in every order", async () => {
    const userId = randomUUID();
    const rows = fc.sample(anyRow, { numRuns: 5, seed: 11 });
    const { chunks, living } = history([rows.map((row, n) => ({ ...row, state: Uint8Array.of(n) }))], userId);
    for (const chunk of chunks) await apply(chunk);
    const keys = {
      date: (row: Row) => row.date,
      amount: amountKey,
      description: (row: Row) => words(row.description),
    };
    for (const field of ["date", "amount", "description"] as const) {
      for (const descending of [true, false]) {
        const seen: Uint8Array[] = [];
        let after: Awaited<ReturnType<typeof listRows>>["next"];
        do {
          const page = { order: { field, descending }, size: 2, after, skip: 0 };
          const { states, next } = await listRows(opened.db, userId, 1, everything, page);
          seen.push(...states);
          after = next;
        } while (after);
        const order = living
          .map((row) => [keys[field](row), row.transactionId, row.state[0]!] as const)
          .sort((a, b) => ((a[0] === b[0] ? a[1] < b[1] : a[0] < b[0]) ? -1 : 1));
        const expected = order.map(([, , state]) => state);
        assert.deepEqual(
          seen.map((state) => state[0]),
          descending ? expected.reverse() : expected,
          `${field} ${descending}`,
        );
      }
    }
  });

  it("finds rows by the beginnings of words, accents folded, and by everything else in a filter", async () => {
    const userId = randomUUID();
    const base = fc.sample(anyRow, { numRuns: 1, seed: 1 })[0]!;
    const coffee: Omit<Row, "transactionId"> = {
      ...base,
      description: "CAFÉ NERO London",
      amount: 310n,
      currency: "GBP",
    };
    const shop: Omit<Row, "transactionId"> = {
      ...base,
      description: "Sainsbury's 100%_x",
      amount: 2500n,
      currency: "GBP",
    };
    const { chunks } = history([[coffee, shop]], userId);
    for (const chunk of chunks) await apply(chunk);
    const count = async (part: Partial<Filter>) =>
      (await figures(userId, { ...everything, ...part })).reduce((sum, group) => sum + group.count, 0);
    assert.equal(await count({ search: ["cafe", "lon"] }), 1);
    assert.equal(await count({ search: ["afe"] }), 0);
    assert.equal(await count({ search: ["sainsburys"] }), 1);
    assert.equal(await count({ minAmount: "3.10", maxAmount: "3.1" }), 1);
    assert.equal(await count({ minAmount: "3.11" }), 1);
    assert.equal(await count({ document: [randomUUID()] }), 0);
    assert.equal(await count({ document: base.documentIds }), 2);
    assert.equal(await count({ account: [randomUUID()] }), 0);
  });

  it("forgets an erased user and applies nothing of theirs again", async () => {
    const userId = randomUUID();
    const { chunks } = history([fc.sample(anyRow, { numRuns: 3, seed: 5 })], userId);
    await apply(chunks[0]!);
    await transaction(opened.pool, (tx) => store.erase(tx, userId));
    await transaction(opened.pool, (tx) => store.erase(tx, userId));
    for (const chunk of chunks) await apply(chunk);
    assert.deepEqual(await figures(userId, everything), []);
    for (const table of ["rows", "days", "months", "chunks", "progress"]) {
      const { rowCount } = await opened.pool.query(`select 1 from ${table} where user_id = $1`, [userId]);
      assert.equal(rowCount, 0, table);
    }
  });

  it("tombstones a user it has never heard of", async () => {
    const userId = randomUUID();
    await transaction(opened.pool, (tx) => store.erase(tx, userId));
    const { chunks } = history([fc.sample(anyRow, { numRuns: 1, seed: 9 })], userId);
    await apply(chunks[0]!);
    assert.deepEqual(await figures(userId, everything), []);
  });
});
