/** Reads seeds that the parent names, one message each, with the engine of this repository. */
import { mutate } from "@finflow/statement-generator/mutate";
import { readSpec } from "@finflow/statement-generator/read-seed";
import { specOf } from "@finflow/statement-generator/spec-of";
import { readStatement } from "@finflow/statements/read-statement";
import type { SeedResult } from "./result.ts";

/** With "mutations", each statement is altered after it was right. */
const mutated = process.argv.includes("mutations");

process.on("message", async (seeds: number[]) => {
  for (const seed of seeds) process.send!(await resultOf(seed));
  process.send!({ done: true, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) });
});

async function resultOf(seed: number): Promise<SeedResult> {
  const spec = mutated ? mutate(specOf(seed)) : specOf(seed);
  const outcome = await readSpec(spec, readStatement).catch((error: unknown) => {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`);
  });
  return { seed, dimensions: spec.dimensions, ...outcome };
}
