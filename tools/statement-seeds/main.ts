/**
 * Reads generated statements and says how many were read perfectly, flagged, silently wrong or refused:
 * `npm run statements:seeds -- --from 1 --count 2000`. `--mutations` alters each statement after it was right, `--failures`
 * lists those that were not perfect, `--show SEED` writes one PDF and prints truth and reading, `--into FILE` puts the
 * tables into a Markdown file (docs/accuracy.md), `--workers N` bounds the processes.
 * Ends with 1 when one was silently wrong.
 */
import { parseArgs } from "node:util";
import { printFigures } from "./print-figures.ts";
import { runSeeds } from "./run-seeds.ts";
import { show } from "./show.ts";
import { writeTables } from "./write-tables.ts";

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "1" },
    count: { type: "string", default: "300" },
    seeds: { type: "string" },
    show: { type: "string" },
    mutations: { type: "boolean", default: false },
    failures: { type: "boolean", default: false },
    into: { type: "string" },
    workers: { type: "string" },
  },
});

if (values.show !== undefined) await show(Number(values.show), values.mutations);
else {
  const from = Number(values.from);
  const seeds = values.seeds
    ? values.seeds.split(",").map(Number)
    : Array.from({ length: Number(values.count) }, (_, index) => from + index);
  const { results, megabytes } = await runSeeds(
    seeds,
    values.mutations,
    values.workers === undefined ? undefined : Number(values.workers),
  );
  printFigures(results, megabytes);
  if (values.into !== undefined) {
    const name = values.mutations ? "mutations" : "seeds";
    const command = `npm run statements:seeds -- --from ${from} --count ${seeds.length}${values.mutations ? " --mutations" : ""}`;
    writeTables(values.into, name, { command, results, megabytes });
  }
  const shown = results.filter(
    ({ result }) => result === "silent" || (values.failures && result !== "perfect"),
  );
  for (const { seed, result, why } of shown) console.log(`${seed} ${result}: ${why}`);
  if (results.some(({ result }) => result === "silent")) process.exitCode = 1;
}
