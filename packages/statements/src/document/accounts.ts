import { type MarkedLine, plainWords } from "../layout/marked-line.ts";
import type { Entry } from "../table/drafts.ts";
import { findPhrases } from "../text/phrases.ts";
import { accountPhrases } from "../vocabulary/lexicon.ts";

export type AccountEntries = { number: string | null; entries: Entry[] };

/** Parts a document where another account's number is printed after rows of the one before. */
export function splitAccounts(entries: readonly Entry[]): AccountEntries[] {
  const accounts: AccountEntries[] = [{ number: null, entries: [] }];
  let rows = 0;
  for (const entry of entries) {
    const number = entry.type === "line" ? accountNumber(entry.line) : null;
    const current = accounts.at(-1)!;
    if (number !== null && current.number === null) current.number = number;
    else if (number !== null && number !== current.number && rows > 0) {
      accounts.push({ number, entries: [entry] });
      rows = 0;
      continue;
    }
    if (entry.type === "draft") rows++;
    accounts.at(-1)!.entries.push(entry);
  }
  return accounts.filter((account) => account.entries.some(({ type }) => type === "draft"));
}

/** The number behind a label such as "Account number", as printed. */
export function accountNumber(line: MarkedLine): string | null {
  if (line.dates.length > 0 || plainWords(line).length > 12) return null;
  const texts = line.words.map(({ text }) => text);
  for (const { to } of findPhrases(texts, accountPhrases)) {
    const number = numberBehind(texts.slice(to));
    if (number !== null) return number;
  }
  return null;
}

function numberBehind(texts: readonly string[]): string | null {
  const parts: string[] = [];
  let others = 0;
  for (const text of texts) {
    const isPart =
      /^[A-Z]{0,4}[\dXx*•.\-/]*[\dXx*•][\dXx*•.\-/]*$/.test(text) ||
      /^[A-Z]{2,4}(?:-[A-Z]+)*-[*\d-]+$/.test(text);
    if (isPart) parts.push(text);
    else if (parts.length > 0 || ++others > 2) break;
  }
  const number = parts.join(" ");
  return (number.match(/\d/g) ?? []).length >= 3 && number.length <= 40 ? number : null;
}
