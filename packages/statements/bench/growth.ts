/**
 * What statements cost as they grow, each read in a child of its own as the command reads it: processor time, that of
 * each further thousand rows since the size before, and the most memory held.
 *
 *     npm run statements:growth
 */
import type { LayoutName } from "@finflow/sample-statements/layouts";
import { readInChild } from "./in-child.ts";
import { printTable } from "./print-table.ts";
import { statementFile } from "./statement-files.ts";

const layouts: readonly LayoutName[] = ["year_in_period", "debit_credit", "sparse_balances", "rows_only"];
const sizes = [300, 3_000, 10_000, 30_000];

const head = ["layout", "rows", "pages", "CPU s", "per 1,000 rows", "each further 1,000", "MB", "found"];
const table: string[][] = [head];
for (const layout of layouts) {
  let before = { rows: 0, seconds: 0 };
  for (const rows of sizes) {
    const { seconds, megabytes, pages, found } = await readInChild(await statementFile(layout, rows));
    const further = ((seconds - before.seconds) * 1_000) / (rows - before.rows);
    const shown = before.rows === 0 ? "" : further.toFixed(2);
    const perRows = ((seconds * 1_000) / rows).toFixed(2);
    table.push([
      layout,
      `${rows}`,
      `${pages}`,
      seconds.toFixed(2),
      perRows,
      shown,
      megabytes.toFixed(0),
      found,
    ]);
    before = { rows, seconds };
  }
}
printTable("As statements grow, in a child", table);
