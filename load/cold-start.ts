/**
 * How long `npm start` takes until it has answered a request, in an installed checkout: with a new data folder,
 * and with one that is there. From the start of the bootstrap, as a person's shell starts it; npm's own time is
 * not in it.
 *
 *   node tools/bootstrap.js load/cold-start.ts [times]
 */
import { startSolo, temporaryDataFolder } from "../solo/test/running-solo.ts";
import { percentile } from "./closed-loop.ts";
import { printMachine } from "./machine.ts";
import { printTable, rounded } from "./table.ts";

const times = Number(process.argv[2] ?? 5);

async function answeredAfter(dataFolder: string): Promise<number> {
  const started = performance.now();
  const solo = await startSolo({ dataFolder, entry: "bootstrap" });
  const answer = await fetch(new URL("/health", solo.url));
  await answer.arrayBuffer();
  const seconds = (performance.now() - started) / 1_000;
  await solo.interrupt();
  if (!answer.ok) throw new Error(`/health answered ${answer.status}`);
  return seconds;
}

printMachine();
// Builds the page and fills the cache of compiled code, which an installed checkout has.
const warm = await temporaryDataFolder();
await answeredAfter(warm.path);
await warm.remove();

const measured = { "new data folder": [] as number[], "data folder there": [] as number[] };
for (let round = 0; round < times; round++) {
  const folder = await temporaryDataFolder();
  measured["new data folder"].push(await answeredAfter(folder.path));
  measured["data folder there"].push(await answeredAfter(folder.path));
  await folder.remove();
}
printTable(
  Object.entries(measured).map(([start, seconds]) => {
    const ascending = seconds.toSorted((a, b) => a - b);
    return {
      start,
      "least, s": rounded(percentile(ascending, 0), 2),
      "median, s": rounded(percentile(ascending, 50), 2),
      "most, s": rounded(percentile(ascending, 100), 2),
    };
  }),
);
