/**
 * CPU seconds of this engine and of other tools on the same statement, one after another, and of this engine as
 * statements grow. Warm: each tool reads the file several times in one process, and its quickest round counts.
 *
 *     npm run statements:bench
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { printTable } from "./print-table.ts";
import { pythonWithTools } from "./python-tools.ts";
import { cache, statementFile } from "./statement-files.ts";

/** A layout that the generic parser of monopoly reads too; the year stands in the period alone. */
const layout = "year_in_period";

/** So many rounds over a statement of 3,000 rows until V8 has compiled what it will: behind 30 there is still a tenth of each in it. */
const warmRounds = 100;

type Figures = { name: string; seconds: number; found: string };

function engine(path: string, rounds: number): Figures {
  const program = join(import.meta.dirname, "read-rounds.ts");
  const output = execFileSync(process.execPath, [program, path, String(rounds)], { encoding: "utf8" });
  const { seconds, found } = JSON.parse(output) as { seconds: number[]; found: string };
  return { name: "this engine", seconds: Math.min(...seconds), found };
}

function other(python: string, tool: string, path: string, rounds: number): Figures {
  const program = join(import.meta.dirname, "readers.py");
  const output = execFileSync(python, [program, tool, path, String(rounds)], { encoding: "utf8" });
  const last = output.trim().split("\n").at(-1)!;
  return { name: tool, ...(JSON.parse(last) as { seconds: number; found: string }) };
}

const path = await statementFile(layout, 3_000);
const python = pythonWithTools(cache);
const ours = engine(path, warmRounds);
const figures = [
  ours,
  other(python, "pdfplumber", path, 2),
  other(python, "camelot", path, 2),
  other(python, "monopoly", path, 3),
  other(python, "pdftotext", path, 5),
];
printTable("3,000 rows, warm", [
  ["tool", "CPU s", "of this engine", "found"],
  ...figures.map(({ name, seconds, found }) => [
    name,
    seconds.toFixed(2),
    (seconds / ours.seconds).toFixed(1),
    found,
  ]),
]);

const sizes = [300, 1_000, 3_000, 10_000, 30_000];
const series: string[][] = [["rows", "CPU s", "s per 1,000 rows", "found"]];
for (const rows of sizes) {
  const { seconds, found } = engine(await statementFile(layout, rows), rows > 5_000 ? 6 : warmRounds);
  series.push([String(rows), seconds.toFixed(3), ((seconds * 1_000) / rows).toFixed(3), found]);
}
printTable("As statements grow, warm", series);
