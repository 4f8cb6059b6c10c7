import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement, StatementRow } from "../../statement.ts";
import type { PictureWords } from "./page-words.ts";
import { settleDoubts } from "./settle-doubts.ts";

const box = [0, 0, 10, 10] as const;

/** A page of words, each "surer/other" or one reading alone; a "?" in front makes it a guess. */
function page(...readings: string[]): PictureWords {
  const words = readings.map((reading) => {
    const [text = ""] = reading.replace("?", "").split("/");
    return { text, x0: 0, x1: 10, baseline: 10, size: 10, font: "", box };
  });
  const doubts = readings.flatMap((reading, index) => {
    const [, other] = reading.split("/");
    return other === undefined ? [] : [{ index, text: other }];
  });
  const guesses = readings.flatMap((reading, index) => (reading.startsWith("?") ? [index] : []));
  return { page: 1, width: 100, height: 100, words, isBlank: false, doubts, guesses, legible: words.length };
}

/** Words are a day, an amount and the closing balance: they add up when the last two are the same. */
function interpret([picture]: readonly PictureWords[]): Statement {
  const [day, amount, closing] = picture!.words.map(({ text }) => text) as [string, string, string];
  const status = amount === closing ? "reconciled" : "discrepant";
  const row: StatementRow = {
    date: `2024-05-${day}`,
    description: "",
    type: "CREDIT",
    amount,
    balance: null,
    page: 1,
    box: [0, 0, 10, 10],
    raw: "",
  };
  const difference = String(Number(closing) - Number(amount));
  const check = { kind: "closing_balance" as const, printed: closing, computed: amount, difference, page: 1 };
  const nothing = { institution: null, currency: null, account_number: null, period: null };
  const balances = { opening_balance: "0.00", closing_balance: closing };
  const account = { ...nothing, ...balances, status, checks: [check], transactions: [row] } as const;
  return { status, accounts: [account], pages: 1, warnings: [] } as unknown as Statement;
}

const settled = (...readings: string[]) => {
  const statement = settleDoubts([page(...readings)], interpret)!;
  return [statement.status, statement.accounts[0]!.transactions[0]!.amount, statement.accounts[0]!.status];
};

test("without doubts the reading stands", () => {
  assert.deepEqual(settled("01", "5.00", "5.00"), ["reconciled", "5.00", "reconciled"]);
  assert.deepEqual(settled("01", "5.00", "6.00"), ["discrepant", "5.00", "discrepant"]);
});

/** Thousands of two balances below one another and of the closing one, each held against the one before. */
function interpretBalances([picture]: readonly PictureWords[]): Statement {
  const thousands = picture!.words.map(({ text }) => (/^\d+$/.test(text) ? Number(text) : 0));
  const [account] = interpret([page("01", "5.00", "5.00")]).accounts as [Statement["accounts"][number]];
  const differences = [11, ...thousands].map((own, at, all) => (all[at + 1] ?? 11) - own);
  const checks = differences.map((difference) => ({ ...account.checks[0]!, difference: String(difference) }));
  const status = differences.every((each) => each === 0) ? "reconciled" : "discrepant";
  return { status, accounts: [{ ...account, status, checks }], pages: 1, warnings: [] };
}

test("words with the same two readings are read alike where one alone makes no chain whole", () => {
  assert.equal(settleDoubts([page('1"/11', '1"/11')], interpretBalances)!.status, "reconciled");
  assert.equal(settleDoubts([page('1"/11', '1"/12')], interpretBalances)!.status, "discrepant");
});

test("the reading that adds up is taken, of those that were seen", () => {
  assert.deepEqual(settled("01", "8.00/5.00", "5.00"), ["reconciled", "5.00", "reconciled"]);
  assert.deepEqual(settled("01", "5.00/8.00", "5.00"), ["reconciled", "5.00", "reconciled"]);
  assert.deepEqual(settled("01", "8.00/3.00", "5.00"), ["discrepant", "8.00", "discrepant"]);
});

test("two readings that both add up prove nothing", () => {
  assert.deepEqual(settled("01/07", "5.00", "5.00"), ["unverifiable", "5.00", "unverifiable"]);
  assert.deepEqual(settled("01", "5.00/8.00", "5.00/8.00"), ["reconciled", "5.00", "reconciled"]);
});

test("a guessed date is not proven", () => {
  assert.equal(settled("?01", "5.00", "5.00")[0], "unverifiable");
});

test("a guess that the rows do not depend on is a scrap, unless days stand over or under it", () => {
  const withGuess = (x0: number) => {
    const picture = page("01", "5.00", "5.00", "?2");
    const words = picture.words.map((word, at) => (at === 3 ? { ...word, x0, x1: x0 + 4 } : word));
    return settleDoubts([{ ...picture, words }], interpret)!.status;
  };
  assert.equal(withGuess(40), "reconciled");
  assert.equal(withGuess(1), "unverifiable");
});

test("with very many doubts nothing is proven", () => {
  const many = Array.from({ length: 25 }, (_, index) => `word${index}/other${index}`);
  assert.equal(settled("01", "5.00", "5.00", ...many)[0], "unverifiable");
});

/** A row of a credit for each day, which add up whatever the days are. */
function interpretDays([picture]: readonly PictureWords[]): Statement {
  const rows = picture!.words.map(({ text }) => ({
    ...interpret([page(text, "5.00", "5.00")]).accounts[0]!.transactions[0]!,
  }));
  const whole = interpret([page("01", "5.00", "5.00")]);
  return { ...whole, accounts: [{ ...whole.accounts[0]!, transactions: rows }] };
}

test("another day that alone would leave the order of the rows is no doubt, and one that stays in it is", () => {
  const verdict = (...days: string[]) => settleDoubts([page(...days)], interpretDays)!.status;
  assert.equal(verdict("08", "09", "11/01", "12", "14"), "reconciled");
  assert.equal(verdict("14", "12", "11/01", "09", "08"), "reconciled");
  assert.equal(verdict("08", "09", "11/10", "12", "14"), "unverifiable");
  assert.equal(verdict("08", "12", "11/01", "09", "14"), "unverifiable");
  assert.equal(verdict("08", "11/01", "12"), "unverifiable");
});
