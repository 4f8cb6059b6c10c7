import { balanceOf, magnitudeOf } from "../reading/interpret/interpret.ts";
import type { Reading } from "../reading/search.ts";
import type { Draft } from "../table/draft/drafts.ts";

/** Of so many rows two words do not part the sides by chance. */
const fewestAlike = 2;

/**
 * The side of a row that no sum tells, by its place among the reading's drafts: it is unproven anyhow. What is printed beside
 * it, else what is likely of an account where others have a minus, or of its first row by the balance that it leaves, else the
 * side of most rows.
 */
export function likelySigns(
  { style, direction, signs, interpretation, typed, drafts: places }: Reading,
  drafts: readonly Draft[],
): (index: number, isFirst: boolean) => 1 | -1 {
  const values = [...interpretation.values.values()];
  const hasMinus = values.some(({ amount }) => amount.sign === -1);
  const usual = [...signs.values()].reduce<number>((sum, sign) => sum + sign, 0) > 0 ? 1 : -1;
  return (index, isFirst) => {
    const { amount, balance } = interpretation.values.get(index)!;
    const side = amount.side ?? typed[index]?.side ?? drafts[index]!.section;
    if (side) return side === "credit" ? 1 : -1;
    if (direction === 1 && amount.sign !== 0) return amount.sign;
    if (direction === 1 && hasMinus) return 1;
    if (!isFirst) return usual;
    const others = drafts.map((draft, at) => ({ draft, sign: signs.get(places[at]!) ?? 0 }));
    const like = signOfAlike(drafts[index]!, others);
    if (like !== 0 || direction === -1) return like || usual;
    const [left, moved] = [balance && balanceOf(balance, style, direction), magnitudeOf(amount, style)];
    // Hardly more than came in: money out would have left just as much as it took by chance.
    const isLeft = left !== null && moved !== null && moved <= left && left < 2n * moved;
    return isLeft ? 1 : usual;
  };
}

/**
 * The side of the rows that have the same word as a row in a column of it, where those of the other side have another there:
 * words of a type in a language that is not known.
 */
function signOfAlike(row: Draft, others: readonly { draft: Draft; sign: number }[]): 1 | -1 | 0 {
  for (const { text, x0 } of row.lines[0]!.words) {
    if (!/^\p{L}+$/u.test(text)) continue;
    const sides = { same: new Set<number>(), other: new Set<number>() };
    let alike = 0;
    for (const { draft, sign } of others) {
      const there = draft.lines[0]!.words.find((word) => Math.abs(word.x0 - x0) < 1);
      if (!there || sign === 0) continue;
      sides[there.text === text ? "same" : "other"].add(sign);
      if (there.text === text) alike++;
    }
    const [same, ...more] = sides.same;
    const isType = more.length === 0 && sides.other.size === 1 && !sides.other.has(same!);
    if (alike >= fewestAlike && isType) return same === 1 ? 1 : -1;
  }
  return 0;
}
