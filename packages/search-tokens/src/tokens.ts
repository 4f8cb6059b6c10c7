/** Letters that Unicode does not decompose, as people type them without their keyboard. */
const undecomposed: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ς: "σ",
};
const undecomposedLetters = new RegExp(`[${Object.keys(undecomposed).join("")}]`, "g");

/** Accents of Latin, Greek and Cyrillic. Marks of other scripts are vowels or letters of their own and stay. */
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;

/** What needs no folding but of case, and is most of what banks print. */
const ascii = /^[\x20-\x7e]*$/;

const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const wordsWithApostrophes = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)+/gu;

/** Index keys are bounded in every store; a query's words are cut alike, so that they still match. */
const longestToken = 64;

/** The text in small letters without accents and compatibility forms: "CAFÉ Straße №5" is "cafe strasse no5". */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  // Up and down again is full case folding: ß becomes ss, the dotless ı an i. The capital ẞ is one by going down first.
  const cased = text.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase().normalize("NFKD");
  return cased
    .replace(accents, "")
    .replace(undecomposedLetters, (letter) => undecomposed[letter]!)
    .normalize("NFC");
}

/**
 * The words to store beside a row: folded, split at what is neither letter nor digit, each once, at most
 * 64 characters. A word with an apostrophe is stored joined as well, since people search "sainsburys".
 */
export function tokens(text: string): string[] {
  const folded = fold(text);
  const joined = folded.match(wordsWithApostrophes)?.map((word) => word.replace(/['’]/g, "")) ?? [];
  return unique([...(folded.match(words) ?? []), ...joined]);
}

/**
 * The words a search asks for: a row is found when each is the beginning of one of the row's `tokens`.
 * Words that another word begins with are left out, since they ask nothing more. A search without any
 * letter or digit gives no words, and asks nothing.
 */
export function queryTokens(text: string): string[] {
  const asked = unique(fold(text).match(words) ?? []);
  return asked.filter((token) => !asked.some((other) => other !== token && other.startsWith(token)));
}

/** Whether a search finds a row: the rule in one line, which every store's query has to equal. */
export function matches(rowTokens: readonly string[], asked: readonly string[]): boolean {
  return asked.every((word) => rowTokens.some((token) => token.startsWith(word)));
}

function unique(found: readonly string[]): string[] {
  return [...new Set(found.map((word) => [...word].slice(0, longestToken).join("")))];
}
