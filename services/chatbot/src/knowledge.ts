import { fold } from "@finflow/search-tokens/tokens";
import type { Knowledge } from "./domain/plan.ts";
import { wordsOf } from "./domain/words.ts";

/** What upload says of an account. */
export type KnownAccount = { accountId: string; institution: string; maskedNumber: string; name: string };

/** What follows the name of a bank that people leave out; then they say "account" or "card". */
const legal = new Set([
  "bank",
  "trust",
  "mutual",
  "savings",
  "ltd",
  "plc",
  "inc",
  "ag",
  "sa",
  "nv",
  "co",
  "group",
]);
const kinds = ["account", "card", "bank", "statement", "current account", "credit card", "savings account"];

/**
 * The accounts of a person with the words that mean each: the name they gave it, its bank, its last digits.
 * Words that could mean two accounts mean none.
 */
export function describeAccounts(accounts: readonly KnownAccount[]): Knowledge["accounts"] {
  const described = accounts.map(({ accountId, institution, maskedNumber, name }) => {
    const digits = /\d{2,}$/.exec(maskedNumber)?.[0] ?? "";
    const phrases = [name, institution, digits].map((text) => wordsOf(fold(text)).join(" "));
    const label =
      name || [institution, maskedNumber].filter(Boolean).join(" ") || "the account without a name";
    const words = [...phrases, ...shortNames(institution)].filter((phrase) => phrase !== "");
    return { id: accountId, label, words: [...new Set(words)] };
  });
  const uses = new Map<string, number>();
  for (const phrase of described.flatMap(({ words }) => words)) uses.set(phrase, (uses.get(phrase) ?? 0) + 1);
  return described.map((account) => ({
    ...account,
    words: account.words.filter((word) => uses.get(word) === 1),
  }));
}

/** "my kiefern account" of Kiefern Bank. Alone the short name may as well be a shop's. */
function shortNames(institution: string): string[] {
  const words = wordsOf(fold(institution));
  while (words.length > 1 && legal.has(words.at(-1)!)) words.pop();
  const short = words.join(" ");
  return short === "" ? [] : kinds.map((kind) => `${short} ${kind}`);
}
