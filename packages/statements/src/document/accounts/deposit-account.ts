import { type MarkedLine, plainWords } from "../../layout/marked-line.ts";
import { fold } from "../../text/fold.ts";
import { findPhrases } from "../../text/phrases.ts";
import { languages } from "../../vocabulary/languages.ts";
import { cardPhrases, depositAccountPhrases } from "../../vocabulary/lexicon.ts";

/** Longer lines are sentences, which may name the account that a card is paid from. */
const mostWords = 6;
const topLines = 4;
const shortestKind = 8;
const kinds = languages
  .flatMap(({ depositAccount = [] }) => depositAccount.map(fold))
  .filter((name) => name.length >= shortestKind && /^\p{L}+$/u.test(name));
/** Lines above an account's rows and their headings that are its title. */
const titleLines = 8;

/**
 * Whether a title says that an account holds its owner's money ("SHARE 07 FREE CHECKING", "Girokonto 12345678"): what stands
 * right above its rows, or at the top of the paper. A figure beside it is another account's balance, and hidden digits are
 * those of an account that is paid from.
 */
export function isDepositAccount(heading: readonly MarkedLine[], lines: readonly MarkedLine[]): boolean {
  return [...heading.slice(-titleLines), ...lines.slice(0, topLines)].some(isTitle);
}

function isTitle(line: MarkedLine): boolean {
  const texts = line.words.map(({ text }) => text);
  if (plainWords(line).length > mostWords || line.figures.some(({ weak }) => !weak)) return false;
  if (/[*•●]|\bx{2,}/i.test(line.text) || findPhrases(texts, cardPhrases).length > 0) return false;
  return findPhrases(texts, depositAccountPhrases).length > 0 || texts.some(isCompound);
}

/** "Privatgirokonto": languages that run words together end such a name with its kind. */
function isCompound(text: string): boolean {
  const word = fold(text).replace(/[^\p{L}]+$/u, "");
  return word.length > shortestKind && kinds.some((kind) => word.endsWith(kind));
}
