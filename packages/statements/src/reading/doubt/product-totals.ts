import type { Figure } from "../../layout/figures.ts";
import type { MarkedLine } from "../../layout/marked-line.ts";
import { overlaps } from "../../table/line/span.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import { balanceOf } from "../interpret/interpret.ts";

/** A summary of products is no longer, and each of its lines has its two balances and a sum at least. */
const mostProducts = 6;
const fewestFigures = 3;

/**
 * Whether the line "Total" of a summary of products, each with its balances and sums below their words, is not what the lines
 * above it come to.
 */
export function contradictsProducts(
  { anchors, outside }: AccountInput,
  { style, direction }: Attempt,
): boolean {
  const amountOf = (figure: Figure) => balanceOf(figure, style, direction);
  const isTold = ({ kind, line }: (typeof anchors.before)[number]) =>
    (kind === "opening" || kind === "closing") && line.labels.length === 0;
  const first = anchors.before.find(isTold)?.line;
  const total = anchors.before.find(({ kind, all }) => kind === "total" && all.length >= fewestFigures);
  if (!first || !total || first.page !== total.line.page) return false;
  const products = total.line.index - first.index;
  if (products < 1 || products > mostProducts) return false;
  const isAbove = ({ line }: { line: MarkedLine }) =>
    line.index > first.index && line.index < total.line.index;
  const figures = [
    ...first.figures.filter(({ weak }) => !weak),
    ...outside.figures.filter(isAbove).map(({ figure }) => figure),
  ];
  // Every line between is one of a product, with a figure in each column.
  if (figures.length !== total.all.length * products) return false;
  return total.all.some((sum) => {
    const values = figures.filter((figure) => overlaps(figure, sum)).map(amountOf);
    const printed = amountOf(sum);
    if (printed === null || values.length !== products) return false;
    return values.reduce<bigint>((all, value) => all + (value ?? 0n), 0n) !== printed;
  });
}
