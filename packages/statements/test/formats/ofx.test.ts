import assert from "node:assert/strict";
import { test } from "node:test";
import { readListed } from "../../src/formats/read-listed.ts";
import { ofx, small } from "./made-files.ts";

const read = (text: string) => readListed(new TextEncoder().encode(text), {})!;

for (const version of [1, 2] as const) {
  test(`OFX ${version}: rows, account and the one balance that it has`, () => {
    const { format, status, accounts } = read(ofx(small, version));
    assert.deepEqual([format, status, accounts.length], ["ofx", "unverifiable", 1]);
    const [account] = accounts;
    assert.deepEqual(
      [
        account!.institution,
        account!.currency,
        account!.account_number,
        account!.opening_balance,
        account!.closing_balance,
      ],
      ["Musterbank", "EUR", "202051", null, "2695.20"],
    );
    assert.deepEqual(account!.period, { from: "2024-05-31", to: "2024-06-30" });
    assert.deepEqual(
      account!.transactions.map(({ date, type, amount, description }) => [date, type, amount, description]),
      [
        ["2024-05-31", "DEBIT", "4.50", "Bäckerei & Café"],
        ["2024-06-03", "CREDIT", "2500.00", "Salary of May"],
        ["2024-06-13", "DEBIT", "800.25", "Rent 13.06.2024, flat 4.50 m"],
        ["2024-06-14", "DEBIT", "0.05", "Fee"],
      ],
    );
    assert.match(account!.transactions[1]!.raw, /^<STMTTRN>.*Salary.*<\/STMTTRN>$/);
  });
}

test("an opening balance that a bank lists by a name of its own proves the rows", () => {
  const list = (value: string) =>
    `<BALLIST><BAL><NAME>Limit<DESC>x<BALTYPE>DOLLAR<VALUE>5.00</BAL><BAL><NAME>Opening balance<DESC>y<BALTYPE>DOLLAR<VALUE>${value}</BAL></BALLIST></STMTRS>`;
  assert.equal(read(ofx(small).replace("</STMTRS>", list("1000.00"))).status, "reconciled");
  assert.equal(read(ofx(small).replace("</STMTRS>", list("1000.01"))).status, "discrepant");
});

test("habits of banks: empty fields, memos that repeat the name, commas, closing tags here and there", () => {
  const odd = ofx(small)
    .replace("<NAME>Salary of May", "<CHECKNUM>\n<NAME>Salary<MEMO>Salary of May, all of it")
    .replace("<TRNAMT>2500.00", "<TRNAMT>+2500,00</TRNAMT>")
    .replace("<TRNTYPE>OTHER", "<TRNTYPE> OTHER </TRNTYPE>");
  const [, salary] = read(odd).accounts[0]!.transactions;
  assert.deepEqual([salary!.amount, salary!.description], ["2500.00", "Salary of May, all of it"]);
});

test("cards, several accounts, and rows in another currency", () => {
  const card = ofx(small)
    .replaceAll("STMTRS", "CCSTMTRS")
    .replaceAll("BANKACCTFROM", "CCACCTFROM")
    .replaceAll("STMTTRNRS", "CCSTMTTRNRS");
  assert.equal(read(card).accounts[0]!.transactions.length, 4);
  const statement = /<STMTTRNRS>[\s\S]*<\/STMTTRNRS>/.exec(ofx(small))![0];
  assert.equal(read(ofx(small).replace("</BANKMSGSRSV1>", `${statement}</BANKMSGSRSV1>`)).accounts.length, 2);
  const foreign = ofx(small).replace("<NAME>Fee", "<NAME>Fee<CURRENCY><CURRATE>1.1<CURSYM>USD</CURRENCY>");
  assert.deepEqual(
    read(foreign).accounts.map(({ currency, transactions }) => [currency, transactions.length]),
    [
      ["EUR", 3],
      ["USD", 1],
    ],
  );
});

test("the code page that the header names; UTF-8 whatever it says", () => {
  const latin = Buffer.from(ofx(small), "latin1");
  assert.match(readListed(latin, {})!.accounts[0]!.transactions[0]!.description, /Bäckerei & Café/);
  assert.match(read(ofx(small)).accounts[0]!.transactions[0]!.description, /Bäckerei & Café/);
});

test("cut off, without dates or amounts, or with declarations: damaged", () => {
  for (const bad of [
    ofx(small).slice(0, -20),
    ofx(small).replace("20240603", "20241303"),
    ofx(small).replace("<TRNAMT>2500.00", "<TRNAMT>much"),
    ofx(small).replace("<TRNAMT>2500.00", "<TRNAMT>2500.00000001"),
    ofx(small).replace("<TRNAMT>2500.00", "<TRNAMT>2500000000000000.00"),
    ofx(small, 2).replace("<OFX>", '<!DOCTYPE OFX [<!ENTITY a "b">]><OFX>'),
    `<OFX>${"<STMTRS>".repeat(100_000)}`,
  ])
    assert.throws(() => read(bad), { reason: "damaged" });
  assert.throws(() => read("OFXHEADER:100\n<OFX><SIGNONMSGSRSV1></SIGNONMSGSRSV1></OFX>"), {
    reason: "no_statement_found",
  });
});
