import { type Sign, signs } from "./knowledge/flows.ts";
import { unspacedSigns } from "./knowledge/unspaced.ts";
import { findAll, phraseIndex, phrasesOf } from "./phrase-index.ts";

const index = phraseIndex<{ sign: Sign; onlyFirst: boolean }>(
  // "nothing" first: of the same words it hides the others.
  (["nothing", ...Object.keys(signs)] as Sign[]).flatMap((sign) =>
    phrasesOf(signs[sign]).map((phrase) => {
      const onlyFirst = phrase.startsWith("~");
      return [phrase.replace("~", ""), { sign, onlyFirst }] as const;
    }),
  ),
);
const unspaced = Object.entries(unspacedSigns).flatMap(([sign, words]) =>
  words.split(" ").map((word) => [word.toLowerCase(), sign as Sign] as const),
);
const unspacedScript = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Everything the words say about why money moved; `start` is where the words after the channel begin. */
export function signsOf(words: readonly string[], start: number): ReadonlySet<Sign> {
  const found = new Set<Sign>();
  for (const { value, at } of findAll(index, words)) {
    if (!value.onlyFirst || at === 0 || at === start) found.add(value.sign);
  }
  const text = words.join(" ");
  if (unspacedScript.test(text)) {
    for (const [word, sign] of unspaced) if (text.includes(word)) found.add(sign);
  }
  return found;
}
