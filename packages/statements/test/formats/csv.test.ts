import assert from "node:assert/strict";
import { test } from "node:test";
import { readListed } from "../../src/formats/read-listed.ts";
import type { Statement } from "../../src/statement.ts";
import { type CsvHabits, csv, small } from "./made-files.ts";

const read = (text: string | Uint8Array) =>
  readListed(typeof text === "string" ? new TextEncoder().encode(text) : text, {})!;

function rowsOf({ accounts }: Statement): string[] {
  return accounts.flatMap(({ transactions }) =>
    transactions.map(({ date, type, amount }) => `${date} ${type === "DEBIT" ? "-" : ""}${amount}`),
  );
}

const rows = ["2024-05-31 -4.50", "2024-06-03 2500.00", "2024-06-13 -800.25", "2024-06-14 -0.05"];

const dotted = (iso: string) => iso.split("-").reverse().join(".");
const american = (iso: string) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`;
const german: Partial<CsvHabits> = {
  delimiter: ";",
  mark: ",",
  group: ".",
  date: dotted,
  headings: {
    date: "Buchungstag",
    text: "Verwendungszweck",
    amount: "Betrag (EUR)",
    debit: "Soll",
    credit: "Haben",
    balance: "Saldo",
    number: "Referenz",
  },
  opening: "Anfangssaldo",
};
const french: Partial<CsvHabits> = {
  delimiter: ";",
  mark: ",",
  group: " ",
  date: (iso) => dotted(iso).replaceAll(".", "/"),
  headings: {
    date: "Date",
    text: "Libellé",
    amount: "Montant",
    debit: "Débit euros",
    credit: "Crédit euros",
    balance: "Solde",
    number: "Référence",
  },
  opening: "Solde initial",
};
const unknown: Partial<CsvHabits> = {
  headings: { date: "Qa", text: "Qb", amount: "Qc", debit: "Qd", credit: "Qe", balance: "Qf", number: "Qg" },
};

const dialects: Record<string, Partial<CsvHabits>> = {
  plain: {},
  "tabs, debit and credit": {
    delimiter: "\t",
    columns: ["date", "number", "text", "debit", "credit", "balance"],
  },
  "bars, newest first": { delimiter: "|", newestFirst: true },
  american: { date: american, group: "," },
  german,
  "german, both sides": { ...german, columns: ["number", "date", "text", "debit", "credit", "balance"] },
  french,
  "french, without balances": { ...french, columns: ["date", "text", "debit", "credit"] },
  "an unknown language": unknown,
  "without headings": { headings: null },
  "the date last": { columns: ["text", "amount", "balance", "date"] },
  "with times": { date: (iso) => `${iso}T12:30:00Z` },
  "month names": { date: (iso) => `${iso.slice(8)} ${iso.startsWith("2024-05") ? "May" : "Jun"} 2024` },
};

for (const [name, habits] of Object.entries(dialects)) {
  test(`a table as banks write it: ${name}`, () => {
    const statement = read(csv(small, habits));
    assert.deepEqual(rowsOf(statement).sort(), rows, JSON.stringify(statement.accounts[0]?.checks));
    assert.deepEqual([statement.format, statement.status], ["csv", "reconciled"]);
    const rent = statement.accounts[0]!.transactions.find(({ amount }) => amount === "800.25")!;
    assert.match(rent.description, /Rent 13\.06\.2024, flat 4\.50 m/);
    assert.ok(rent.raw.includes("flat 4.50 m"));
    assert.deepEqual([rent.page, rent.box], [1, [0, 0, 0, 0]]);
    assert.ok(rent.line! >= 5);
  });
}

test("a row that was taken out, or a digit that was changed, is seen", () => {
  const lines = csv(small).split("\r\n");
  const without = lines.filter((line) => !line.includes("Salary")).join("\r\n");
  assert.notEqual(read(without).status, "reconciled");
  assert.notEqual(read(csv(small).replace("-800.25", "-800.26")).status, "reconciled");
});

test("a balance of more digits than any bank's is none, and nothing is proven by it", () => {
  const { status, accounts } = read(
    "Date,Description,Amount,Balance\n2024-01-02,a,-10.00,90.00\n2024-01-03,b,5.00,26959999999999999999999992695.00\n",
  );
  assert.equal(status, "unverifiable");
  assert.equal(accounts[0]!.transactions[1]!.balance, null);
});

test("without any balance nothing is proven", () => {
  const bare = "Date,Description,Amount\n2024-06-13,Tea,-5.00\n2024-06-14,Rent,-500.00\n";
  assert.deepEqual(
    [read(bare).status, rowsOf(read(bare))],
    ["unverifiable", ["2024-06-13 -5.00", "2024-06-14 -500.00"]],
  );
});

test("encodings: with and without marks, and code pages", () => {
  const text = csv(small, french);
  for (const bytes of [
    Buffer.from(`\ufeff${text}`),
    Buffer.from(`\ufeff${text}`, "utf16le"),
    Buffer.from(text, "utf16le"),
    Buffer.from(text, "utf16le").swap16(),
    Buffer.from(text, "latin1"),
  ]) {
    const [account] = read(bytes).accounts;
    assert.deepEqual(
      [account!.status, account!.transactions[0]!.description],
      ["reconciled", "Bäckerei & Café"],
    );
  }
  // "Дата;Описание;Сумма;Остаток" in windows-1251.
  const russian = [
    0xc4, 0xe0, 0xf2, 0xe0, 0x3b, 0xce, 0xef, 0xe8, 0xf1, 0xe0, 0xed, 0xe8, 0xe5, 0x3b, 0xd1, 0xf3, 0xec,
    0xec, 0xe0, 0x3b, 0xce, 0xf1, 0xf2, 0xe0, 0xf2, 0xee, 0xea,
  ];
  const cyrillic = Buffer.concat([
    Buffer.from(russian),
    Buffer.from("\n13.06.2024;\xcc\xe0\xe3\xe0\xe7\xe8\xed;-5,00;95,00\n14.06.2024;x;1,00;96,00\n", "latin1"),
  ]);
  assert.equal(read(cyrillic).accounts[0]!.transactions[0]!.description, "Магазин");
});

test("quoted cells hold delimiters, quotes and lines; the line of a row is where it begins", () => {
  const quoted =
    'Date,Description,Amount\n2024-06-13,"Tea, ""green""\nand cake",-5.00\n2024-06-14,Rent,-500.00\n';
  const { transactions } = read(quoted).accounts[0]!;
  assert.deepEqual(
    transactions.map(({ description, line }) => [description, line]),
    [
      ['Tea, "green" and cake', 2],
      ["Rent", 4],
    ],
  );
  assert.throws(() => read('Date,Description,Amount\n2024-06-13,Tea,-5.00\n2024-06-14,"Rent,-500.00\n'), {
    reason: "damaged",
  });
});

test("what spreadsheets say of the delimiter is believed", () => {
  assert.equal(read(`sep=;\r\n${csv(small, german)}`).status, "reconciled");
});

test("rows of two currencies are two accounts", () => {
  const mixed =
    "Date,Description,Amount,Currency\n2024-06-13,a,-5.00,EUR\n2024-06-13,b,-6.00,USD\n2024-06-14,c,-7.00,EUR\n2024-06-14,d,-8.00,USD\n";
  assert.deepEqual(
    read(mixed).accounts.map(({ currency, transactions }) => [currency, transactions.length]),
    [
      ["EUR", 2],
      ["USD", 2],
    ],
  );
  // What is no code may be anything's: neither lost nor counted as another's.
  const many = Array.from(
    { length: 20 },
    (_, at) => `2024-06-13,row ${at},-5.00,${at % 2 ? "EUR" : "USD"}\n`,
  );
  const odd = read(["Date,Description,Amount,Currency\n", ...many, "2024-06-14,odd,-9.00,US$\n"].join(""));
  assert.deepEqual(
    odd.accounts.map(({ currency, transactions }) => [currency, transactions.length]),
    [
      ["USD", 10],
      ["EUR", 10],
      [null, 1],
    ],
  );
  assert.deepEqual(odd.warnings, ["currency_unknown"]);
});

test("a column of numbers that is no money is left alone", () => {
  const numbered =
    "Date,Transaction ID,Description,Amount\n2024-06-13,88812345,Tea,-5.00\n2024-06-14,88812346,Rent,-500.00\n";
  assert.deepEqual(rowsOf(read(numbered)), ["2024-06-13 -5.00", "2024-06-14 -500.00"]);
});

test("tables without dates or amounts, prose and programs are no statements", () => {
  for (const text of [
    "name,age\nTom,18\nJerry,2\n",
    "Dear customer,\nthere is nothing to see.\n",
    "const a = 1, b = 2;\nconsole.log(a, b);\n",
    "2024-06-13\n2024-06-14\n",
    "",
  ])
    assert.throws(() => read(text), { reason: "not_a_pdf" }, text);
});

test("more rows or columns than a statement has are refused", () => {
  const row = "2024-06-13,Tea,-5.00\n";
  assert.throws(() => read(row.repeat(30_001)), { reason: "too_large" });
  assert.throws(() => read(`${row}${"2024-06-13,Tea,-5.00,".repeat(100)}\n`), { reason: "too_large" });
});
