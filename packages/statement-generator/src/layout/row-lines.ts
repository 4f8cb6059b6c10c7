import type { Dimensions } from "../dimensions.ts";
import type { Cells, ColumnKey } from "./columns.ts";

const dateKeys: readonly ColumnKey[] = ["serial", "date", "valueDate"];

/** A row as lines of cells, after the habit of its bank. */
export function rowLines(cells: Cells, text: readonly string[], dimensions: Dimensions): Cells[] {
  const lines = inLines(cells, text, dimensions);
  const mark = dimensions.amountWords === "mark below" && /^(.*\d.*) (\p{L}+)$/u.exec(cells.amount ?? "");
  if (!mark) return lines;
  // "CR" on a line of its own, under its amount.
  const at = lines.findIndex((line) => line.amount !== undefined);
  const next = lines[at + 1];
  lines[at] = { ...lines[at], amount: mark[1]! };
  if (next && next.amount === undefined) lines[at + 1] = { ...next, amount: mark[2]! };
  else lines.splice(at + 1, 0, { amount: mark[2]! });
  return lines;
}

function inLines(cells: Cells, text: readonly string[], dimensions: Dimensions): Cells[] {
  const [first = "", ...more] = text;
  switch (dimensions.descriptions) {
    case "amount on the last line": {
      if (more.length === 0) return [cells];
      const lead = only(cells, [...dateKeys, "description"]);
      const middle = more.slice(0, -1).map((line): Cells => ({ description: line }));
      const tail: Cells = { ...without(cells, dateKeys), description: more.at(-1)! };
      return [lead, ...middle, tail];
    }
    case "date in the middle":
    case "first line above": {
      if (more.length === 0) return [cells];
      return [
        { description: first },
        { ...cells, description: more[0]! },
        ...more.slice(1).map((line): Cells => ({ description: line })),
      ];
    }
    default:
      return [cells, ...more.map((line): Cells => ({ description: line }))];
  }
}

function only(cells: Cells, keys: readonly ColumnKey[]): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([key]) => keys.includes(key as ColumnKey)));
}

function without(cells: Cells, keys: readonly ColumnKey[]): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([key]) => !keys.includes(key as ColumnKey)));
}
