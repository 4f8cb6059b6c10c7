import { renderStatement } from "@finflow/sample-statements/render-statement";
import type { StatementSpec } from "@finflow/sample-statements/statement-spec";

let count = 0;

/** A statement of three rows, other bytes each time. */
export async function smallStatement(spec: Partial<StatementSpec> = {}): Promise<Uint8Array> {
  count++;
  const { pdf } = await renderStatement({
    institution: "Northbank",
    layout: "debit_credit",
    accounts: [
      {
        number: String(20_000_000 + count),
        currency: "GBP",
        period: { from: "2025-01-01", to: "2025-01-31" },
        opening: 100_000n,
        rows: [
          { date: "2025-01-05", description: "Corner Coffee", amount: -320n },
          { date: "2025-01-12", description: "City Buses", amount: -280n },
          { date: "2025-01-28", description: "Salary Acme Ltd", amount: 210_000n },
        ],
      },
    ],
    ...spec,
  });
  return pdf;
}
