/**
 * Reads generated statements off a scanner and says how many were read perfectly, flagged, silently wrong or refused:
 * `npm run statements:scans -- --from 1 --count 40`. `--failures` lists those that were not perfect. Ends with 1 when
 * one was silently wrong. A page takes seconds.
 */
import { parseArgs } from "node:util";
import { scanOf } from "@finflow/sample-statements/scan-of";
import { readSpec } from "@finflow/statement-generator/read-seed";
import { specOf } from "@finflow/statement-generator/spec-of";
import { canvasGlobals } from "@finflow/statements/ocr/picture/canvas-globals";
import { pictureReader } from "@finflow/statements/ocr/read-pictures";
import { openRecognizers, type Recognizer } from "@finflow/statements/ocr/recognition/recognizer";
import { readStatement } from "@finflow/statements/read-statement";
import { scanners } from "./scanners.ts";

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    count: { type: "string", default: "20" },
    scanner: { type: "string" },
    failures: { type: "boolean", default: false },
  },
});

/** More rows than this are more pages of the same. */
const mostRows = 60;

/** Text that cannot be extracted is for readers of text; on paper every font can be read. */
function isForScanning(seed: number): boolean {
  const { accounts, dimensions } = specOf(seed);
  const rows = accounts.reduce((sum, account) => sum + account.printed.rows.length, 0);
  return dimensions.unicode === "mapped" && rows > 0 && rows <= mostRows;
}

type Tally = { perfect: number; flagged: number; silent: number; refused: number; rowsRight: number };
const counted = new Map<string, Tally>();

async function readOne(seed: number, name: string, recognizer: Recognizer): Promise<void> {
  const pictures = pictureReader([recognizer]);
  const scanner = { ...scanners[name]!, seed };
  const { result, rowsRight, why } = await readSpec(specOf(seed), async (bytes, options) =>
    readStatement(await scanOf(bytes, scanner), options, pictures),
  );
  const tally = counted.get(name) ?? { perfect: 0, flagged: 0, silent: 0, refused: 0, rowsRight: 0 };
  counted.set(name, tally);
  tally[result]++;
  if (rowsRight) tally.rowsRight++;
  if (result === "silent") process.exitCode = 1;
  if (result === "silent" || (values.failures && result !== "perfect"))
    console.log(`${seed} (${name}) ${result}: ${why}`);
}

canvasGlobals();
const from = Number(values.from);
const seeds = Array.from({ length: Number(values.count) }, (_, index) => from + index).filter(isForScanning);
const names = Object.keys(scanners).filter((name) => name.includes(values.scanner ?? ""));
const tasks = names.flatMap((name) => seeds.map((seed) => ({ name, seed }))).values();
const recognizers = await openRecognizers();
await Promise.all(
  recognizers.map(async (recognizer) => {
    for (const { name, seed } of tasks) await readOne(seed, name, recognizer);
    await recognizer.close();
  }),
);
console.table(Object.fromEntries(counted));
