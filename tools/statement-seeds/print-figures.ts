import type { SeedResult } from "./result.ts";

type Figures = { all: number; perfect: number; flagged: number; silent: number; refused: number };

/** The figures in all, and for each value of each dimension, the weakest first. */
export function printFigures(results: readonly SeedResult[], megabytes: number, print = console.log): void {
  const all = figuresOf(results);
  const times = results.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  const slowest = results.toSorted((a, b) => b.ms - a.ms)[0];
  print(row("all", all));
  print(
    `ms per statement: median ${at(0.5)}, 95 % ${at(0.95)}, slowest ${at(1)} (seed ${slowest?.seed}); memory of a worker: ${megabytes} MB`,
  );
  const values = new Map<string, SeedResult[]>();
  for (const result of results)
    for (const [name, value] of Object.entries(result.dimensions)) {
      const key = `${name}: ${value}`;
      values.set(key, [...(values.get(key) ?? []), result]);
    }
  print("");
  print(row("", null));
  const rows = [...values].map(([key, of]) => ({ key, figures: figuresOf(of) }));
  rows.sort((a, b) => share(a.figures) - share(b.figures) || (a.key < b.key ? -1 : 1));
  for (const { key, figures } of rows) print(row(key, figures));
}

function figuresOf(results: readonly SeedResult[]): Figures {
  const figures: Figures = { all: 0, perfect: 0, flagged: 0, silent: 0, refused: 0 };
  for (const { result } of results) {
    figures.all++;
    figures[result]++;
  }
  return figures;
}

function share({ perfect, all }: Figures): number {
  return all === 0 ? 1 : perfect / all;
}

function row(name: string, figures: Figures | null): string {
  if (!figures) return `${"dimension".padEnd(44)}  seeds perfect flagged silent refused  perfect %`;
  const { all, perfect, flagged, silent, refused } = figures;
  const cells = [all, perfect, flagged, silent, refused].map((count) => String(count).padStart(7)).join("");
  return `${name.padEnd(44)}${cells}  ${(share(figures) * 100).toFixed(2).padStart(6)}`;
}
