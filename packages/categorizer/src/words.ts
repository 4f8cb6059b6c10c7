import { fold } from "@finflow/search-tokens/tokens";

/** A word of a description: as written, and as it is compared. */
export type Word = { written: string; folded: string };

/** No bank prints more; what comes after cannot cost time. */
const longestDescription = 512;

/** "&" holds names together (M&S, H&M); apostrophes vanish (Sainsbury's, McDonald's). */
const writtenWord = /[\p{L}\p{N}\p{M}&+'’`]+/gu;

/** "B & Q" is "B&Q". */
const letterAndLetter = /(?<!\S)(\p{L}) & (?=\p{L}(?!\S))/gu;

/** A shop's number written onto its name: STARBUCKS3829. */
const nameWithNumber = /^(\p{L}{4,})\d{1,4}$/u;

export function wordsOf(description: string): Word[] {
  const words: Word[] = [];
  const text = description.slice(0, longestDescription).replace(letterAndLetter, "$1&");
  for (const [written] of text.matchAll(writtenWord)) {
    const folded = foldWord(written);
    if (folded !== "") words.push({ written, folded });
  }
  return words;
}

/** The words of a phrase of the knowledge, as `wordsOf` compares them. */
export function foldedWords(phrase: string): string[] {
  return wordsOf(phrase).map(({ folded }) => folded);
}

function foldWord(written: string): string {
  const bare = fold(written)
    .replace(/['’`]/g, "")
    .replace(/^[&+]+|&+$/g, "");
  return bare.replace(nameWithNumber, "$1");
}
