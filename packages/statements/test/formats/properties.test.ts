import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readListed } from "../../src/formats/read-listed.ts";
import { type Statement, StatementError } from "../../src/statement.ts";
import { type CsvHabits, camt, csv, decimal, type MadeStatement, ofx, plainHabits } from "./made-files.ts";

const iso = (day: number) => new Date(Date.UTC(2024, 2, 1) + day * 86_400_000).toISOString().slice(0, 10);

const texts = ["Tea", "Shop 24, 12.50", 'The "Inn"', "a;b|c", "Überweisung & Co <1>", "x\ny"];
/** Where no other column has balances or totals, such a row may be one of those, and proves nothing. */
const tellingTexts = ["Total Fitness", "Saldo"];

const madeOf = (wanted: readonly string[]): fc.Arbitrary<MadeStatement> =>
  fc
    .record({
      opening: fc.integer({ min: -1_000_000, max: 100_000_000 }),
      rows: fc.array(
        fc.record({
          day: fc.integer({ min: 0, max: 60 }),
          text: fc.constantFrom(...wanted),
          cents: fc.integer({ min: -500_000, max: 500_000 }).filter((cents) => cents !== 0),
        }),
        { minLength: 2, maxLength: 25 },
      ),
    })
    .map(({ opening, rows }) => ({
      opening,
      rows: rows
        .toSorted((a, b) => a.day - b.day)
        .map(({ day, text, cents }) => ({ date: iso(day), text, cents })),
    }));

const made = madeOf([...texts, ...tellingTexts]);

const habits: fc.Arbitrary<CsvHabits> = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  mark: fc.constantFrom(".", ","),
  group: fc.constantFrom("", "'"),
  date: fc.constantFrom(
    (date: string) => date,
    (date: string) => date.split("-").reverse().join("."),
    (date: string) => date.split("-").reverse().join("/"),
    (date: string) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`,
  ),
  columns: fc.constantFrom(
    ["date", "text", "amount", "balance"],
    ["number", "date", "text", "debit", "credit", "balance"],
    ["balance", "amount", "text", "date"],
    ["date", "text", "amount"],
    ["date", "credit", "debit", "text"],
  ) as fc.Arbitrary<CsvHabits["columns"]>,
  headings: fc.constantFrom(plainHabits.headings, null, {
    ...{ date: "Fecha", text: "Concepto", amount: "Importe", debit: "Cargo", credit: "Abono" },
    ...{ balance: "Saldo", number: "Referencia" },
  }),
  opening: fc.constant("Opening balance"),
  newestFirst: fc.boolean(),
});

const rowsOf = ({ accounts }: Statement) =>
  accounts
    .flatMap(({ transactions }) =>
      transactions.map(({ date, type, amount }) => `${date} ${type === "DEBIT" ? "-" : ""}${amount}`),
    )
    .sort();

const truth = ({ rows }: MadeStatement) =>
  rows.map(({ date, cents }) => `${date} ${(cents / 100).toFixed(2)}`).sort();

const read = (text: string) => {
  try {
    return readListed(new TextEncoder().encode(text), {})!;
  } catch (error) {
    assert.ok(error instanceof StatementError, String(error));
    return error.reason;
  }
};

test("what CAMT.053 and OFX list is read back, and proven where they have both balances", () => {
  fc.assert(
    fc.property(made, (statement) => {
      const fromCamt = readListed(Buffer.from(camt(statement)), {})!;
      assert.deepEqual([fromCamt.status, rowsOf(fromCamt)], ["reconciled", truth(statement)]);
      for (const version of [1, 2] as const)
        assert.deepEqual(rowsOf(readListed(Buffer.from(ofx(statement, version)), {})!), truth(statement));
    }),
    { numRuns: 100 },
  );
});

test("a table that is called reconciled has just the rows that were written", () => {
  fc.assert(
    fc.property(made, habits, (statement, how) => {
      const found = read(csv(statement, how));
      if (typeof found === "string" || found.status !== "reconciled") return;
      assert.deepEqual(rowsOf(found), truth(statement));
    }),
    { numRuns: 300 },
  );
});

test("most tables are proven where no row's text speaks of balances or totals", () => {
  let proven = 0;
  fc.assert(
    fc.property(madeOf(texts), habits, (statement, how) => {
      const found = read(csv(statement, how));
      if (typeof found !== "string" && found.status === "reconciled") proven++;
    }),
    { numRuns: 300 },
  );
  assert.ok(proven > 150, `only ${proven} of 300 are proven`);
});

test("a table with a row missing or a figure changed is not called reconciled", () => {
  fc.assert(
    fc.property(made, habits, fc.nat(), fc.boolean(), (statement, how, seed, drops) => {
      const { rows } = statement;
      const at = seed % rows.length;
      const written = csv(statement, how).split("\r\n");
      // The rows are the last lines but for the closing balance, and none has line breaks of its own but "x\ny".
      const first = written.length - 2 - rows.length;
      const line = first + (how.newestFirst ? rows.length - 1 - at : at);
      const figure = decimal(Math.abs(rows[at]!.cents), how.mark, how.group);
      const other = figure.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
      // "1.03" is no figure in 01.03.2024, which nothing could prove.
      const whole = new RegExp(`(?<![\\d.'])${figure.replaceAll(".", "\\.")}(?![\\d.'])`);
      const changed = drops
        ? written.toSpliced(line, 1)
        : written.with(line, written[line]!.replace(whole, other));
      const found = read(changed.join("\r\n"));
      if (typeof found === "string") return;
      const isWrong = JSON.stringify(rowsOf(found)) !== JSON.stringify(truth(statement));
      assert.ok(!isWrong || found.status !== "reconciled", changed.join("\n"));
    }),
    { numRuns: 300 },
  );
});
