import {
  besides,
  cardChannels,
  countries,
  endings,
  leading,
  legalForms,
  noise,
  orderChannels,
  places,
  transferChannels,
  transferWords,
  vagueWords,
  walletChannels,
} from "./knowledge/channels.ts";
import { findAt, phraseIndex, phrasesOf } from "./phrase-index.ts";
import { foldedWords, type Word } from "./words.ts";

type Channel = "card" | "order" | "transfer";

const channels = phraseIndex<Channel>([
  ...phrasesOf(cardChannels).map((phrase) => [phrase, "card"] as const),
  ...phrasesOf(orderChannels).map((phrase) => [phrase, "order"] as const),
  ...phrasesOf(transferChannels).map((phrase) => [phrase, "transfer"] as const),
]);
const noiseWords = new Set(phrasesOf(noise).flatMap(foldedWords));
const wallets = new Set(phrasesOf(walletChannels).flatMap(foldedWords));
const tails = new Set(`${legalForms} ${countries}`.split(/\s+/));
const forms = new Set(legalForms.split(/\s+/));
const leadingWords = new Set(leading.split(/\s+/));
const endingWords = new Set(endings.split(/\s+/));
const besideWords = new Set(besides.trim().split(/\s+/));
const movingWords = new Set(transferWords.split(" "));
const vague = new Set(vagueWords.split(" "));
const placeEnds = phraseIndex(phrasesOf(places).map((place) => [reversed(place).join(" "), true] as const));

/** The other side of a payment as far as the description tells. */
export type Counterparty = {
  /** Where the words after the channel begin. */
  start: number;
  /** What is left without channel, numbers, references, places and legal forms; may be nothing. */
  name: Word[];
  /** The last channel named, or null. */
  channel: Channel | null;
  /** Whether a wallet or cheque was named, where nobody can know what was bought. */
  wallet: boolean;
  /** Whether money was said to be moved ("transfer"), rather than paid. */
  moved: boolean;
};

export function counterpartyOf(words: readonly Word[]): Counterparty {
  const folded = words.map((word) => word.folded);
  let start = 0;
  let channel: Channel | null = null;
  let wallet = false;
  let moved = false;
  while (start < folded.length) {
    const found = findAt(channels, folded, start);
    if (found) {
      // What a card or an order pays for stands after it; a transfer's word may follow ("CARD PAYMENT TRANSFER").
      if (channel === null || found.value === "transfer") channel = found.value;
      for (let at = start; at < start + found.length; at++) {
        wallet ||= wallets.has(folded[at]!);
        moved ||= movingWords.has(folded[at]!);
      }
      start += found.length;
    } else if (isNoise(folded[start]!)) start++;
    else break;
  }
  return {
    start,
    name: nameOf(words.slice(start), start > 0, channel === "transfer"),
    channel,
    wallet,
    moved,
  };
}

/** A person's last name may be a city's: after a transfer, places stay. */
function nameOf(words: readonly Word[], afterChannel: boolean, keepPlaces: boolean): Word[] {
  const name: Word[] = [];
  for (const word of words) {
    if (name.length > 0 && (endingWords.has(word.folded) || forms.has(word.folded))) break;
    if (name.length === 0 && afterChannel && leadingWords.has(word.folded)) continue;
    if (!isNoise(word.folded)) name.push(word);
  }
  const bare = name.filter(({ folded }) => !besideWords.has(folded) && !/^\d+[a-z]{3}$/.test(folded));
  if (bare.every(({ folded }) => vague.has(folded))) return [];
  const trimmed = withoutTail(bare, keepPlaces);
  return trimmed.some(({ folded }) => folded.length > 2 || !/^[a-z]+$/.test(folded)) ? trimmed : [];
}

/** Numbers, references, masks and the words around them. */
export function isNoise(word: string): boolean {
  if (noiseWords.has(word)) return true;
  if (/^xx+\d*$/.test(word)) return true;
  const digits = word.replace(/\D/g, "").length;
  return digits > 0 && (digits === word.length || digits >= 3 || (digits > 1 && word.length > 6));
}

/** Legal forms, countries and places at the end; at least one word stays. */
function withoutTail(words: Word[], keepPlaces: boolean): Word[] {
  let end = words.length;
  const backwards = words.map((word) => word.folded).reverse();
  while (end > 1) {
    const at = words.length - end;
    const place = keepPlaces ? undefined : findAt(placeEnds, backwards, at);
    if (place && place.length < end) end -= place.length;
    else if (tails.has(backwards[at]!)) end--;
    else break;
  }
  return words.slice(0, end);
}

function reversed(phrase: string): string[] {
  return foldedWords(phrase).reverse();
}
