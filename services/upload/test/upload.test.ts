import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import type { Transaction } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { Document_Status } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { samples } from "@finflow/sample-statements/samples";
import type { StatementSpec } from "@finflow/sample-statements/statement-spec";
import type { TruthRow } from "@finflow/sample-statements/truth";
import { done, type Harness, type Person, send, startHarness } from "./harness.ts";
import { projectedRows, userRows } from "./rows.ts";

describe("a statement's way", () => {
  let harness: Harness;
  before(async () => {
    harness = await startHarness();
    await harness.startWorker();
  });
  after(() => harness?.stop());

  const read = async (person: Person, spec: StatementSpec) => {
    const { pdf, truth } = await renderStatement(spec);
    const document = await done(person, await send(harness, person, pdf, spec.password));
    assert.equal(document.status, Document_Status.COMPLETED, JSON.stringify(document.failure));
    return { document, truth };
  };
  const sample = (id: string) => samples("2025-06-15").find((each) => each.id === id)!.spec;
  const shown = (rows: readonly Transaction[]) =>
    rows
      .map(({ date, description, type, amount, balance }) => {
        const side = type === Transaction_Type.DEBIT ? "DEBIT" : "CREDIT";
        return JSON.stringify([date, description, side, amount?.amount, balance?.amount ?? null]);
      })
      .sort();
  const truly = (rows: readonly TruthRow[]) =>
    rows
      .map(({ date, description, type, amount, balance }) =>
        JSON.stringify([date, description, type, amount, balance]),
      )
      .sort();

  test("initiate, PUT, complete: its rows are there, to the cent", async () => {
    const person = await harness.person();
    const { document, truth } = await read(person, sample("plain"));
    const [account] = truth.accounts;
    const { rows } = await userRows(harness, person.userId);
    assert.deepEqual(shown(rows), truly(account!.transactions));
    assert.equal(document.verdict, Statement_Verdict.RECONCILED);
    assert.deepEqual(
      [document.transactionCount, document.newTransactionCount, document.revision],
      [rows.length, rows.length, 1],
    );
    const [statement] = document.statements;
    assert.deepEqual(
      [statement!.openingBalance, statement!.closingBalance, statement!.period?.from, statement!.period?.to],
      [account!.opening_balance, account!.closing_balance, account!.period.from, account!.period.to],
    );
    assert.ok(rows.every((row) => row.category !== "" && row.accountId === statement!.accountId));
    assert.ok(rows.every((row) => row.page >= 1 && row.box.length === 4 && row.etag !== ""));
  });

  test("one that does not add up counts all the same, and says by how much it is off", async () => {
    const person = await harness.person();
    const { document, truth } = await read(person, sample("does-not-add-up"));
    assert.equal(document.verdict, Statement_Verdict.DISCREPANT);
    assert.ok(document.statements[0]!.checks.some(({ difference }) => Number(difference) !== 0));
    const { rows } = await userRows(harness, person.userId);
    assert.equal(rows.length, truth.accounts[0]!.transactions.length);
    assert.ok(rows.every((row) => row.verdict === Statement_Verdict.DISCREPANT));
  });

  test("two that overlap are the ledger once", async () => {
    const person = await harness.person();
    const { truth: first } = await read(person, sample("overlapping-first"));
    const { truth: second, document } = await read(person, sample("overlapping-second"));
    const all = [first, second].flatMap(({ accounts }) => truly(accounts[0]!.transactions));
    const shared = all.length - new Set(all).size;
    assert.ok(shared > 0, "the samples overlap");
    const { rows } = await userRows(harness, person.userId);
    assert.deepEqual(shown(rows), [...new Set(all)].sort());
    assert.equal(document.newTransactionCount, document.transactionCount - shared);
    assert.equal(rows.filter((row) => row.sources.length === 2).length, shared);
    assert.ok(rows.every((row) => row.possibleDuplicateOf === undefined));
  });

  test("two accounts in one file are two statements, with the worse verdict for both together", async () => {
    const person = await harness.person();
    const plain = sample("plain");
    const [account] = plain.accounts;
    const { document } = await read(person, {
      ...plain,
      accounts: [account!, { ...account!, number: "99887766" }],
      mistake: { kind: "closing", account: 1, by: 100n },
    });
    assert.equal(document.verdict, Statement_Verdict.DISCREPANT);
    assert.deepEqual(
      document.statements.map(({ verdict, maskedNumber }) => [verdict, maskedNumber]),
      [
        [Statement_Verdict.RECONCILED, "****7733"],
        [Statement_Verdict.DISCREPANT, "****7766"],
      ],
    );
    // Alike to the last row, and yet two: their numbers say so.
    assert.equal(document.transactionCount, 2 * account!.rows.length);
    const { rows } = await userRows(harness, person.userId);
    assert.equal(rows.length, document.transactionCount);
    assert.ok(rows.every((row) => row.possibleDuplicateOf === undefined));
    assert.equal((await person.accounts.listAccounts({})).accounts.length, 2);
  });

  test("3,000 rows are one revision of 15 events", async () => {
    const person = await harness.person();
    const { document, truth } = await read(person, manyRows(3_000));
    assert.equal(document.transactionCount, 3_000);
    const { events } = await projectedRows(harness, person.userId);
    assert.deepEqual(
      events.map(({ change: { chunk, chunks, revision, rows } }) => [chunk, chunks, revision, rows.length]),
      Array.from({ length: 15 }, (_, index) => [index + 1, 15, 1, 200]),
    );
    const { rows } = await userRows(harness, person.userId);
    assert.deepEqual(shown(rows), truly(truth.accounts[0]!.transactions));
  });
});
