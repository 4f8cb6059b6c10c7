import { isCurrency, minorDigits } from "@finflow/money/currency";
import type { Figure } from "../../layout/figures.ts";
import { type DecimalMark, type NumberReading, readingFor, toMinor } from "../../values/printed-number.ts";
import type { NumberStyle } from "./interpret.ts";

/** A way to read numbers, and how far it is from what the document shows (0: just that). */
export type StyleChoice = { style: NumberStyle; cost: number };

type Votes = Record<DecimalMark, number>;

/**
 * The decimal mark and number of decimals of a document, from all its figures. Most can be read in one way only
 * ("1,234.56", "0.500"), and those decide. "1,234" alone means thousands in currencies of other than three decimals;
 * where the currency is not known and every figure is of that kind, both readings stand equal, unless its language says
 * that it has no thousandths.
 */
export function numberStyles(
  figures: readonly Figure[],
  currency: string | null,
  mayHaveThousandths: () => boolean = () => true,
): StyleChoice[] {
  const known =
    currency !== null && isCurrency(currency)
      ? minorDigits(currency)
      : mayHaveThousandths()
        ? null
        : usualDigits;
  const plain: Votes = { ".": 0, ",": 0 };
  const likely: Votes = { ".": 0, ",": 0 };
  for (const { readings } of known === 3 ? ownOf(figures, currency) : figures) {
    const [first] = readings;
    if (readings.length === 1 && first?.mark) plain[first.mark]++;
    else if (readings.length > 1) likely[meantMark(readings, known)]++;
  }
  const isPlain = plain["."] + plain[","] > 0;
  const votes = isPlain ? plain : likely;
  const mark: DecimalMark = votes[","] > votes["."] ? "," : ".";
  const other: DecimalMark = mark === "." ? "," : ".";
  const digits = digitsOf(figures, mark, known);
  const isOdd = isOddFor(known, digits);
  const isOddHere = isOdd || areThousands(figures, mark, known);
  const choices: StyleChoice[] = [{ style: { mark, digits, odd: isOddHere }, cost: isOdd ? oddCost : 0 }];
  const fewer = isOdd && fewerDigits(figures, mark, known);
  if (fewer !== false) choices.push({ style: { mark, digits: fewer }, cost: 0 });
  const otherCost = otherMarkCost(votes[other], isPlain && !isOdd, likely, known);
  if (otherCost === null) return choices;
  // Just as odd under the other mark: figures that are all three digits behind it add up at a thousandth as well.
  const otherDigits = digitsOf(figures, other, known);
  const odd = isOddFor(known, otherDigits) || areThousands(figures, other, known);
  return [
    ...choices,
    { style: { mark: other, digits: otherDigits, odd }, cost: otherCost + (odd ? oddCost : 0) },
  ];
}

/** The decimals of money that is not known, but for that it has no thousandths. */
const usualDigits = 2;

/** "378.10 GBP" in a text does not make thousands of dinars printed as "20,000". */
function ownOf(figures: readonly Figure[], currency: string | null): readonly Figure[] {
  const own = figures.filter(({ currency: code }) => code === null || !isCurrency(code) || code === currency);
  return own.some(({ readings }) => readings.some(({ mark }) => mark !== null)) ? own : figures;
}

/** What keeps three decimals in a currency of fewer from being taken where anything else adds up. */
const oddCost = 6;

/** "165.476" in krónur beside "USD 78.09" in a text: no currency of none or two decimals has three. */
function isOddFor(known: number | null, digits: number): boolean {
  return known !== null && known < 3 && digits === 3;
}

/** Whether most decimals are three, some zeros at their end, in a currency of fewer: "345,210" and "12,800" yen. */
function areThousands(figures: readonly Figure[], mark: DecimalMark, known: number | null): boolean {
  const decimals = figures.flatMap(({ readings }) => {
    const reading = readings.find((each) => each.mark === mark && each.fraction !== "");
    return reading ? [reading.fraction.length] : [];
  });
  return (
    known !== null && known < 3 && decimals.filter((length) => length === 3).length * 2 > decimals.length
  );
}

/**
 * The decimals without those of the few figures that have three ("ITEM 9,518" beside pesos like "12.996"), which are then
 * no amounts; false where most have three, and so may be the amounts.
 */
function fewerDigits(figures: readonly Figure[], mark: DecimalMark, known: number | null): number | false {
  const most = figures.filter(({ readings }) => {
    const reading = readingFor(readings, mark);
    if (reading === null || toMinor(reading, 2) === null) return false;
    return known !== 0 || reading.fraction.length < 3;
  });
  return most.length * 2 > figures.length && digitsOf(most, mark, known);
}

/** How far the other decimal mark is off, or null where it is ruled out. */
function otherMarkCost(votes: number, isPlain: boolean, likely: Votes, known: number | null): number | null {
  if (isPlain) return votes > 0 ? 3 : null;
  return known === null && likely["."] + likely[","] > 0 ? 0.5 : 3;
}

/** Which decimal mark "1,234" speaks for: decimals where the currency has three, else thousands. */
function meantMark(readings: readonly NumberReading[], known: number | null): DecimalMark {
  const [decimal, thousands] = readings as [NumberReading, NumberReading];
  return (known === 3 ? decimal : thousands).mark!;
}

/** Printed decimals are never cut off, whatever the currency's own number of them. */
function digitsOf(figures: readonly Figure[], mark: DecimalMark, known: number | null): number {
  let longest = 0;
  for (const { readings } of figures) {
    const reading = readings.find((each) => each.mark === mark);
    // Where money has no decimals "4,800" in a text are no eight tenths.
    const isThousands = known === 0 && reading?.fraction.length === 3;
    if (reading) longest = Math.max(longest, isThousands ? 3 : reading.fraction.replace(/0+$/, "").length);
  }
  return Math.max(known ?? 2, Math.min(longest, 3));
}
