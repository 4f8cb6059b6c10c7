import { renderStatement } from "@finflow/sample-statements/render-statement";
import type { RowSpec } from "@finflow/sample-statements/statement-spec";

export type Truth = { rows: number; debit: bigint; credit: bigint };

/** A small statement of an account of its own: no two of them share a row. Amounts in pence. */
export async function statementOf(number: number): Promise<{ pdf: Uint8Array<ArrayBuffer>; truth: Truth }> {
  const rows: RowSpec[] = Array.from({ length: 5 }, (_, day) => ({
    date: `2025-07-${String(3 + 4 * day).padStart(2, "0")}`,
    description: `CARD PAYMENT CORNER SUPERMARKET ${day + 1}`,
    amount: -BigInt(1_000 + 13 * number + 7 * day),
  }));
  rows.push({
    date: "2025-07-28",
    description: "SALARY EXAMPLE WORKS LTD",
    amount: 200_000n + BigInt(number),
  });
  const { pdf } = await renderStatement({
    institution: "Longleaf Bank",
    layout: "debit_credit",
    accounts: [
      {
        number: String(40_000_000 + number),
        currency: "GBP",
        period: { from: "2025-07-01", to: "2025-07-31" },
        opening: 120_050n,
        rows,
      },
    ],
  });
  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  return {
    pdf,
    truth: {
      rows: rows.length,
      debit: -sum(rows.map(({ amount }) => amount).filter((amount) => amount < 0n)),
      credit: sum(rows.map(({ amount }) => amount).filter((amount) => amount > 0n)),
    },
  };
}

/** Pence as the API writes them. */
export function pounds(pence: bigint): string {
  return `${pence / 100n}.${String(pence % 100n).padStart(2, "0")}`;
}
