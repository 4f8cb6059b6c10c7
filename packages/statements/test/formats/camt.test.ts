import assert from "node:assert/strict";
import { test } from "node:test";
import { readListed } from "../../src/formats/read-listed.ts";
import { StatementError } from "../../src/statement.ts";
import { camt, camtBalance, camtEntry, small } from "./made-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readListed(bytes(text), {})!;
const reason = (text: string) => {
  try {
    read(text);
    return "read";
  } catch (error) {
    assert.ok(error instanceof StatementError);
    return error.reason;
  }
};
const signed = (text: string) =>
  read(text).accounts.flatMap(({ transactions }) =>
    transactions.map(({ date, type, amount, description }) =>
      [date, type === "DEBIT" ? `-${amount}` : amount, description].join(" "),
    ),
  );

test("a statement whose balances agree with its entries", () => {
  const statement = read(camt(small));
  assert.deepEqual(
    [statement.format, statement.status, statement.pages, statement.warnings],
    ["camt.053", "reconciled", 1, []],
  );
  const [account] = statement.accounts;
  assert.deepEqual(
    [
      account!.institution,
      account!.currency,
      account!.account_number,
      account!.opening_balance,
      account!.closing_balance,
    ],
    ["Musterbank", "EUR", "DE02120300000000202051", "1000.00", "2695.20"],
  );
  assert.deepEqual(account!.period, { from: "2024-05-31", to: "2024-06-30" });
  assert.deepEqual(signed(camt(small)), [
    "2024-05-31 -4.50 Bäckerei & Café",
    "2024-06-03 2500.00 Salary of May",
    "2024-06-13 -800.25 Rent 13.06.2024, flat 4.50 m",
    "2024-06-14 -0.05 Fee",
  ]);
  const [row] = account!.transactions;
  assert.deepEqual([row!.page, row!.box, row!.line], [1, [0, 0, 0, 0], 7]);
  assert.match(row!.raw, /^<Ntry><Amt Ccy="EUR">4\.50<[\s\S]*<\/Ntry>$/);
});

test("an entry that was left out contradicts the balances", () => {
  const { status, accounts } = read(
    camt(small, {
      entries: small.rows
        .slice(1)
        .map((row) => camtEntry(row))
        .join(""),
    }),
  );
  assert.equal(status, "discrepant");
  assert.deepEqual(
    accounts[0]!.checks.map(({ kind, difference }) => [kind, difference]),
    [["closing_balance", "-4.50"]],
  );
});

test("pending and announced entries are no transactions", () => {
  const pending = camtEntry(small.rows[0]!).replace("BOOK", "PDNG");
  const old = camtEntry(small.rows[0]!).replace("<Cd>BOOK</Cd>", "INFO");
  const entries = small.rows.map((row) => camtEntry(row)).join("") + pending + old;
  assert.equal(read(camt(small, { entries })).status, "reconciled");
});

test("a reversal's side is that of its own booking", () => {
  const reversed = camtEntry({ ...small.rows[0]!, cents: 450 }).replace(
    "<Sts>",
    "<RvslInd>true</RvslInd><Sts>",
  );
  const made = { opening: 0, rows: [small.rows[0]!, { ...small.rows[0]!, cents: 450 }] };
  assert.equal(read(camt(made, { entries: camtEntry(small.rows[0]!) + reversed })).status, "reconciled");
});

test("totals and counts of the summary are compared", () => {
  const summary = (debits: string, count: number) =>
    `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries><Sum>3304.80</Sum><TtlNetNtry><Amt>1695.20</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry></TtlNtries><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>2500</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>3</NbOfNtries><Sum>${debits}</Sum></TtlDbtNtries></TxsSummry>`;
  assert.equal(read(camt(small, { summary: summary("804.80", 4) })).status, "reconciled");
  assert.equal(read(camt(small, { summary: summary("804.81", 4) })).status, "discrepant");
  assert.equal(read(camt(small, { summary: summary("804.80", 5) })).status, "discrepant");
  // Without balances the totals of both sides prove the rows.
  assert.equal(read(camt(small, { summary: summary("804.80", 4), balances: "" })).status, "reconciled");
  assert.equal(read(camt(small, { balances: "" })).status, "unverifiable");
});

test("a batch is its parts where they sum up to it, else itself", () => {
  const detail = (cents: string, name: string) =>
    `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${cents}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Me</Nm></Dbtr><Cdtr><Pty><Nm>${name}</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>Invoice</Ustrd><Ustrd>${name}</Ustrd></RmtInf></TxDtls>`;
  const batch = (second: string) =>
    camtEntry(
      small.rows[0]!,
      `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${detail("1.50", "A")}${detail(second, "B")}</NtryDtls>`,
    );
  const made = { opening: 0, rows: [small.rows[0]!] };
  const summary = "<TxsSummry><TtlNtries><NbOfNtries>1</NbOfNtries></TtlNtries></TxsSummry>";
  const whole = read(camt(made, { entries: batch("3.00"), summary }));
  assert.deepEqual(
    whole.accounts[0]!.transactions.map(({ amount, description }) => [amount, description]),
    [
      ["1.50", "A Invoice A"],
      ["3.00", "B Invoice B"],
    ],
  );
  assert.equal(whole.status, "reconciled");
  assert.deepEqual(signed(camt(made, { entries: batch("2.99"), summary })), [
    "2024-05-31 -4.50 Bäckerei & Café",
  ]);
});

test("statements of several accounts, currencies and days", () => {
  const two = camt(small).replace(
    "</BkToCstmrStmt>",
    `${/<Stmt>[\s\S]*<\/Stmt>/.exec(camt(small))![0].replaceAll("EUR", "CHF")}</BkToCstmrStmt>`,
  );
  assert.deepEqual(
    read(two).accounts.map(({ currency, status }) => [currency, status]),
    [
      ["EUR", "reconciled"],
      ["CHF", "reconciled"],
    ],
  );
  const mixed = camt(small, {
    balances:
      camtBalance("OPBD", 100_000) +
      camtBalance("CLBD", 269_520) +
      camtBalance("OPBD", 0, "USD") +
      camtBalance("CLBD", 450, "USD"),
    entries:
      small.rows.map((row) => camtEntry(row)).join("") +
      camtEntry({ ...small.rows[0]!, cents: 450 }).replace("EUR", "USD"),
  });
  assert.deepEqual(
    read(mixed).accounts.map(({ currency, status }) => [currency, status]),
    [
      ["EUR", "reconciled"],
      ["USD", "reconciled"],
    ],
  );
});

test("other pairs of balances: the closing of the day before, and those of a part", () => {
  const balances = (first: string, last: string) =>
    camtBalance(first, 100_000) + camtBalance(last, 269_520) + camtBalance("CLAV", 1);
  for (const [first, last] of [
    ["PRCD", "CLBD"],
    ["OPBD", "ITBD"],
    ["ITBD", "CLBD"],
    ["ITBD", "ITBD"],
  ] as const)
    assert.equal(
      read(camt(small, { balances: balances(first, last) })).status,
      "reconciled",
      `${first} ${last}`,
    );
  assert.equal(read(camt(small, { balances: camtBalance("CLBD", 269_520) })).status, "unverifiable");
});

test("older versions, prefixes, envelopes and encodings", () => {
  assert.equal(
    read(camt(small, { version: "02" }).replaceAll("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>")).status,
    "reconciled",
  );
  const prefixed = camt(small)
    .replace(/<(\/?)(\w)/g, "<$1n:$2")
    .replace("<n:xml", "<?xml");
  assert.equal(read(prefixed.replace(/^<\?xml.*\n/, "")).status, "reconciled");
  const enveloped = `<Saa><Header/><Body>${camt(small).replace(/^<\?xml.*\n/, "")}</Body></Saa>`;
  assert.equal(read(enveloped).status, "reconciled");
  const latin = Buffer.from(camt(small).replace("UTF-8", "ISO-8859-1"), "latin1");
  assert.match(readListed(latin, {})!.accounts[0]!.transactions[0]!.description, /Bäckerei/);
  const wide = Buffer.from(`\ufeff${camt(small)}`, "utf16le");
  assert.equal(readListed(wide, {})!.status, "reconciled");
});

test("what is not well-formed, cut off or declares entities is damaged", () => {
  const whole = camt(small);
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
  for (const bad of [
    whole.slice(0, -30),
    whole.slice(0, whole.length >> 1),
    whole.replace("</Ntry>", ""),
    whole.replace("<Document", `${bomb}<Document`),
    whole.replace("<Document", `${outside}<Document`).replace("Fee", "&f;"),
    whole.replace("Fee", "&unknown;"),
    whole.replace("4.50", "four"),
    whole.replace("CRDT", "BOTH"),
    whole.replaceAll("2024-06-13", "2024-06-33").replaceAll("2024-01-01", ""),
    whole.replace("4.50", "9".repeat(30)),
    whole.replace("4.50", "4.50000001"),
    whole.replace('Ccy="EUR"', 'Ccy="&lt;UR"'),
    whole.replace('Ccy="EUR"', 'Ccy="eur"'),
    `<BkToCstmrStmt>${"<a>".repeat(100_000)}`,
  ])
    assert.equal(reason(bad), "damaged", bad.slice(0, 300));
  assert.equal(reason("<Document><BkToCstmrStmt></BkToCstmrStmt></Document>"), "no_statement_found");
});
