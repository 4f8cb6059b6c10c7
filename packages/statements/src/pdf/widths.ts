/**
 * pdf.js gives the box of a run of text but not of its letters. Where a word begins inside a run is estimated
 * from the relative widths of letters: those of a common sans serif, or equal ones if the font turns out to be
 * monospaced. The run's own width is exact, so the error inside it stays under a letter.
 */
const narrow = new Set([..."ijl.,:;'’|!`I"]);
const slim = new Set([...'ftr()[]{}-/\\ \u00a0"*°']);
const wide = new Set([..."mwMW@%—"]);

function proportionalWidth(character: string): number {
  if (narrow.has(character)) return 0.27;
  if (slim.has(character)) return 0.32;
  if (wide.has(character)) return 0.88;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100 && code <= 0xffdc) return 1;
  if (character >= "A" && character <= "Z") return 0.69;
  return 0.556;
}

/** Whether all runs of one font are as wide as their number of characters says. */
export function isMonospaced(runs: Iterable<{ text: string; width: number; size: number }>): boolean {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  let letters = 0;
  for (const { text, width, size } of runs) {
    if (text.length < 2 || size <= 0) continue;
    const each = width / (text.length * size);
    least = Math.min(least, each);
    most = Math.max(most, each);
    letters += text.length;
  }
  return letters > 20 && most - least < 0.03 && most > 0.4;
}

/** For each character of `text`, where it begins, from 0 to 1 over the run; one more entry for the end. */
export function characterOffsets(text: string, monospaced: boolean): number[] {
  const offsets = [0];
  let sum = 0;
  for (const character of text) {
    sum += monospaced ? 1 : proportionalWidth(character);
    for (let unit = 0; unit < character.length; unit++) offsets.push(sum);
  }
  return offsets.map((offset) => offset / (sum || 1));
}
