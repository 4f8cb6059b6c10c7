/** Files of every kind that are read, made of the same rows: what is read back must be these. */
export type MadeRow = { date: string; text: string; cents: number };
export type MadeStatement = { opening: number; rows: readonly MadeRow[] };

export const small: MadeStatement = {
  opening: 100_000,
  rows: [
    { date: "2024-05-31", text: "Bäckerei & Café", cents: -450 },
    { date: "2024-06-03", text: "Salary of May", cents: 250_000 },
    { date: "2024-06-13", text: "Rent 13.06.2024, flat 4.50 m", cents: -80_025 },
    { date: "2024-06-14", text: "Fee", cents: -5 },
  ],
};

export const decimal = (cents: number, mark = ".", group = ""): string => {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${cents < 0 ? "-" : ""}${whole}${mark}${digits.slice(-2)}`;
};

export const closingOf = ({ opening, rows }: MadeStatement): number =>
  rows.reduce((sum, { cents }) => sum + cents, opening);

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const side = (cents: number) => (cents < 0 ? "DBIT" : "CRDT");
const amount = (cents: number) => decimal(Math.abs(cents));

export type CamtParts = { entries?: string; summary?: string; balances?: string; version?: string };

export function camtEntry({ date, text, cents }: MadeRow, inside = ""): string {
  return `<Ntry><Amt Ccy="EUR">${amount(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>2024-01-01</Dt></ValDt>${inside}<AddtlNtryInf>${escaped(text)}</AddtlNtryInf></Ntry>\n`;
}

export function camtBalance(code: string, cents: number, currency = "EUR"): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount(cents)}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd><Dt><Dt>2024-06-30</Dt></Dt></Bal>\n`;
}

export function camt(made: MadeStatement, parts: CamtParts = {}): string {
  const { entries = made.rows.map((row) => camtEntry(row)).join(""), summary = "", version = "08" } = parts;
  const { balances = camtBalance("OPBD", made.opening) + camtBalance("CLBD", closingOf(made)) } = parts;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>1</Id><FrToDt><FrDtTm>2024-05-31T00:00:00</FrDtTm><ToDtTm>2024-06-30T23:59:59</ToDtTm></FrToDt>
<Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy><Svcr><FinInstnId><Nm>Musterbank</Nm></FinInstnId></Svcr></Acct>
${balances}${summary}${entries}</Stmt></BkToCstmrStmt></Document>\n`;
}

export function ofx(made: MadeStatement, version: 1 | 2 = 1): string {
  const close = (name: string) => (version === 2 ? `</${name}>` : "");
  const field = (name: string, value: string) => `<${name}>${value}${close(name)}`;
  const rows = made.rows.map(
    ({ date, text, cents }, index) =>
      `<STMTTRN>${field("TRNTYPE", "OTHER")}${field("DTPOSTED", `${date.replaceAll("-", "")}120000[-5:EST]`)}${field("TRNAMT", decimal(cents))}${field("FITID", String(index))}${field("NAME", escaped(text))}</STMTTRN>\n`,
  );
  const header =
    version === 2
      ? '<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="220"?>\n'
      : "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n";
  return `${header}<OFX><SIGNONMSGSRSV1><SONRS><FI>${field("ORG", "Musterbank")}</FI></SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><STMTRS>${field("CURDEF", "EUR")}<BANKACCTFROM>${field("BANKID", "1")}${field("ACCTID", "202051")}</BANKACCTFROM>
<BANKTRANLIST>${field("DTSTART", "20240531")}${field("DTEND", "20240630")}
${rows.join("")}</BANKTRANLIST><LEDGERBAL>${field("BALAMT", decimal(closingOf(made)))}${field("DTASOF", "20240630")}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n`;
}

/** How a bank writes its tables. */
export type CsvHabits = {
  delimiter: string;
  mark: "." | ",";
  group: string;
  date: (iso: string) => string;
  columns: readonly ("date" | "text" | "amount" | "debit" | "credit" | "balance" | "number")[];
  headings: Record<string, string> | null;
  opening: string;
  newestFirst: boolean;
};

export const plainHabits: CsvHabits = {
  delimiter: ",",
  mark: ".",
  group: "",
  date: (iso) => iso,
  columns: ["date", "text", "amount", "balance"],
  headings: {
    date: "Date",
    text: "Description",
    amount: "Amount",
    debit: "Debit",
    credit: "Credit",
    balance: "Balance",
    number: "Reference",
  },
  opening: "Opening balance",
  newestFirst: false,
};

export function csv(made: MadeStatement, habits: Partial<CsvHabits> = {}): string {
  const { delimiter, mark, group, date, columns, headings, opening, newestFirst } = {
    ...plainHabits,
    ...habits,
  };
  const quote = (cell: string) =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const money = (cents: number) => decimal(cents, mark, group);
  let balance = made.opening;
  const lines = made.rows.map((row, index) => {
    balance += row.cents;
    const cells: Record<CsvHabits["columns"][number], string> = {
      date: date(row.date),
      text: row.text,
      amount: money(row.cents),
      debit: row.cents < 0 ? money(-row.cents) : "",
      credit: row.cents < 0 ? "" : money(row.cents),
      balance: money(balance),
      number: String(1000 + index),
    };
    return columns.map((column) => quote(cells[column])).join(delimiter);
  });
  if (newestFirst) lines.reverse();
  const head = headings ? [columns.map((column) => quote(headings[column]!)).join(delimiter)] : [];
  const before = [
    ["Musterbank AG", ""],
    [opening, money(made.opening)],
  ].map((cells) => cells.map(quote).join(delimiter));
  const after = [["Closing balance", money(balance)]].map((cells) => cells.map(quote).join(delimiter));
  return [...before, "", ...head, ...lines, ...after, ""].join("\r\n");
}
