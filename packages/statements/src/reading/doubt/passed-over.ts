import type { MarkedLine } from "../../layout/marked-line.ts";
import { isInCents } from "../../table/amounts/amount-places.ts";
import type { LabelledFigure } from "../../table/labels/labelled-figures.ts";
import type { AccountInput, Attempt } from "../interpret/attempts.ts";
import type { Ledger, Place } from "../ledger/ledger.ts";
import type { Proof, Sign } from "../proof/proof.ts";
import { sidesOf, withoutSign } from "../proof/sides.ts";

/** A line belongs to the rows above it up to so many letter heights below them. */
const widestStep = 2.6;

/** So many lines of its text may stand below the last row. */
const mostTexts = 5;

/**
 * Whether a figure in words that may mean a balance ("Saldo total", "Saldo i fjor") was passed over though the account's
 * first or last balance is printed nowhere else, or nowhere but beside a row while the figure stands beside the first balance,
 * or as one of a list with it: it may be that one, and then contradicts the one that the rows lead to.
 */
export function passesOverEnd(
  { anchors }: AccountInput,
  ledger: Ledger,
  proof: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  const { items, opening, closing, amountOf, direction } = ledger;
  if (proof.closing === null) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  // Sides that only the sums told lead back to the first balance as well.
  const first = proof.opening ?? proof.closing - (credits - debits) * BigInt(direction);
  const last = items.at(-1);
  const isOpeningPrinted = opening.length > 0 || items[0]?.type === "point";
  const isClosingPrinted =
    closing.length > 0 || last?.type === "point" || (last?.type === "row" && last.balance !== null);
  const areBothPrinted = isOpeningPrinted && isClosingPrinted;
  if (areBothPrinted && (closing.length > 0 || last?.type !== "row")) return false;
  const besideOpening = (line: MarkedLine) => opening.some(({ at }) => at.line === line);
  const isListed = (label: LabelledFigure) =>
    saysBalance(label) && opening.some(({ at }) => isInList(at.line, label.line));
  const net = proof.closing - first;
  // On a card that is paid in full what is owed is what was spent, so a sum explains nothing.
  const isCard = ledger.direction === -1;
  const agreed = proof.checks.flatMap(({ printed, computed }) =>
    printed === computed && !isCard ? [printed] : [],
  );
  const explained = new Set([0n, first, proof.closing, net, ...agreed].map(withoutSign));
  const days = new Set(
    proof.checks.flatMap(({ kind, printed, computed }) =>
      kind === "subtotal" && printed === computed ? [withoutSign(printed)] : [],
    ),
  );
  // What a day comes to stands behind it above its rows, so the first day's stands above all of them.
  const isDaysSum = ({ line, figure }: Place) =>
    line.dates[0]?.from === 0 && days.has(withoutSign(amountOf(figure) ?? 0n));
  return anchors.before
    .filter(({ kind }) => kind === "total" || kind === "balance_on")
    .filter((place) => place.kind !== "total" || !isDaysSum(place))
    .filter((label) => !areBothPrinted || besideOpening(label.line) || isListed(label))
    .map(({ figure }) => amountOf(figure))
    .some((value) => value !== null && !explained.has(withoutSign(value)));
}

/** "Saldo total": a balance that may as well be called a sum. A mere "total" may be of fees, say. */
function saysBalance({ kind, line }: LabelledFigure): boolean {
  return kind === "balance_on" || line.labels.some(({ value }) => value === "balance_on");
}

/** Whether lines follow one another from the one to the other, each right below the last. */
function isInList(one: MarkedLine, other: MarkedLine): boolean {
  const step = (other.baseline - one.baseline) / (other.index - one.index);
  return one.page === other.page && one !== other && step <= widestStep * other.size;
}

/**
 * Whether a figure in unknown words stands in the column of balances right above the first row or right below the last one
 * and is another than the balances there: it may be the opening or the closing one.
 */
export function passesOverNext(
  { drafts, outside, anchors, known }: AccountInput,
  attempt: Attempt,
  ledger: Ledger,
  proof: Proof,
): boolean {
  const column = attempt.choice.roles.indexOf("balance");
  const [start, end] = [Math.min(...attempt.drafts), Math.max(...attempt.drafts)];
  const first = drafts[start]?.before[0] ?? drafts[start]?.lines[0];
  const last = drafts[end]?.lines.at(-1);
  if (column < 0 || !first || !last || ledger.closing.length > 0) return false;
  if (proof.opening === null || proof.closing === null) return false;
  // On papers that begin with the newest row the opening balance is the one below.
  const ends = [proof.opening, proof.closing];
  // "ITEM 7,250" is no balance where the rows beside it print cents.
  const hasCents = [start, end].every((at) => drafts[at]!.figures.every((each) => isInCents(each.figure)));
  const unnamed = ({ line, figure }: Place) =>
    line.labels.length === 0 && !figure.weak && (!hasCents || isInCents(figure))
      ? ledger.amountOf(figure)
      : null;
  const isEnd = (place: Place) => {
    const value = unnamed(place);
    return value !== null && ends.some((end) => isWorth(place, value, end, known));
  };
  const isInColumn = ({ figure }: Place) => attempt.model.columnOf(figure) === column;
  const isOther = (place: Place) => unnamed(place) !== null && !isEnd(place);
  const figuresOf = (some: typeof drafts) => some.flatMap((draft) => draft.figures);
  const above = [
    ...figuresOf(drafts.slice(0, start)),
    ...outside.figures.filter(({ after, listed }) => after === 0 && !listed),
  ].filter(({ line }) => isNext(line, first));
  const below = [
    ...figuresOf(drafts.slice(end + 1)),
    ...outside.figures.filter(({ after }) => after >= anchors.drafts),
  ].filter(({ line }, _, all) => isNext(last, line) || (!known && isBelowText(last, line, all)));
  // Where rows stand in no columns, balances do not either; but above them anything may stand, unless one balance is told
  // beside their other end.
  const isRagged = attempt.model.spans.length === 0;
  return (
    below.some((place) => isOther(place) && (isRagged || isInColumn(place) || above.some(isEnd))) ||
    above.some((place) => isOther(place) && ((!isRagged && isInColumn(place)) || below.some(isEnd)))
  );
}

/** A line of text may stand between: one of the row's own, or a heading. */
export function isNext(above: MarkedLine, below: MarkedLine, most = 2): boolean {
  const lines = below.index - above.index;
  const step = (below.baseline - above.baseline) / lines;
  return above.page === below.page && lines > 0 && lines <= most && step <= widestStep * below.size;
}

/** More lines of the last row's text may stand between where no words tell them from others: but none that has a figure. */
function isBelowText(last: MarkedLine, below: MarkedLine, all: readonly Place[]): boolean {
  const isBetween = ({ line }: Place) => line.index > last.index && line.index < below.index;
  return isNext(last, below, mostTexts + 1) && !all.some(isBetween);
}

/**
 * Whether the opening balance stands above the rows in words that are not known, and on the line next to it in such words a
 * figure that is neither a balance nor a sum of theirs: it may be the closing balance.
 */
export function passesOverNeighbour(
  { outside, known }: AccountInput,
  ledger: Ledger,
  { opening, closing }: Proof,
  signs: ReadonlyMap<number, Sign>,
): boolean {
  if (ledger.opening.length > 0 || ledger.closing.length > 0 || ledger.items[0]?.type === "point")
    return false;
  if (opening === null || closing === null || opening === 0n) return false;
  const above = outside.figures.filter(({ after, line }) => after === 0 && line.labels.length === 0);
  const witness = above.find(({ figure }) => ledger.amountOf(figure) === opening)?.line;
  if (!witness) return false;
  const { debits, credits } = sidesOf(ledger, ({ draft }) => signs.get(draft));
  const explained = new Set([0n, opening, closing - opening, debits, credits].map(withoutSign));
  return above.some((place) => {
    const { line, figure } = place;
    const value = ledger.amountOf(figure);
    const isBeside = line.index === witness.index + 1 || line.index === witness.index - 1;
    const isNear = Math.abs(line.baseline - witness.baseline) <= widestStep * line.size;
    return (
      isBeside &&
      isNear &&
      line.page === witness.page &&
      value !== null &&
      !explained.has(withoutSign(value)) &&
      !isWorth(place, value, closing, known)
    );
  });
}

/** Beside words that are known an overdrawn balance may be printed without its minus; no other stands with one. */
function isWorth({ figure }: Place, value: bigint, balance: bigint, known: boolean): boolean {
  return value === balance || (known && figure.sign === 0 && figure.side === null && value === -balance);
}
