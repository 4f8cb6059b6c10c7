import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** What the figures below it were measured on, and how busy it was with other things. */
export function printMachine(): void {
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${availableParallelism()} × ${cpus()[0]?.model.trim()}, ${memory} GiB, Node ${process.versions.node}, load before: ${load}\n`,
  );
}
