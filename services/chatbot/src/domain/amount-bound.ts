import { bounds } from "./lexicon.ts";
import { type Found, findAll, type Words } from "./words.ts";

type Bound = { minAmount: string } | { maxAmount: string } | { minAmount: string; maxAmount: string };

/** "over 100", "at most 12.50", "between 10 and 20": bounds of an amount, inclusive. */
export function findBound(words: Words): Found<Bound> | undefined {
  return findBetween(words) ?? findOne(words);
}

function findOne(words: Words): Found<Bound> | undefined {
  for (const { at, length, value: side } of findAll(words, bounds)) {
    const amount = amountOf(words[at + length]);
    if (amount === undefined || (words[at] === "over" && aYear.test(amount))) continue;
    return { at, length: length + 1, value: side === "min" ? { minAmount: amount } : { maxAmount: amount } };
  }
  return undefined;
}

/** "spending over 2024": who means an amount says "more than". */
const aYear = /^20[1-3]\d$/;

function findBetween(words: Words): Found<Bound> | undefined {
  const at = words.indexOf("between");
  if (at < 0 || words[at + 2] !== "and") return undefined;
  const [minAmount, maxAmount] = [amountOf(words[at + 1]), amountOf(words[at + 3])];
  if (minAmount === undefined || maxAmount === undefined) return undefined;
  // "between 2024 and 2025" means years, and nothing else could be meant by "between 4 and 6 March".
  if (
    Number(maxAmount) < Number(minAmount) ||
    /^20\d\d$/.test(minAmount) ||
    /^[a-z]/.test(words[at + 4] ?? "")
  ) {
    return undefined;
  }
  return { at, length: 4, value: { minAmount, maxAmount } };
}

/** A plain number, its thousands grouped by commas or not, as a decimal string. */
function amountOf(word: string | undefined): string | undefined {
  if (word === undefined || !/^\d{1,12}(\.\d{1,2})?$|^\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(word))
    return undefined;
  return word.replaceAll(",", "").replace(/^0+(?=\d)/, "");
}
