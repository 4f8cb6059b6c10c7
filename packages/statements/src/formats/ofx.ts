import { isCurrency } from "@finflow/money/currency";
import { maxItemCharacters } from "../limits.ts";
import { type StatementAccount, StatementError } from "../statement.ts";
import { findPhrases } from "../text/phrases.ts";
import { parseIsoDate } from "../values/civil-date.ts";
import { labelPhrases } from "../vocabulary/lexicon.ts";
import { readAmount } from "./amount-text.ts";
import { type Amount, type ListedRow, toStatementAccount } from "./listed-account.ts";
import { groupsNamed, type OfxGroup, readOfxGroups } from "./ofx-elements.ts";

/**
 * Reads an OFX file (1.x or 2.x; QFX and QBO too): each statement of a bank account or card is an account, each
 * currency in it one of its own. OFX has a field for the balance after the rows and none for the one before, so its
 * rows are proven only where a bank lists that too.
 *
 * @throws StatementError damaged, no_statement_found
 */
export function readOfx(text: string): StatementAccount[] {
  const root = readOfxGroups(text);
  const institution = [...groupsNamed(root, "FI")][0]?.fields.get("ORG") ?? null;
  const statements = [
    ...groupsNamed(root, "STMTRS"),
    ...groupsNamed(root, "CCSTMTRS"),
    ...groupsNamed(root, "INVSTMTRS"),
  ];
  const accounts = statements.flatMap((statement) => accountsOf(statement, institution, text));
  if (accounts.length === 0) throw new StatementError("no_statement_found");
  return accounts;
}

function accountsOf(statement: OfxGroup, institution: string | null, text: string): StatementAccount[] {
  const own = currencyIn(statement, "CURDEF");
  const rows = [...groupsNamed(statement, "STMTTRN")].map((transaction) => ({
    currency: currencyOf(transaction) ?? own,
    row: rowOf(transaction, text),
  }));
  const currencies = new Set([own, ...rows.map(({ currency }) => currency)]);
  const from = groupIn(statement, ["BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"]);
  const list = groupIn(statement, ["BANKTRANLIST", "INVTRANLIST"]);
  if (!from && !list) return [];
  return [...currencies].map((currency) => {
    const mine = rows.filter((each) => each.currency === currency).map(({ row }) => row);
    const count = (sign: 1 | -1) => mine.filter(({ amount }) => amount.sign === sign).length;
    return toStatementAccount({
      institution,
      currency,
      number: from?.fields.get("ACCTID") ?? null,
      period: periodOf(list),
      opening: currency === own ? listedBalance(statement, "opening") : null,
      closing: currency === own ? closingOf(statement) : null,
      rows: mine,
      claims: [],
      bookings: mine.length,
      bookedDebits: count(-1),
      bookedCredits: count(1),
    });
  });
}

function groupIn(group: OfxGroup, names: readonly string[]): OfxGroup | undefined {
  return group.groups.find(({ name }) => names.includes(name));
}

function currencyIn(group: OfxGroup | undefined, field: string): string | null {
  const code = group?.fields.get(field)?.toUpperCase();
  return code !== undefined && isCurrency(code) ? code : null;
}

/** `CURRENCY`: the amount is in that one; `ORIGCURRENCY`: it was converted into the account's. */
function currencyOf(transaction: OfxGroup): string | null {
  return currencyIn(groupIn(transaction, ["CURRENCY"]), "CURSYM");
}

function rowOf(transaction: OfxGroup, text: string): ListedRow {
  const { fields, line, start, end } = transaction;
  const amount = readAmount(fields.get("TRNAMT") ?? "");
  const date = civilDate(fields.get("DTPOSTED"));
  if (!amount || !date) throw new StatementError("damaged");
  const name = fields.get("NAME") ?? groupIn(transaction, ["PAYEE", "EXTDPAYEE"])?.fields.get("NAME") ?? "";
  const memo = fields.get("MEMO") ?? "";
  // Banks repeat the name, or its beginning, in the memo.
  const described = memo.startsWith(name) ? memo : `${name} ${memo}`;
  return {
    date,
    description: described.replace(/\s+/g, " ").trim().slice(0, maxItemCharacters),
    amount,
    line,
    raw: text.slice(start, Math.min(end, start + maxItemCharacters)),
  };
}

/** "20250630120000[-5:EST]": the civil date as written, whose time zone is the bank's own. */
function civilDate(written: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(written ?? "") ?? [];
  const date = `${year}-${month}-${day}`;
  return parseIsoDate(date) ? date : null;
}

function periodOf(list: OfxGroup | undefined): { from: string; to: string } | null {
  const from = civilDate(list?.fields.get("DTSTART"));
  const to = civilDate(list?.fields.get("DTEND"));
  return from && to && from <= to ? { from, to } : null;
}

function closingOf(statement: OfxGroup): Amount | null {
  const ledger = groupIn(statement, ["LEDGERBAL"])?.fields.get("BALAMT");
  return readAmount(ledger ?? "") ?? listedBalance(statement, "closing");
}

/** One of the balances that a bank lists by names of its own. */
function listedBalance(statement: OfxGroup, end: "opening" | "closing"): Amount | null {
  for (const list of statement.groups.filter(({ name }) => name === "BALLIST")) {
    for (const { fields } of list.groups) {
      if ((fields.get("BALTYPE") ?? "DOLLAR").toUpperCase() !== "DOLLAR") continue;
      const words = `${fields.get("NAME") ?? ""} ${fields.get("DESC") ?? ""}`.split(/\s+/);
      if (findPhrases(words, labelPhrases).some(({ value }) => value === end)) {
        return readAmount(fields.get("VALUE") ?? "");
      }
    }
  }
  return null;
}
