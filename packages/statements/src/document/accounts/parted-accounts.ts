import type { StatementAccount } from "../../statement.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import type { FoundAccount } from "../found-account.ts";
import { digitsOf, partsByOpenings } from "./account-parts.ts";
import { partsByCurrency } from "./currency-parts.ts";
import { kindOf } from "./entry-kind.ts";
import { isListed, partsByListing } from "./listed-accounts.ts";

type Read = (entries: readonly Entry[]) => FoundAccount | null;

/**
 * Numbers may part what is one account: those of its cards' holders, or of others that rows name. All is one where it adds
 * up so with every row of the parts, and they do not: balances of several accounts would contradict it.
 */
export function readAsOne(
  parts: readonly FoundAccount[],
  read: () => readonly FoundAccount[],
): FoundAccount[] | null {
  if (parts.every(isProven)) return null;
  const [whole, ...more] = read();
  const rows = parts.flatMap(({ account }) => account.transactions).length;
  const isAll = whole && more.length === 0 && whole.account.transactions.length >= rows;
  return isAll && isProven(whole) ? [whole] : null;
}

/**
 * Whether a part begins with a balance of its own, other than those of the first part: then it is another account, whatever
 * adds up with both.
 */
export function opensAnew(first: readonly Entry[], others: readonly (readonly Entry[])[]): boolean {
  const known = new Set(openingsOf(first));
  return others.some((part) => openingsOf(part).some((digits) => !known.has(digits)));
}

function openingsOf(entries: readonly Entry[]): string[] {
  return entries.filter((entry) => kindOf(entry) === "opening").flatMap(digitsOf);
}

/**
 * The accounts that opening balances part, where each of them adds up by itself. Where what is printed contradicts one
 * account of all rows, it is enough that nothing contradicts any of the parts, and that one of them is proven.
 */
export function readSeveral(
  entries: readonly Entry[],
  isContradicted: boolean,
  read: Read,
): FoundAccount[] | null {
  const parts = partsByOpenings(entries, false);
  if (!parts) {
    const listed = partsByListing(entries);
    // What an overview lists has to agree with the rows.
    if (listed) return readListed(listed, read) ?? readOfCurrencies(entries, read);
    return readOfCurrencies(entries, read) ?? readEach(partsByOpenings(entries, true) ?? [], read);
  }
  const found = parts.map(read).filter((each) => each !== null);
  const adds = (each: FoundAccount) => isProven(each) || (isContradicted && isUncontradicted(each.account));
  return found.length === parts.length && found.some(isProven) && found.every(adds) ? found : null;
}

/** The accounts that the currencies of their rows part, where each of them adds up by itself. */
function readOfCurrencies(entries: readonly Entry[], read: Read): FoundAccount[] | null {
  return readEach(partsByCurrency(entries) ?? [], read);
}

/** The accounts of several parts, where each of them adds up by itself. */
function readEach(parts: readonly (readonly Entry[])[], read: Read): FoundAccount[] | null {
  const found = parts.map(read).filter((each) => each !== null);
  const proven = found.filter(isProven);
  return proven.length > 1 && proven.length === parts.length ? proven : null;
}

/** The accounts of an overview, where the rows of each lead to the balance that it prints there. */
function readListed(
  parts: NonNullable<ReturnType<typeof partsByListing>>,
  read: Read,
): FoundAccount[] | null {
  const found = parts.flatMap(({ entries: own, listing }) => {
    const each = read(own);
    return each && isProven(each) && isListed(each.account, listing) ? [each] : [];
  });
  return found.length > 0 && found.length === parts.length ? found : null;
}

function isProven({ account }: FoundAccount): boolean {
  return account.status === "reconciled";
}

/** Whether an account has both ends, and is neither proven nor contradicted. */
function isUncontradicted({ status, opening_balance, closing_balance }: StatementAccount): boolean {
  return status === "unverifiable" && opening_balance !== null && closing_balance !== null;
}
