/**
 * What a scan costs that is as long as one may be, read in a child of its own: processor time of all threads, time on
 * the clock, and the most memory held. The limits are 90 s on the clock and 1 GB.
 *
 *     npm run statements:scan-bench
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scanOf } from "@finflow/sample-statements/scan-of";
import { readScanInChild } from "./in-child.ts";
import { printTable } from "./print-table.ts";
import { cache, statementFile } from "./statement-files.ts";

/** 20 pages. */
const rows = 980;

const printed = readFileSync(await statementFile("year_in_period", rows));
const path = join(cache, `scan-${rows}.pdf`);
writeFileSync(path, await scanOf(printed, { dpi: 200, noise: 6, skew: 0.4, jpegQuality: 75 }));
const { pages, seconds, clockSeconds, megabytes, found } = await readScanInChild(path);
printTable(`${rows} rows, scanned at 200 dpi`, [
  ["pages", "CPU s", "clock s", "MB", "found"],
  [`${pages}`, seconds.toFixed(1), clockSeconds.toFixed(1), megabytes.toFixed(0), found],
]);
