/**
 * Reads a statement of one layout with so many rows and prints how often every function of the engine and every block in
 * it ran: `node --no-opt --no-maglev count-work.ts LAYOUT ROWS`. Optimised code does not count, and what is counted once
 * in a process is counted less finely the next time, so a process reads one file.
 */
import { Session } from "node:inspector/promises";
import type { LayoutName } from "@finflow/sample-statements/layouts";
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { readStatement } from "../../src/read-statement.ts";

const [layout, rows] = process.argv.slice(2);
const engine = new URL("../../src/", import.meta.url).href;
const { pdf } = await renderStatement({ ...manyRows(Number(rows)), layout: layout as LayoutName });
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
const { status } = await readStatement(pdf);
if (status !== "reconciled") throw new Error(`${layout} is ${status}`);
const { result } = await session.post("Profiler.takePreciseCoverage");
const work: Record<string, number> = {};
for (const { url, functions } of result) {
  if (!url.startsWith(engine)) continue;
  for (const { functionName, ranges } of functions) {
    const name = `${url.slice(engine.length)}:${ranges[0]!.startOffset} ${functionName}`;
    work[name] = ranges.reduce((sum, { count }) => sum + count, 0);
  }
}
process.stdout.write(JSON.stringify(work));
