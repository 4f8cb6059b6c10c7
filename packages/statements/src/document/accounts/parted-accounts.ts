import type { StatementAccount, Warning } from "../../statement.ts";
import type { Entry } from "../../table/draft/drafts.ts";
import { digitsOf, kindOf, partsByOpenings } from "./account-parts.ts";
import { partsByCurrency } from "./currency-parts.ts";
import { isListed, partsByListing } from "./listed-accounts.ts";

export type ReadAccounts = { accounts: StatementAccount[]; warnings: Set<Warning> };

/**
 * Numbers may part what is one account: those of its cards' holders, or of others that rows name. All is one where it adds
 * up so with every row of the parts, and they do not: balances of several accounts would contradict it.
 */
export function readAsOne(parts: readonly ReadAccounts[], read: () => ReadAccounts): ReadAccounts[] | null {
  const accounts = parts.flatMap((part) => part.accounts);
  if (accounts.every(({ status }) => status === "reconciled")) return null;
  const whole = read();
  const rows = accounts.flatMap(({ transactions }) => transactions).length;
  const isAll = (account: StatementAccount) =>
    account.status === "reconciled" && account.transactions.length >= rows;
  return whole.accounts.length === 1 && whole.accounts.every(isAll) ? [whole] : null;
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
  read: (entries: readonly Entry[]) => StatementAccount | null,
): StatementAccount[] | null {
  const parts = partsByOpenings(entries, false);
  if (!parts) {
    const listed = partsByListing(entries);
    // What an overview lists has to agree with the rows.
    if (listed) return readListed(listed, read) ?? readOfCurrencies(entries, read);
    return readOfCurrencies(entries, read) ?? readEach(partsByOpenings(entries, true) ?? [], read);
  }
  const accounts = parts.map(read).filter((account) => account !== null);
  const adds = ({ status, opening_balance, closing_balance }: StatementAccount) =>
    status === "reconciled" ||
    (isContradicted && status === "unverifiable" && opening_balance !== null && closing_balance !== null);
  const isProven = accounts.some(({ status }) => status === "reconciled");
  return accounts.length === parts.length && isProven && accounts.every(adds) ? accounts : null;
}

/** The accounts that the currencies of their rows part, where each of them adds up by itself. */
function readOfCurrencies(
  entries: readonly Entry[],
  read: (entries: readonly Entry[]) => StatementAccount | null,
): StatementAccount[] | null {
  return readEach(partsByCurrency(entries) ?? [], read);
}

/** The accounts of several parts, where each of them adds up by itself. */
function readEach(
  parts: readonly (readonly Entry[])[],
  read: (entries: readonly Entry[]) => StatementAccount | null,
): StatementAccount[] | null {
  const accounts = parts.map(read);
  const proven = accounts.filter((account) => account?.status === "reconciled");
  return proven.length > 1 && proven.length === accounts.length ? proven.map((account) => account!) : null;
}

/** The accounts of an overview, where the rows of each lead to the balance that it prints there. */
function readListed(
  parts: NonNullable<ReturnType<typeof partsByListing>>,
  read: (entries: readonly Entry[]) => StatementAccount | null,
): StatementAccount[] | null {
  const accounts = parts.map(({ entries: own, listing }) => {
    const account = read(own);
    return account?.status === "reconciled" && isListed(account, listing) ? account : null;
  });
  const found = accounts.filter((account) => account !== null);
  return found.length > 0 && found.length === accounts.length ? found : null;
}
