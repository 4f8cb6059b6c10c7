import { type RenderedStatement, renderStatement } from "@finflow/sample-statements/render-statement";
import { type Sample, samples } from "@finflow/sample-statements/samples";
import type { AccountSpec, RowSpec, StatementSpec } from "@finflow/sample-statements/statement-spec";

/** The project's own samples as of one day, so that every run reads the same. */
export const asOf = "2026-03-07";

export function sample(id: Sample["id"]): Promise<RenderedStatement> {
  return renderStatement(specOf(id));
}

export function specOf(id: Sample["id"]): StatementSpec {
  const found = samples(asOf).find((candidate) => candidate.id === id);
  if (!found) throw new Error(`there is no sample ${id}`);
  return found.spec;
}

const aWeek: RowSpec[] = [
  { date: "2025-06-02", description: "CARD PAYMENT CORNER SUPERMARKET", amount: -4_310n },
  { date: "2025-06-02", description: "CONTACTLESS METRO TICKETS", amount: -560n },
  { date: "2025-06-03", description: "CONTACTLESS METRO TICKETS", amount: -560n },
  { date: "2025-06-04", description: "CARD PAYMENT RIVERSIDE PHARMACY", amount: -1_199n },
  { date: "2025-06-05", description: "SALARY EXAMPLE WORKS LTD", amount: 250_000n },
  { date: "2025-06-06", description: "TRANSFER TO SAVINGS ACCOUNT", amount: -50_000n },
  { date: "2025-06-30", description: "DIRECT DEBIT BRIGHT ELECTRICITY AND GAS", amount: -8_890n },
];

/** A small statement, fit for being changed: one account, one month, seven rows, two of them twins. */
export function small(
  account: Partial<AccountSpec> = {},
  spec: Partial<Omit<StatementSpec, "accounts">> = {},
): Promise<RenderedStatement> {
  return renderStatement({
    institution: "Longleaf Bank",
    layout: "debit_credit",
    accounts: [
      {
        number: "30301122",
        currency: "GBP",
        period: { from: "2025-06-01", to: "2025-06-30" },
        opening: 120_050n,
        rows: aWeek,
        ...account,
      },
    ],
    ...spec,
  });
}

const abroadRows = (scale: bigint): RowSpec[] => [
  { date: "2025-09-03", description: "CARD PAYMENT NOODLE HOUSE RESTAURANT", amount: -1_280n * scale },
  { date: "2025-09-25", description: "SALARY EXAMPLE WORKS LTD", amount: 310_000n * scale },
  { date: "2025-11-11", description: "CARD PAYMENT COASTAL RAILWAY", amount: -13_320n * scale - 5n },
  { date: "2025-11-28", description: "CARD PAYMENT PAPER CRANE BOOKSHOP", amount: -2_750n * scale },
];

/** Yen have no decimals, dinars three; October has no row. */
export function abroad(currency: "JPY" | "KWD"): Promise<RenderedStatement> {
  const [number, scale] = currency === "JPY" ? ["66120087", 1n] : ["66120095", 10n];
  const period = { from: "2025-09-01", to: "2025-11-30" };
  return renderStatement({
    institution: "Harbour Mutual Bank",
    layout: "signed",
    accounts: [{ number, currency, period, opening: 1_250_500n, rows: abroadRows(scale as bigint) }],
  });
}

/** Two accounts in one file, in one currency or in two. */
export function twoAccounts(...[one, other]: [string, string]): Promise<RenderedStatement> {
  const period = { from: "2025-09-01", to: "2025-11-30" };
  return renderStatement({
    institution: "Harbour Mutual Bank",
    layout: "signed",
    accounts: [
      { number: "66120111", currency: one, period, opening: 455_000n, rows: abroadRows(1n) },
      { number: "66120222", currency: other, period, opening: 1_250_500n, rows: abroadRows(3n) },
    ],
  });
}

/** A PDF of one page with a line of text, and no statement. */
export function letter(): Uint8Array<ArrayBuffer> {
  const content = "BT /F1 12 Tf 72 720 Td (Dear customer, our branches are closed on Monday.) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.indexOf("xref\n")}\n%%EOF\n`;
  return new TextEncoder().encode(file) as Uint8Array<ArrayBuffer>;
}
