import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LayoutName } from "@finflow/sample-statements/layouts";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";

export const cache = join(import.meta.dirname, "../../../.cache/statements-bench");

/** A statement with so many rows, and the path of its file. A layout without balances has nothing before its rows. */
export async function statementFile(layout: LayoutName, rows: number): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const path = join(cache, `${layout}-${rows}.pdf`);
  const spec = manyRows(rows);
  const opening = layout === "rows_only" ? 0n : spec.accounts[0]!.opening;
  const accounts = spec.accounts.map((account) => ({ ...account, opening }));
  const { pdf } = await renderStatement({ ...spec, layout, accounts });
  writeFileSync(path, pdf);
  return path;
}
