import { byDimension, costOf, type Figures, figuresOf, percent } from "./figures.ts";
import type { SeedResult } from "./result.ts";

/** The figures in all, and for each value of each dimension, the weakest first. */
export function printFigures(results: readonly SeedResult[], megabytes: number): void {
  const { median, most, slowest, slowestSeed } = costOf(results);
  console.log(row("all", figuresOf(results)));
  console.log(
    `ms per statement: median ${median}, 95 % ${most}, slowest ${slowest} (seed ${slowestSeed}); memory of a worker: ${megabytes} MB`,
  );
  console.log(`\n${"dimension".padEnd(44)}  seeds perfect flagged silent refused  perfect %  rows right %`);
  for (const { dimension, value, figures } of byDimension(results))
    console.log(row(`${dimension}: ${value}`, figures));
}

function row(name: string, { all, perfect, rowsRight, flagged, silent, refused }: Figures): string {
  const cells = [all, perfect, flagged, silent, refused].map((count) => String(count).padStart(7)).join("");
  return `${name.padEnd(44)}${cells}  ${percent(perfect, all).padStart(9)}  ${percent(rowsRight, all).padStart(12)}`;
}
