import type { SeedResult } from "./result.ts";

export type Figures = {
  all: number;
  perfect: number;
  /** Every row right, whatever the verdict. */
  rowsRight: number;
  flagged: number;
  silent: number;
  refused: number;
};

export type ValueFigures = { dimension: string; value: string; figures: Figures };

export function figuresOf(results: readonly SeedResult[]): Figures {
  const figures: Figures = { all: 0, perfect: 0, rowsRight: 0, flagged: 0, silent: 0, refused: 0 };
  for (const { result, rowsRight } of results) {
    figures.all++;
    figures[result]++;
    // A file whose text says nothing is perfect when it is refused, and has no rows.
    if (rowsRight || result === "perfect") figures.rowsRight++;
  }
  return figures;
}

/** Hundredths of a percent would be noise. */
export function percent(part: number, all: number): string {
  return all === 0 ? "" : ((part / all) * 100).toFixed(1);
}

/** For each value of each dimension, the weakest first. */
export function byDimension(results: readonly SeedResult[]): ValueFigures[] {
  const values = new Map<string, SeedResult[]>();
  for (const result of results)
    for (const [dimension, value] of Object.entries(result.dimensions)) {
      const key = `${dimension}\n${value}`;
      const found = values.get(key);
      if (found) found.push(result);
      else values.set(key, [result]);
    }
  return [...values]
    .map(([key, of]) => {
      const [dimension = "", value = ""] = key.split("\n");
      return { dimension, value, figures: figuresOf(of) };
    })
    .sort(
      (a, b) =>
        share(a.figures) - share(b.figures) || (a.dimension + a.value < b.dimension + b.value ? -1 : 1),
    );
}

function share({ perfect, all }: Figures): number {
  return perfect / all;
}

export type Cost = { median: number; most: number; slowest: number; slowestSeed: number };

/** Milliseconds per statement; `most` is what 95 of 100 stay below. */
export function costOf(results: readonly SeedResult[]): Cost {
  const sorted = results.toSorted((a, b) => a.ms - b.ms);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return {
    median: Math.round(at(0.5)?.ms ?? 0),
    most: Math.round(at(0.95)?.ms ?? 0),
    slowest: Math.round(at(1)?.ms ?? 0),
    slowestSeed: at(1)?.seed ?? 0,
  };
}
