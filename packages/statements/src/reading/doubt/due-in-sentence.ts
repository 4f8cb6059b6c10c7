import type { Figure } from "../../layout/figures.ts";
import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import type { AccountInput } from "../interpret/attempts.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

/** A sentence has so many words at least, and so few of them between what it names and its figure. */
const fewestWords = 6;
const mostBetween = 4;

/**
 * "The amount due of 201.39 EUR will be taken from your account": whether a sentence beside the rows has another amount due
 * than any balance or sum of theirs.
 */
export function contradictsDueInSentence(
  { anchors, outside }: AccountInput,
  ledger: Ledger,
  { opening, closing, checks }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const labels = [...anchors.before, ...anchors.after].map(({ line }) => line);
  const lines = new Set([...labels, ...outside.figures.map(({ line }) => line)]);
  const dues = [...lines].flatMap((line) => {
    const figure = dueIn(line);
    const value = figure && ledger.amountOf(figure);
    return value === null || value === undefined ? [] : [withoutSign(value)];
  });
  if (dues.length === 0) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const balances = [opening, closing].flatMap((value) => (value === null ? [] : [withoutSign(value)]));
  const agreed = checks.flatMap(({ printed, computed }) =>
    printed === computed ? [withoutSign(printed)] : [],
  );
  const explained = new Set([0n, debits, credits, withoutSign(debits - credits), ...balances, ...agreed]);
  return dues.some((value) => !explained.has(value));
}

/** The figure of an amount due in a line of text, a few words behind those that name it. */
function dueIn(line: MarkedLine): Figure | undefined {
  const label = line.labels.find(({ value }) => value === "total_due");
  if (!label || plainWords(line).length < fewestWords) return undefined;
  const figure = line.figures.find(({ weak, from }) => !weak && from >= label.to);
  if (!figure || figure.from - label.to > mostBetween) return undefined;
  const isParted = ({ from }: { from: number }) => from >= label.to && from < figure.from;
  return line.dates.some(isParted) || line.labels.some(isParted) ? undefined : figure;
}
