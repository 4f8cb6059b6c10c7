import { readStatement } from "../../src/read-statement.ts";
import type { ReadOptions, Statement } from "../../src/statement.ts";
import { type DrawOptions, drawPages, type Piece } from "./draw-pages.ts";

export async function readPages(
  pages: readonly (readonly Piece[])[],
  options?: ReadOptions,
  draw?: DrawOptions,
): Promise<Statement> {
  return await readStatement(await drawPages(pages, draw), options);
}

/** Verdict and rows of each account on one line each: what a layout test compares. */
export function outline({ accounts }: Statement): string[] {
  return accounts.flatMap(({ status, transactions }) => [
    status,
    ...transactions.map(({ date, type, amount, description }) =>
      `${date.slice(5)} ${type === "DEBIT" ? "-" : "+"}${amount} ${description}`.trim(),
    ),
  ]);
}

/** The same without descriptions, for layouts that put them where only a guess could tell whose they are. */
export function figures(statement: Statement): string[] {
  return outline(statement).map((line) => line.split(" ").slice(0, 2).join(" "));
}
