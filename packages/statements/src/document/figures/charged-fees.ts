import type { Figure } from "../../layout/figures.ts";
import type { Draft, Entry } from "../../table/draft/drafts.ts";
import { type HeaderCell, moneyRoles } from "../../table/headings/header.ts";
import { overlaps } from "../../table/line/span.ts";
import { findPhrases } from "../../text/phrases.ts";
import type { NumberReading } from "../../values/printed-number.ts";
import { feePhrases } from "../../vocabulary/fees.ts";

/**
 * Rows whose fees stand in columns of their own ("Money out | Fee | Balance"), each with its fees in its amount: what the balance
 * goes down by. Null where no row has any, or where no balances could show that it is so.
 */
export function withChargedFees(entries: readonly Entry[]): Entry[] | null {
  let charged = 0;
  const found = entries.map((entry): Entry | null => {
    if (entry.type !== "draft" || entry.draft.label !== null) return entry;
    const fees = feesOf(entry.draft);
    if (fees.length === 0) return entry;
    const draft = withFees(entry.draft, fees);
    if (draft && fees.some(({ readings }) => isCharged(readings))) charged++;
    return draft && { type: "draft", draft };
  });
  const read = found.filter((entry) => entry !== null);
  return charged > 0 && read.length === entries.length ? read : null;
}

/** A row's figures under headings of fees. */
function feesOf({ header, figures }: Draft): Figure[] {
  const headings = (header?.cells ?? []).filter(isFee);
  if (headings.length === 0) return [];
  const others = (header?.cells ?? []).filter(({ role }) => moneyRoles.has(role));
  return figures
    .map(({ figure }) => figure)
    .filter(
      (figure) =>
        headings.some((cell) => overlaps(figure, cell)) && !others.some((cell) => overlaps(figure, cell)),
    );
}

function isFee({ role, text }: HeaderCell): boolean {
  return role === "other" && findPhrases(text.split(" "), feePhrases).length > 0;
}

/** The row with its fees in its one amount; null where it has not one amount and a balance. */
function withFees(draft: Draft, fees: readonly Figure[]): Draft | null {
  const { header, figures } = draft;
  const roleOf = (figure: Figure) => {
    const cells = header!.cells.filter((cell) => moneyRoles.has(cell.role) && overlaps(figure, cell));
    return cells.length === 1 ? cells[0]!.role : null;
  };
  const rest = figures.filter(({ figure }) => !fees.includes(figure));
  const amounts = rest.filter(({ figure }) => roleOf(figure) !== "balance" && isCharged(figure.readings));
  const [amount, ...more] = amounts;
  if (more.length > 0 || !rest.some(({ figure }) => roleOf(figure) === "balance")) return null;
  if (!amount) return withFeeAlone(draft, fees);
  const { figure } = amount;
  const comesIn = roleOf(figure) === "credit" || figure.side === "credit" || figure.sign === 1;
  const readings = fees.reduce<NumberReading[]>(
    (sums, fee) => sums.flatMap((sum) => fee.readings.flatMap((each) => sumOf(sum, each, comesIn) ?? [])),
    figure.readings,
  );
  if (readings.length === 0) return null;
  return {
    ...draft,
    figures: rest.map((each) => (each === amount ? { ...each, figure: { ...figure, readings } } : each)),
  };
}

/** The row of nothing but a fee: that is its amount, as if it stood among those that go out. */
function withFeeAlone(draft: Draft, fees: readonly Figure[]): Draft | null {
  const [fee, ...more] = fees.filter(({ readings }) => isCharged(readings));
  const out = draft.header!.cells.find(({ role }) => role === "debit" || role === "amount");
  if (!fee || more.length > 0 || !out) return null;
  const { x0, x1, role } = out;
  const figure: Figure = { ...fee, x0, x1, sign: role === "amount" ? -1 : fee.sign };
  const kept = draft.figures.filter((each) => each.figure === fee || !fees.includes(each.figure));
  const figures = kept
    .map((each) => (each.figure === fee ? { ...each, figure } : each))
    .toSorted((a, b) => a.figure.x0 - b.figure.x0);
  return { ...draft, figures };
}

function isCharged(readings: readonly NumberReading[]): boolean {
  return readings.some(({ whole, fraction }) => /[1-9]/.test(whole + fraction));
}

/** An amount with its fee; what comes in comes without it. */
function sumOf(amount: NumberReading, fee: NumberReading, comesIn: boolean): NumberReading | null {
  if (amount.mark !== null && fee.mark !== null && amount.mark !== fee.mark) return null;
  const digits = Math.max(amount.fraction.length, fee.fraction.length);
  const minor = ({ whole, fraction }: NumberReading) => BigInt(whole + fraction.padEnd(digits, "0"));
  const sum = comesIn ? minor(amount) - minor(fee) : minor(amount) + minor(fee);
  if (sum <= 0n) return null;
  const text = String(sum).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return { mark: amount.mark ?? fee.mark, whole, fraction: text.slice(text.length - digits) };
}
