import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement } from "../../src/statement.ts";
import { card, head, headings, rows, sided } from "./altered-paper.ts";
import { lines, type Piece, table } from "./draw-pages.ts";
import { figures, readPages } from "./read-drawn.ts";

/** Each of another bank's program. */
const fonts = ["Helvetica", "Courier"];

const bank: Piece[] = [
  ...lines([...head, "Opening balance 1,000.00", "Closing balance 2,407.25"]),
  ...table(sided, [headings, ...rows], 120),
];
const ofBank = ["reconciled", "06-03 -45.10", "06-14 +2310.00", "06-21 -870.00", "06-28 +12.35"];

const bought = [
  ["02/08/2023", "Bakery", "4.20"],
  ["05/08/2023", "Pharmacy", "18.75"],
  ["11/08/2023", "Books", "32.00"],
  ["19/08/2023", "Fuel", "61.40"],
  ["27/08/2023", "Cinema", "13.65"],
];
const wallet = (title: readonly string[]): Piece[] => [
  ...lines([...title]),
  ...table([{ x: 40 }, { x: 110 }, { x: 330, right: true }], [card, ...bought], 120),
];
const proven = wallet([
  "Credit card statement",
  "Card number 5500 1234 9876 4410",
  "Previous balance 0.00",
  "New balance 130.00",
]);
const open = wallet(["Pocket wallet", "What you paid"]);
const ofCard = ["reconciled", ...bought.map(([day, , sum]) => `08-${day!.slice(0, 2)} -${sum}`)];

test("statements of two banks in one file are read each by itself", async () => {
  const statement = await readPages([bank, proven], {}, { fonts });
  assert.deepEqual(figures(statement), [...ofBank, ...ofCard]);
  assert.equal(statement.status, "reconciled");
  assert.equal(statement.pages, 2);
});

test("statements of one program are read each by itself where the next one is headed otherwise", async () => {
  const savings = [
    ...lines(["Sparkonto 0123456789  Auszug 4/2023"]),
    ...table(
      [{ x: 40 }, { x: 110 }, { x: 300 }, { x: 460, right: true }],
      [
        ["Datum", "Buchungstext", "Wert", "Umsatz"],
        ["30.09.2023", "Kontostand zum 30.09.2023", "", "15.000,00+"],
        ["20.10.2023", "Sparen", "20.10.2023", "288,08+"],
        ["09.12.2023", "Auszahlung", "11.12.2023", "375,00-"],
        ["11.12.2023", "Auszahlung", "11.12.2023", "465,07-"],
        ["18.12.2023", "Sparen", "18.12.2023", "553,01+"],
        ["31.12.2023", "Zinsen", "31.12.2023", "83,12+"],
        ["31.12.2023", "Kontostand zum 31.12.2023", "", "15.084,14+"],
      ],
    ),
  ];
  const ofSavings = ["10-20 +288.08", "12-09 -375.00", "12-11 -465.07", "12-18 +553.01", "12-31 +83.12"];
  const statement = await readPages([bank, savings]);
  assert.deepEqual(figures(statement), [...ofBank, "reconciled", ...ofSavings]);
  assert.equal(statement.status, "reconciled");
});

test("pages of one account that each add up are not taken for two, since one may be missing between them", async () => {
  const later = [
    ...lines([...head, "Opening balance 3,000.00", "Closing balance 3,012.35"]),
    ...table(sided, [headings, ["02/07/2024", "Refund", "", "12.35", "3,012.35"]], 120),
  ];
  const statement = await readPages([bank, later], {}, { fonts });
  assert.deepEqual([statement.status, statement.accounts.length], ["discrepant", 1]);
});

test("one whose rows nothing proves is not left out beside another that adds up", async () => {
  const statement = await readPages([bank, open], {}, { fonts });
  assert.equal(statement.status, "unverifiable");
  assert.deepEqual(figures(statement), [...ofBank, "unverifiable", ...ofCard.slice(1)]);
});

test("a file of which neither the whole nor any paper is proven is as it is read as a whole", async () => {
  const withoutEnds = [
    ...lines(head),
    ...table(
      sided,
      [headings, ...rows].map((cells) => cells.slice(0, 4)),
      120,
    ),
  ];
  const statement = await readPages([withoutEnds, lines(["Terms and conditions"])], {}, { fonts });
  assert.deepEqual(figures(statement), ["unverifiable", ...ofBank.slice(1)]);
});

test("a page without rows in letters of its own takes no proof from the others", async () => {
  const terms = lines(["Terms", "Fees are charged on the last day of a month.", "Call us on 0800 123 456."]);
  assert.deepEqual(figures(await readPages([bank, terms], {}, { fonts })), ofBank);
});

test("pages of one statement may have fonts of their own", async () => {
  const pages = [
    [...lines([...head, "Opening balance 1,000.00"]), ...table(sided, [headings, ...rows.slice(0, 2)], 120)],
    [
      ...table(sided, [headings, ...rows.slice(2)], 60),
      ...lines(["Total money in 2,322.35", "Closing balance 2,407.25"], 160),
    ],
  ];
  assert.deepEqual(figures(await readPages(pages, {}, { fonts })), ofBank);
});

const accountOf = [
  ["Date", "Narration", "Paid out", "Paid in"],
  ["", "Opening balance", "", "921.70"],
  ["01/12/2024", "Energy", "1.00", ""],
  ["18/12/2024", "Pharmacy", "200.00", ""],
  ["28/12/2024", "Gym", "10.70", ""],
];
const rest = [
  accountOf[0]!,
  ["29/12/2024", "Insurance", "86.75", ""],
  ["", "Phones", "5.00", ""],
  ["30/12/2024", "Cinema", "1.40", ""],
];

test("rows whose beginning is on a page that is missing are not left out above an account that adds up", async () => {
  const account = [
    ...lines(["Account number 90964209", "01/12/2024 - 31/12/2024", "Closing balance 710.00"], 140),
    ...table(sided, accountOf, 200),
  ];
  const [alone, below] = await Promise.all(
    [account, [...table(sided, rest, 60), ...account]].map((page) => readPages([bank, page])),
  );
  assert.deepEqual(figures(alone!), [
    ...ofBank,
    "reconciled",
    "12-01 -1.00",
    "12-18 -200.00",
    "12-28 -10.70",
  ]);
  assert.notEqual(below!.status, "reconciled");
});

const narrow = [{ x: 40 }, { x: 110 }, { x: 340, right: true }];

test("rows of a page of another statement are not passed over for want of headings", async () => {
  const account = [
    ...lines(["IBAN: TR33 0006 1005 1978 6457 8413 26", "Ekstre donemi: 01.04.2025 - 30.04.2025"]),
    ...table(
      [{ x: 120, right: true }, { x: 200, right: true }, { x: 215 }, { x: 280 }],
      [
        ["Bakiye", "Tutar", "Tarih", "Aciklama"],
        ["11.500,33", "", "", "DEVREDEN BAKIYE"],
        ["18.245,77", "6.745,44", "02.04.2025", "Gelen EFT"],
        ["17.366,08", "-879,69", "02.04.2025", "Elektrik"],
        ["17.166,49", "-199,59", "05.04.2025", "Market"],
        ["16.813,87", "-352,62", "09.04.2025", "Telefon"],
        ["16.881,81", "67,94", "14.04.2025", "Iade"],
        ["16.355,58", "-526,23", "21.04.2025", "Kira"],
      ],
    ),
  ];
  const rows = [
    ["19/05", "Pix enviado", "324,69D"],
    ["19/05", "Pix recebido", "6.117,10C"],
    ["", "SALDO DO DIA", "11.818,73C"],
    ["20/05", "Pix recebido", "5.441,04C"],
    ["21/05", "Pix enviado", "396,35D"],
    ["", "SALDO DO DIA", "16.863,42C"],
    ["22/05", "Boleto", "543,23D"],
    ["", "SALDO DO DIA", "16.320,19C"],
  ];
  const other = table([{ x: 40 }, { x: 170 }, { x: 545, right: true }], rows, 40);
  assert.equal((await readPages([account])).status, "reconciled");
  assert.notEqual((await readPages([account, other])).status, "reconciled");
});

test("a list of payments to come may go on on the next page", async () => {
  const due = Array.from({ length: 9 }, (_, at) => [`0${at + 1}/07/2024`, "Shop", `${at + 5}.50`]);
  const first = [...bank, ...lines(["Pending transactions"], 260), ...table(narrow, due.slice(0, 3), 280)];
  assert.deepEqual(figures(await readPages([first, table(narrow, due.slice(3), 40)])), ofBank);
});

const period = "Period: 01/06/2024 - 30/06/2024";
const balances = ["Opening balance 1,000.00", "Closing balance 2,407.25"];
const days = ({ accounts }: Statement) =>
  accounts.map(({ transactions }) => transactions.map(({ date }) => date).join(" "));
const ofJune = "2024-06-03 2024-06-14 2024-06-21 2024-06-28";

test("days without a year are dated by what their own paper says, and not by another one's period", async () => {
  const dated = [...lines([...head, period, ...balances]), ...table(sided, [headings, ...rows], 120)];
  const open = [
    ...lines(["Consolidated statement as at 31 Mar 2023", "Savings 033-10441-0"]),
    ...table(
      sided,
      [
        ["Date", "Details", "Withdrawal", "Deposit", "Balance"],
        ["01 Mar", "Balance b/f", "", "", "3,310.44"],
        ["03 Mar", "Water", "211.86", "", "3,098.58"],
        ["04 Mar", "Giro", "", "357.63", "3,456.21"],
        ["31 Mar", "Balance c/f", "", "", "3,456.21"],
      ],
      120,
    ),
  ];
  assert.deepEqual(days(await readPages([open, dated])), ["2023-03-03 2023-03-04", ofJune]);
});

test("a year that only another paper's period says is assumed", async () => {
  const dated = [...lines([...head, period, ...balances]), ...table(sided, [headings, ...rows], 120)];
  const open = [
    ...lines([
      "Credit card statement",
      "Card number 5500 1234 9876 4410",
      "Previous balance 0.00",
      "New balance 54.95",
    ]),
    ...table(
      [{ x: 40 }, { x: 110 }, { x: 330, right: true }],
      [card, ["02/03", "Bakery", "4.20"], ["05/03", "Pharmacy", "18.75"], ["11/03", "Books", "32.00"]],
      120,
    ),
  ];
  const statement = await readPages([dated, open]);
  assert.deepEqual(days(statement), [ofJune, "2024-03-02 2024-03-05 2024-03-11"]);
  assert.deepEqual(statement.warnings, ["currency_unknown", "year_assumed"]);
});
