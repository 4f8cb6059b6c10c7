import { type Category, categories } from "./category.ts";
import { bills } from "./knowledge/bills.ts";
import { entertainment } from "./knowledge/entertainment.ts";
import { food } from "./knowledge/food.ts";
import { health } from "./knowledge/health.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { other } from "./knowledge/other.ts";
import { shopping } from "./knowledge/shopping.ts";
import { transport } from "./knowledge/transport.ts";
import { unspacedCategories } from "./knowledge/unspaced.ts";
import { type Found, findAll, phraseIndex, phrasesOf } from "./phrase-index.ts";
import { foldedWords } from "./words.ts";

export type KnownMerchant = { name: string; category: Category };

type KnownName = KnownMerchant & {
  /** Counts only where the merchant's name begins. */
  onlyFirst: boolean;
  /** Also an ordinary word: gives way to words that say something else. */
  ordinary: boolean;
};

/** `known` is a merchant by name; without it, words told the category. */
export type Evidence = {
  category: Category;
  confidence: number;
  known: KnownMerchant | null;
  /** Whether the known name is what the description, or the part after the channel, begins with. */
  first: boolean;
};

const knowledge: Record<Category, Knowledge> = {
  food,
  transport,
  shopping,
  bills,
  entertainment,
  health,
  other,
};

/** Names this short are words of other languages and abbreviations of other things too. */
const shortName = 3;
const beginningLength = 6;

const namesIndex = phraseIndex<KnownName>(categories.flatMap(knownNames));
const wordsIndex = phraseIndex<Category>(
  categories.flatMap((category) =>
    phrasesOf(knowledge[category].words).map((word) => [word, category] as const),
  ),
);
const unspaced = Object.entries(unspacedCategories).flatMap(([category, words]) =>
  words.split(" ").map((word) => [word, category as Category] as const),
);
const unspacedScript = /[\u3040-\u30ff\u4e00-\u9fff]/;

/**
 * Fuel, medicine and insurance are what they are, whoever sells them: after a supermarket's name they say
 * more than the name does.
 */
const decisive = new Set(
  "petrol fuel pfs gasoline tankstelle carburant pharmacy apotheke pharmacie insurance versicherung broadband".split(
    " ",
  ),
);

/** Words that only say that something is sold. */
const anyTrade = new Set(
  "shop shops store stores retail retailer mart mall outlet online magasin loja tienda".split(" "),
);

/** What the words say of a category: a known merchant's name, or else what most of the words sell. */
export function evidenceOf(words: readonly string[], start: number): Evidence | null {
  const name = bestName(words, start);
  if (name) return name;
  return wordEvidence(words) ?? wordEvidence(words.map(withoutUmlauts)) ?? unspacedEvidence(words);
}

function knownNames(category: Category): [string, KnownName][] {
  return phrasesOf(knowledge[category].names).flatMap((entry) => {
    const spellings = entry.split("|").map((spelling) => spelling.trim());
    const name = spellings[0]!.replace("~", "");
    return spellings.map((spelling): [string, KnownName] => {
      const folded = foldedWords(spelling);
      const short = folded.length === 1 && folded[0]!.length <= shortName;
      const ordinary = spelling.startsWith("~");
      return [spelling.replace("~", ""), { name, category, ordinary, onlyFirst: short || ordinary }];
    });
  });
}

function bestName(words: readonly string[], start: number): Evidence | null {
  let best: Found<KnownName> | undefined;
  for (const found of findAll(namesIndex, words)) {
    const first = found.at <= start;
    if (found.value.onlyFirst && found.at !== start) continue;
    if (!best || found.length > best.length || (found.length === best.length && first && best.at > start))
      best = found;
  }
  if (best && !(best.value.ordinary && contradicted(words, best))) {
    const known = { name: best.value.name, category: best.value.category };
    const category = decisiveCategory(words, known.category) ?? known.category;
    const certain = best.at <= start || best.length > 1;
    return { category, known, confidence: certain ? 0.95 : 0.85, first: best.at <= start };
  }
  return nameBeginning(words[start]);
}

/** "Sunrise Diner" is no telephone bill. */
function contradicted(words: readonly string[], name: Found<KnownName>): boolean {
  const others = wordEvidence(words.filter((_, index) => index < name.at || index >= name.at + name.length));
  return others !== null && others.category !== name.value.category;
}

/** Names run together with what follows, or cut: AMAZONPRIMEUK, STARBUCKSMAINST. */
function nameBeginning(word: string | undefined): Evidence | null {
  if (word === undefined || word.length <= beginningLength || wordsIndex.has(word)) return null;
  for (let length = word.length - 1; length >= beginningLength; length--) {
    const found = namesIndex.get(word.slice(0, length))?.find((entry) => entry.words.length === 1);
    if (found) {
      const { name, category } = found.value;
      return { category, known: { name, category }, confidence: 0.75, first: true };
    }
  }
  return null;
}

function decisiveCategory(words: readonly string[], category: Category): Category | undefined {
  if (category !== "food" && category !== "shopping") return undefined;
  const word = words.find((candidate) => decisive.has(candidate));
  if (word === undefined) return undefined;
  return word === "pfs" ? "transport" : findAll(wordsIndex, [word])[0]?.value;
}

function wordEvidence(words: readonly string[]): Evidence | null {
  const weights = new Map<Category, number>();
  const add = (category: Category, weight: number) =>
    weights.set(category, (weights.get(category) ?? 0) + weight);
  const all = findAll(wordsIndex, words);
  for (const { value, at, length } of all) {
    add(value, length > 1 ? 2.5 : anyTrade.has(words[at]!) ? 0.4 : 1);
  }
  if (all.length === 0) for (const word of words) addCompound(word, add);
  let best: [Category, number] | undefined;
  let total = 0;
  for (const [category, weight] of weights) {
    total += weight;
    if (!best || weight > best[1]) best = [category, weight];
  }
  if (!best) return null;
  const share = best[1] / total;
  return {
    category: best[0],
    confidence: share === 1 ? 0.75 : share > 0.5 ? 0.65 : 0.5,
    known: null,
    first: false,
  };
}

/** GASTSTAETTE is Gaststätte, which is folded to gaststatte. */
function withoutUmlauts(word: string): string {
  return word.replace(/([aou])e/g, "$1");
}

/** German, Dutch and Nordic compounds end in what they are: Stadtapotheke, Dorfbäckerei. */
function addCompound(word: string, add: (category: Category, weight: number) => void) {
  for (let length = word.length - 2; length >= 6; length--) {
    const found = wordsIndex.get(word.slice(-length))?.find((entry) => entry.words.length === 1);
    if (found) return add(found.value, 0.5);
  }
}

function unspacedEvidence(words: readonly string[]): Evidence | null {
  const text = words.join(" ");
  if (!unspacedScript.test(text)) return null;
  const found = unspaced.find(([word]) => text.includes(word));
  return found ? { category: found[1], confidence: 0.7, known: null, first: false } : null;
}
