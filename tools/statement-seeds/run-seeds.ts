import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { SeedResult } from "./result.ts";

/** Enough that a worker seldom waits, few enough that none is left with much at the end. */
const batch = 20;

/** Reads the seeds in processes side by side; returns the results by seed, and the memory of the largest process. */
export async function runSeeds(
  seeds: readonly number[],
  mutations: boolean,
  workers = availableParallelism(),
): Promise<{ results: SeedResult[]; megabytes: number }> {
  const left = [...seeds];
  const results: SeedResult[] = [];
  let megabytes = 0;
  await Promise.all(
    Array.from({ length: Math.min(workers, Math.ceil(left.length / batch)) }, async () => {
      const worker = fork(join(import.meta.dirname, "worker.ts"), mutations ? ["mutations"] : []);
      const exited = once(worker, "exit");
      const next = () => {
        const seeds = left.splice(0, batch);
        if (seeds.length > 0) worker.send(seeds);
        else worker.disconnect();
      };
      worker.on("message", (message: SeedResult | { done: true; megabytes: number }) => {
        if ("done" in message) {
          megabytes = Math.max(megabytes, message.megabytes);
          next();
        } else results.push(message);
      });
      next();
      const [code] = (await exited) as [number | null];
      if (code !== 0) throw new Error(`a worker ended with ${code}`);
    }),
  );
  return { results: results.sort((a, b) => a.seed - b.seed), megabytes };
}
