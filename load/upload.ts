/**
 * How long a large statement takes from the first byte sent until it is read, and until every figure has it.
 *
 *   node tools/bootstrap.js load/upload.ts [rows] [times]
 */
import { manyRows } from "@finflow/sample-statements/many-rows";
import { renderStatement } from "@finflow/sample-statements/render-statement";
import { newPerson, type Person } from "../solo/test/end-to-end/person.ts";
import { startSolo, temporaryDataFolder } from "../solo/test/running-solo.ts";
import { percentile } from "./closed-loop.ts";
import { printMachine } from "./machine.ts";
import { printTable, rounded } from "./table.ts";

const [rows = 3_000, times = 5] = process.argv.slice(2).map(Number);

printMachine();
const folder = await temporaryDataFolder();
const solo = await startSolo({ dataFolder: folder.path });
try {
  const { pdf } = await renderStatement(manyRows(rows));
  const target = { ...solo, dataFolder: folder.path, close: async () => {} };
  const runs: Awaited<ReturnType<typeof measure>>[] = [];
  for (let run = 0; run < times; run++) runs.push(await measure(await newPerson(target), pdf));
  console.log(`${rows} rows, ${runs[0]?.pages} pages, ${(pdf.byteLength / 1024).toFixed(0)} KiB:\n`);
  const across = (what: string, of: (run: (typeof runs)[number]) => number) => {
    const ascending = runs.map(of).sort((a, b) => a - b);
    return {
      "from sending the file": what,
      "least, s": rounded(percentile(ascending, 0), 2),
      "median, s": rounded(percentile(ascending, 50), 2),
      "most, s": rounded(percentile(ascending, 100), 2),
    };
  };
  printTable([
    across("to its acceptance (202)", ({ accepted }) => accepted),
    across("to COMPLETED", ({ completed }) => completed),
    across("to every figure having it", ({ figured }) => figured),
  ]);
} finally {
  await solo.interrupt();
  await folder.remove();
}

async function measure(person: Person, pdf: Uint8Array<ArrayBuffer>) {
  const sent = performance.now();
  const since = () => (performance.now() - sent) / 1_000;
  const { documentId } = await person.upload(pdf);
  const accepted = since();
  const { status, verdict, transactionCount, revision, pages } = await person.read(documentId);
  const completed = since();
  await person.figure("/analytics/summary", revision);
  const figured = since();
  if (status !== "COMPLETED" || verdict !== "RECONCILED" || transactionCount !== rows) {
    throw new Error(`read ${transactionCount} rows, ${status}, ${verdict}`);
  }
  return { accepted, completed, figured, pages };
}
