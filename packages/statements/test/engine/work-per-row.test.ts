import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

/**
 * No time is measured: what counts is how often the engine's code runs. Each further row from 800 to 1,600 may cost as
 * much as one from 400 to 800. With one loop over all rows for each row put in, it costs a seventh more. What the runtime
 * does by itself (sorting, searching an array) is not seen.
 */
const [few, some, many] = [400, 800, 1_600];
const mostGrowth = 1.05;

const program = new URL("count-work.ts", import.meta.url).pathname;

for (const layout of ["year_in_period", "carried_forward"]) {
  test(`the work for each further row does not grow: ${layout}`, () => {
    const [first, second, third] = [few, some, many].map((rows) => work(layout, rows)) as [Work, Work, Work];
    const perRow = (name: string) => [
      ((second[name] ?? 0) - (first[name] ?? 0)) / (some - few),
      ((third[name] ?? 0) - (second[name] ?? 0)) / (many - some),
    ];
    const names = Object.keys(third);
    const all = [0, 1].map((at) => names.reduce((sum, name) => sum + perRow(name)[at]!, 0));
    const grown = names
      .map((name) => ({ name, before: perRow(name)[0]!, after: perRow(name)[1]! }))
      .sort((a, b) => b.after - b.before - (a.after - a.before))
      .slice(0, 5)
      .map(({ name, before, after }) => `${name}: ${before.toFixed(1)}, then ${after.toFixed(1)}`);
    assert.ok(all[1]! < mostGrowth * all[0]!, [`${all[0]}, then ${all[1]}`, ...grown].join("\n"));
  });
}

/** How often each function and its blocks ran. */
type Work = Record<string, number>;

function work(layout: string, rows: number): Work {
  // Optimised code does not count.
  const flags = ["--no-opt", "--no-maglev", "--no-warnings"];
  const output = execFileSync(process.execPath, [...flags, program, layout, String(rows)]);
  return JSON.parse(output.toString()) as Work;
}
