import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { type Harness, startHarness } from "./harness.ts";
import { committed, reading } from "./readings.ts";
import { projectedRows, userRows } from "./rows.ts";

const january = { period: { from: "2025-01-01", to: "2025-01-31" } };
const midWinter = {
  period: { from: "2025-01-05", to: "2025-02-15" },
  opening_balance: "103.00",
  closing_balance: "47.00",
};
const coffee = { date: "2025-01-10", balance: "97.00" };
const lunch = { date: "2025-01-20", description: "Lunch", amount: "12.50", balance: "84.50" };
const bus = { date: "2025-02-01", description: "Bus", amount: "2.80", balance: "81.70" };

describe("rows that several documents print", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
  });
  after(() => harness?.stop());

  test("are one row with two sources; deleting the first re-points it in one revision", async () => {
    const person = await harness.person();
    const { userId } = person;
    const first = await committed(harness, userId, reading(january, [coffee, lunch]));
    const second = await committed(harness, userId, reading(midWinter, [coffee, lunch, bus]));
    const { rows, head } = await userRows(harness, userId);
    assert.equal(head, 2);
    assert.deepEqual(rows.map((row) => row.sources.length).sort(), [1, 2, 2]);
    assert.ok(rows.every((row) => row.possibleDuplicateOf === undefined));
    const shared = rows.filter((row) => row.documentId === first).map((row) => row.transactionId);
    assert.equal(shared.length, 2);
    const status = await person.upload.getUploadStatus({ documentId: second });
    assert.deepEqual([status.transactionCount, status.newTransactionCount], [3, 1]);

    const { revision } = await person.upload.deleteDocument({ documentId: first });
    assert.equal(revision, 3);
    const left = await userRows(harness, userId);
    assert.equal(left.rows.length, 3);
    assert.ok(left.rows.every((row) => row.documentId === second && row.sources.length === 1));
    assert.deepEqual(left.rows.filter((row) => shared.includes(row.transactionId)).length, 2);
    assert.ok(shared.every((id) => left.revisions.get(id) === 3));
    const { revisions } = await projectedRows(harness, userId);
    assert.deepEqual([...revisions.keys()], [1, 2, 3]);
    assert.deepEqual(
      revisions.get(3)!.flatMap((chunk) => chunk.rows.length),
      [2],
    );
  });

  test("what an unproven account repeats stays, is marked, and is cleared when the other goes", async () => {
    const person = await harness.person();
    const { userId } = person;
    const first = await committed(harness, userId, reading(january, [coffee, coffee]));
    const masked = { ...midWinter, account_number: "XXXX7890" };
    await committed(harness, userId, reading(masked, [coffee, coffee, coffee]));
    const { rows } = await userRows(harness, userId);
    assert.equal(rows.length, 5, "true twins stay");
    const marked = rows.filter((row) => row.possibleDuplicateOf !== undefined);
    assert.equal(marked.length, 2, "one to one");
    assert.equal(new Set(marked.map((row) => row.possibleDuplicateOf)).size, 2);
    assert.ok(marked.every((row) => row.documentId !== first));

    await person.upload.deleteDocument({ documentId: first });
    const left = await userRows(harness, userId);
    assert.equal(left.rows.length, 3);
    assert.ok(left.rows.every((row) => row.possibleDuplicateOf === undefined));
    assert.equal(left.gone.size, 2);
    assert.ok(left.rows.filter((row) => left.revisions.get(row.transactionId) === 3).length === 2);
  });

  test("rows of another account or institution are nobody's duplicates", async () => {
    const userId = randomUUID();
    await committed(harness, userId, reading(january, [coffee]));
    await committed(harness, userId, reading({ ...midWinter, account_number: "999999999" }, [coffee]));
    await committed(harness, userId, reading({ ...midWinter, institution: "Southbank" }, [coffee]));
    const { rows } = await userRows(harness, userId);
    assert.deepEqual(
      rows.map((row) => row.possibleDuplicateOf),
      [undefined, undefined, undefined],
    );
  });

  test("the same statement in other bytes adds no rows and says of which it is", async () => {
    const person = await harness.person();
    const { userId } = person;
    const unproven = { ...january, account_number: null, status: "unverifiable" as const };
    const first = await committed(harness, userId, reading(unproven, [coffee, coffee, lunch]));
    const again = await committed(harness, userId, reading(unproven, [coffee, coffee, lunch]));
    const document = await person.upload.getUploadStatus({ documentId: again });
    assert.equal(document.sameStatementAs, first);
    assert.deepEqual([document.transactionCount, document.newTransactionCount], [3, 0]);
    assert.equal((await userRows(harness, userId)).rows.length, 3);

    await person.upload.deleteDocument({ documentId: first });
    const left = await userRows(harness, userId);
    assert.equal(left.rows.length, 3);
    assert.ok(left.rows.every((row) => row.documentId === again));
    const alone = await person.upload.getUploadStatus({ documentId: again });
    assert.equal(alone.sameStatementAs, undefined);
  });

  test("a row has the best verdict of those who print it, and the place that goes with it", async () => {
    const person = await harness.person();
    const { userId } = person;
    const statement = reading(january, [coffee, lunch]);
    const doubtful = {
      ...statement,
      accounts: [{ ...statement.accounts[0]!, status: "discrepant" as const }],
    };
    const wrong = await committed(harness, userId, doubtful);
    const right = await committed(harness, userId, statement);
    const { rows } = await userRows(harness, userId);
    assert.equal(rows.length, 2);
    assert.ok(rows.every((row) => row.verdict === Statement_Verdict.RECONCILED));
    assert.ok(rows.every((row) => row.documentId === right && row.sources[1]?.documentId === wrong));
    await person.upload.deleteDocument({ documentId: right });
    const left = await userRows(harness, userId);
    assert.ok(left.rows.every((row) => row.verdict === Statement_Verdict.DISCREPANT));
  });

  test("what events build up is what the stream gives, chunk by chunk", async () => {
    const person = await harness.person();
    const { userId } = person;
    const many = Array.from({ length: 450 }, (_, n) => ({
      date: "2025-01-10",
      description: `Shop ${n}`,
      amount: "1.00",
      balance: `${1000 - n}.00`,
    }));
    const first = await committed(harness, userId, reading(january, many));
    await committed(harness, userId, reading(midWinter, [...many.slice(100), bus]));
    await person.upload.deleteDocument({ documentId: first });
    const [{ states, revisions, events }, streamed] = [
      await projectedRows(harness, userId),
      await userRows(harness, userId),
    ];
    assert.equal(streamed.rows.length, 351);
    assert.deepEqual(
      new Map(streamed.rows.map((row) => [row.transactionId, row])),
      new Map([...states].sort(([a], [b]) => streamed.revisions.get(a)! - streamed.revisions.get(b)!)),
    );
    assert.deepEqual([...revisions.keys()], [1, 2, 3]);
    for (const chunks of revisions.values()) {
      assert.deepEqual(
        chunks.map(({ chunk }) => chunk),
        chunks.map((_, index) => index + 1),
      );
      assert.ok(chunks.every((chunk) => chunk.chunks === chunks.length));
      assert.ok(chunks.every(({ rows, tombstones }) => rows.length + tombstones.length <= 200));
    }
    assert.deepEqual(
      revisions.get(3)!.map(({ rows, tombstones }) => [rows.length, tombstones.length]),
      [
        [200, 0],
        [150, 0],
        [0, 100],
      ],
    );
    assert.equal(events.at(-1)!.type, "finflow.transactions.deleted.v1");
  });
});
