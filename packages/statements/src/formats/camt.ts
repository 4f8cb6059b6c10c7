import { maxItemCharacters } from "../limits.ts";
import { type StatementAccount, StatementError } from "../statement.ts";
import { parseIsoDate } from "../values/civil-date.ts";
import { readAmount, sumsUpTo } from "./amount-text.ts";
import { descriptionOf } from "./camt-description.ts";
import {
  type Amount,
  type ListedAccount,
  type ListedClaim,
  type ListedRow,
  toStatementAccount,
} from "./listed-account.ts";
import { find, findAll, readXml, textAt, type XmlElement } from "./xml.ts";

/** A booking: its rows are itself or, where it lists its parts and they sum up to it, those. */
type Booking = { currency: string | null; isBooked: boolean; amount: Amount; rows: ListedRow[] };

/**
 * Reads a CAMT.053 bank-to-customer statement (ISO 20022, any version): each `Stmt` is an account, each currency in
 * it one of its own. Pending and announced entries are left out.
 *
 * @throws StatementError damaged, no_statement_found
 */
export function readCamt(text: string): StatementAccount[] {
  const accounts: ListedAccount[] = [];
  let bookings: Booking[] = [];
  let seen = false;
  readXml(text, (element, path) => {
    if (element.name === "Ntry" && path.at(-1)?.name === "Stmt") {
      bookings.push(bookingOf(element, text));
      return false;
    }
    if (element.name === "Stmt" && path.at(-1)?.name === "BkToCstmrStmt") {
      seen = true;
      accounts.push(...accountsOf(element, bookings));
      bookings = [];
      return false;
    }
    return true;
  });
  if (!seen) throw new StatementError("no_statement_found");
  return accounts.map(toStatementAccount);
}

function accountsOf(statement: XmlElement, bookings: readonly Booking[]): ListedAccount[] {
  const balances = findAll(statement, "Bal").map(balanceOf);
  const own = currencyCode(textAt(statement, "Acct", "Ccy"));
  const currencies = new Set([
    ...(own ? [own] : []),
    ...balances.map(({ currency }) => currency),
    ...bookings.filter(({ isBooked }) => isBooked).map(({ currency }) => currency ?? own),
  ]);
  const known = [...currencies].filter((currency) => currency !== null);
  const each = known.length > 0 ? known : [null];
  return each.map((currency) => {
    const isOf = (other: string | null) => (other ?? own ?? currency) === currency;
    const booked = bookings.filter((booking) => booking.isBooked && isOf(booking.currency));
    const count = (sign: 1 | -1) => booked.filter(({ amount }) => amount.sign === sign).length;
    const ends = endsOf(balances.filter((balance) => isOf(balance.currency)));
    return {
      institution: institutionOf(statement),
      currency,
      number: textAt(statement, "Acct", "Id", "IBAN") ?? textAt(statement, "Acct", "Id", "Othr", "Id"),
      period: periodOf(statement),
      ...ends,
      rows: booked.flatMap(({ rows }) => rows),
      // The summary does not say of which currency it is.
      claims: each.length === 1 ? claimsOf(find(statement, "TxsSummry")) : [],
      bookings: booked.length,
      bookedDebits: count(-1),
      bookedCredits: count(1),
    };
  });
}

type Balance = { code: string | null; currency: string | null; amount: Amount };

function balanceOf(element: XmlElement): Balance {
  const code = textAt(element, "Tp", "CdOrPrtry", "Cd");
  return { code, currency: currencyOfAmount(element), amount: signedAmount(element) };
}

/**
 * OPBD and CLBD; PRCD, the closing of the statement before, is the opening of this one. A statement in several parts
 * has intermediate balances (ITBD) where it is cut.
 */
function endsOf(balances: readonly Balance[]): { opening: Amount | null; closing: Amount | null } {
  const of = (code: string) =>
    balances.filter((balance) => balance.code === code).map(({ amount }) => amount);
  const opening = of("OPBD")[0] ?? of("PRCD")[0];
  const closing = of("CLBD").at(-1);
  const between = of("ITBD");
  // The one that is left where the other end is told; both where there are two.
  const first = opening ?? (closing || between.length === 2 ? between[0] : undefined);
  const last = closing ?? (opening || between.length === 2 ? between.at(-1) : undefined);
  return { opening: first ?? null, closing: last ?? null };
}

function currencyOfAmount(element: XmlElement): string | null {
  return currencyCode(find(element, "Amt")?.attributes.Ccy ?? null);
}

/** ISO 20022's ActiveOrHistoricCurrencyCode; what is no code cannot be taken for another account's money. */
function currencyCode(text: string | null): string | null {
  if (text !== null && !/^[A-Z]{3}$/.test(text)) throw new StatementError("damaged");
  return text;
}

/** An amount with its side; `CdtDbtInd` is that of the booking itself, a reversal's too. */
function signedAmount(element: XmlElement): Amount {
  const side = textAt(element, "CdtDbtInd");
  const amount = readAmount(textAt(element, "Amt") ?? "");
  if (!amount || (side !== "CRDT" && side !== "DBIT")) throw new StatementError("damaged");
  const sign = side === "CRDT" ? 1 : -1;
  return { sign: (sign * amount.sign) as 1 | -1, decimal: amount.decimal };
}

function bookingOf(entry: XmlElement, text: string): Booking {
  const currency = currencyOfAmount(entry);
  const status = textAt(entry, "Sts", "Cd") ?? textAt(entry, "Sts");
  const isBooked = status === null || status === "BOOK";
  const amount = signedAmount(entry);
  if (!isBooked) return { currency, isBooked, amount, rows: [] };
  const date = dateOf(entry, "BookgDt") ?? dateOf(entry, "ValDt");
  if (date === null) throw new StatementError("damaged");
  const rowOf = (element: XmlElement, of: Amount, detail?: XmlElement): ListedRow => ({
    date,
    description: descriptionOf(entry, detail, of.sign).slice(0, maxItemCharacters),
    amount: of,
    line: element.line,
    raw: text.slice(element.start, Math.min(element.end, element.start + maxItemCharacters)),
  });
  const details = findAll(entry, "NtryDtls").flatMap((each) => findAll(each, "TxDtls"));
  const parts = details.length > 1 ? partsOf(details, currency, amount) : null;
  const rows = parts
    ? details.map((detail, index) => rowOf(detail, parts[index]!, detail))
    : [rowOf(entry, amount, details.length === 1 ? details[0] : undefined)];
  return { currency, isBooked, amount, rows };
}

/** The amounts of a batch's parts, where each has one in the batch's currency, and they sum up to it. */
function partsOf(details: readonly XmlElement[], currency: string | null, whole: Amount): Amount[] | null {
  const parts: Amount[] = [];
  for (const detail of details) {
    const amount = find(detail, "Amt") ?? find(detail, "AmtDtls", "TxAmt", "Amt");
    const read = amount && readAmount(amount.text);
    const side = textAt(detail, "CdtDbtInd");
    if (!read || read.sign === -1 || (amount.attributes.Ccy ?? currency) !== currency) return null;
    if (side !== null && side !== (whole.sign === 1 ? "CRDT" : "DBIT")) return null;
    parts.push({ sign: whole.sign, decimal: read.decimal });
  }
  return sumsUpTo(parts, whole) ? parts : null;
}

/** A civil date as written: an instant's own time zone is the bank's. */
function dateOf(element: XmlElement, name: string): string | null {
  const written = (textAt(element, name, "Dt") ?? textAt(element, name, "DtTm"))?.slice(0, 10);
  return written && parseIsoDate(written) ? written : null;
}

function periodOf(statement: XmlElement): { from: string; to: string } | null {
  const [from, to] = ["FrDtTm", "ToDtTm"].map((name) => textAt(statement, "FrToDt", name)?.slice(0, 10));
  return from && to && parseIsoDate(from) && parseIsoDate(to) && from <= to ? { from, to } : null;
}

function institutionOf(statement: XmlElement): string | null {
  const bank = find(statement, "Acct", "Svcr", "FinInstnId");
  return textAt(bank, "Nm") ?? textAt(bank, "BICFI") ?? textAt(bank, "BIC");
}

function claimsOf(summary: XmlElement | undefined): ListedClaim[] {
  const claims: ListedClaim[] = [];
  const add = (
    name: string,
    kind: "gross" | "total_debits" | "total_credits",
    countKind: "count" | "count_debits" | "count_credits",
  ) => {
    const count = textAt(summary, name, "NbOfNtries");
    const sum = readAmount(textAt(summary, name, "Sum") ?? "");
    if (count !== null && /^\d{1,15}$/.test(count)) claims.push({ kind: countKind, count: Number(count) });
    if (sum && sum.sign === 1) claims.push({ kind, decimal: sum.decimal });
  };
  add("TtlNtries", "gross", "count");
  add("TtlCdtNtries", "total_credits", "count_credits");
  add("TtlDbtNtries", "total_debits", "count_debits");
  const total = find(summary, "TtlNtries");
  const net = readAmount(textAt(total, "TtlNetNtry", "Amt") ?? textAt(total, "TtlNetNtryAmt") ?? "");
  const side = textAt(total, "TtlNetNtry", "CdtDbtInd") ?? textAt(total, "CdtDbtInd");
  if (net && (side === "CRDT" || side === "DBIT")) {
    claims.push({ kind: "net", amount: { sign: side === "CRDT" ? 1 : -1, decimal: net.decimal } });
  }
  return claims;
}
