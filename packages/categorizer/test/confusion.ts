import { readFileSync } from "node:fs";
import { categorize } from "../src/categorize.ts";
import { type Category, categories, type Flow, flows } from "../src/category.ts";

export type Labelled = { description: string; type: "DEBIT" | "CREDIT"; category: Category; flow: Flow };

/** Lines of side (D or C), description, category and flow, parted by tabs; as banks print them. */
export function readLabelled(file: URL): Labelled[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line, index) => {
      const [side, description, category, flow] = line.split("\t");
      const known = categories.includes(category as Category) && flows.includes(flow as Flow);
      if (!description || !known || (side !== "D" && side !== "C"))
        throw new Error(`line ${index + 1} is not labelled`);
      return {
        description,
        type: side === "D" ? "DEBIT" : "CREDIT",
        category: category as Category,
        flow: flow as Flow,
      };
    });
}

export type Confusion = {
  rows: number;
  right: number;
  /** `matrix[expected][given]`, each "SPENDING food", "TRANSFER" and so on. */
  matrix: Map<string, Map<string, number>>;
  wrong: (Labelled & { given: string; confidence: number; merchant: string })[];
};

/** How the categorizer's answers differ from the labels. */
export function confusion(labelled: readonly Labelled[]): Confusion {
  const result: Confusion = { rows: labelled.length, right: 0, matrix: new Map(), wrong: [] };
  for (const row of labelled) {
    const answer = categorize(row);
    const expected = label(row);
    const given = label(answer);
    const line = result.matrix.get(expected) ?? new Map<string, number>();
    line.set(given, (line.get(given) ?? 0) + 1);
    result.matrix.set(expected, line);
    if (expected === given) result.right++;
    else result.wrong.push({ ...row, given, confidence: answer.confidence, merchant: answer.merchant });
  }
  return result;
}

/** The report as text: the share that is right, then every confusion with its rows. */
export function report({ rows, right, wrong }: Confusion): string {
  const lines = wrong.map(
    (row) =>
      `${label(row)} taken for ${row.given} (${row.confidence}, ${row.merchant}): ${row.type} ${row.description}`,
  );
  return [`${right} of ${rows} right (${((100 * right) / rows).toFixed(1)} %)`, ...lines.sort()].join("\n");
}

function label({ category, flow }: { category: Category; flow: Flow }): string {
  return flow === "SPENDING" ? `SPENDING ${category}` : flow;
}
