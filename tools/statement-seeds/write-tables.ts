import { readFileSync, writeFileSync } from "node:fs";
import { byDimension, costOf, type Figures, figuresOf, percent } from "./figures.ts";
import type { SeedResult } from "./result.ts";

/** Fewer seeds than this say little about a value. */
const fewest = 10;

/**
 * Puts the tables of a run into a Markdown file, between the lines `<!-- NAME -->` and `<!-- /NAME -->`.
 * @throws when the file has no such place
 */
export function writeTables(
  path: string,
  name: string,
  { command, results, megabytes }: { command: string; results: readonly SeedResult[]; megabytes: number },
): void {
  const text = readFileSync(path, "utf8");
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no place between ${begin} and ${end}`);
  const tables = tablesOf(command, results, megabytes, name === "mutations");
  writeFileSync(path, `${text.slice(0, from + begin.length)}\n${tables}\n${text.slice(to)}`);
}

function tablesOf(
  command: string,
  results: readonly SeedResult[],
  megabytes: number,
  mutations: boolean,
): string {
  const { median, most, slowest, slowestSeed } = costOf(results);
  const values = byDimension(results).filter(
    ({ dimension, figures }) => figures.all >= fewest && (dimension === "mutation") === mutations,
  );
  return [
    `    ${command}`,
    "",
    head("statements", ""),
    line("all", "", figuresOf(results)),
    "",
    `Per statement: median ${median} ms, 95 of 100 below ${most} ms, the slowest ${slowest} ms (seed ${slowestSeed}); a worker took ${megabytes} MB at most.`,
    "",
    head("dimension", "value"),
    ...values.map(({ dimension, value, figures }) => line(dimension, value, figures)),
  ].join("\n");
}

function head(first: string, second: string): string {
  return `| ${first} | ${second} | seeds | perfect, % | rows right, % | flagged | silently wrong | refused |\n|---|---|---:|---:|---:|---:|---:|---:|`;
}

function line(first: string, second: string, figures: Figures): string {
  const { all, perfect, rowsRight, flagged, silent, refused } = figures;
  return `| ${first} | ${second} | ${all} | ${percent(perfect, all)} | ${percent(rowsRight, all)} | ${flagged} | ${silent} | ${refused} |`;
}
