import type { MarkedLine } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { headerPhrases } from "../../vocabulary/lexicon.ts";
import type { ColumnRole } from "../../vocabulary/vocabulary.ts";
import { overlaps } from "../line/span.ts";
import type { HeaderCell } from "./header.ts";

/** So many letters a narrow column may cut off, and so many are left of a word that still tells. */
const mostCut = 2;
const fewestLeft = 3;

/** The headings of a line with those whose last letters their column has cut off: "Running Balanc". */
export function withClipped(cells: readonly HeaderCell[], line: MarkedLine): HeaderCell[] {
  const found = [...cells];
  let run: number[] = [];
  const close = () => {
    const cell = clipped(line, run);
    if (cell) found.push(cell);
    run = [];
  };
  for (const [at, word] of line.words.entries())
    if (cells.some((cell) => overlaps(cell, word))) close();
    else run.push(at);
  close();
  return found.length === cells.length ? found : found.sort((a, b) => a.x0 - b.x0);
}

function clipped({ words }: MarkedLine, run: readonly number[]): HeaderCell | null {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined || run.length < 2) return null;
  const text = run.map((at) => words[at]!.text).join(" ");
  const role = roleOf(fold(text).split(" "));
  return role && { role, x0: words[first]!.x0, x1: words[last]!.x1, text };
}

function roleOf(tokens: readonly string[]): ColumnRole | null {
  const entry = headerPhrases.byFirst.get(tokens[0]!)?.find((each) => {
    if (each.tokens.length !== tokens.length) return false;
    return each.tokens.every((token, at) =>
      at < tokens.length - 1 ? token === tokens[at] : isCut(token, tokens[at]!),
    );
  });
  return entry?.value ?? null;
}

function isCut(whole: string, left: string): boolean {
  const cut = whole.length - left.length;
  return left.length >= fewestLeft && cut > 0 && cut <= mostCut && whole.startsWith(left);
}
