const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether a text has letters that are read from the right. */
export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/**
 * The words of a text from left to right as they stand on paper: what is read from the right is turned round, figures
 * and Latin words among it keep their order, within the cell that a wide gap ends.
 */
export function wordsOnPaper(text: string): string[] {
  const runs: string[][] = [];
  let latin = false;
  for (const word of text.split(" ")) {
    const isLatin = word !== "" && !rightToLeft.test(word);
    if (isLatin && latin) runs.at(-1)!.push(word);
    else runs.push([word]);
    latin = isLatin;
  }
  return runs.toReversed().flat();
}

/** The letters from left to right as they stand on paper. */
export function lettersOnPaper(text: string): string {
  if (!isRightToLeft(text)) return text;
  const turned = (word: string) => (rightToLeft.test(word) ? [...word].reverse().join("") : word);
  return wordsOnPaper(text).map(turned).join(" ");
}
