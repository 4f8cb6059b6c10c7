import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readStatement } from "../../src/read-statement.ts";
import type { StatementAccount } from "../../src/statement.ts";
import { drawPages } from "../engine/draw-pages.ts";
import { type BankScript, splitBanks } from "./bank-script.ts";
import { fontFile } from "./fonts.ts";
import { type AccountTruth, runScript } from "./run-script.ts";

/** Every imitation of this folder, its file's name before its title. */
export function allBanks(): BankScript[] {
  return globSync("*.txt", { cwd: import.meta.dirname })
    .sort()
    .flatMap((file) =>
      splitBanks(readFileSync(join(import.meta.dirname, file), "utf8")).map(({ title, lines }) => ({
        title: `${file.replace(".txt", "")}: ${title}`,
        lines,
      })),
    );
}

/** Accounts and warnings as lines of text: one of facts for each account, then its rows. */
export type Told = {
  read: string[];
  truth: string[];
  known: string;
  /** Rows that are not the truth's under a verdict that calls them proven. */
  silentlyWrong: boolean;
  pdf: Uint8Array;
};

/** Draws a bank, reads it, and tells both in the same words. */
export async function readBank(bank: BankScript): Promise<Told> {
  const { pages, font, size, landscape, created, warnings, known, accounts } = runScript(bank);
  const pdf = await drawPages(pages, { font: fontFile(font) ?? font, size, landscape, created });
  const statement = await readStatement(pdf);
  const read = [
    ...statement.accounts.flatMap((account, index) => tellRead(account, accounts[index])),
    ...statement.warnings,
  ];
  const truth = [...accounts.flatMap(tellTruth), ...warnings];
  const silentlyWrong = statement.status === "reconciled" && rowsOf(read) !== rowsOf(truth);
  return { read, truth, known, silentlyWrong, pdf };
}

/** Dates and amounts alone. */
function rowsOf(lines: readonly string[]): string {
  const rows = lines.filter((line) => /^\d{4}-\d\d-\d\d /.test(line));
  return rows.map((line) => line.split(" ", 2).join(" ")).join("\n");
}

function tellTruth({ number, currency, opening, closing, verdict, rows }: AccountTruth): string[] {
  return [[number, currency, opening, closing, verdict].join(" "), ...rows];
}

/** What the truth leaves open is told as the truth does. */
function tellRead(account: StatementAccount, truth: AccountTruth | undefined): string[] {
  const number = truth?.number === "-" ? "-" : String(account.account_number);
  const opening = truth?.opening === null ? null : account.opening_balance;
  const closing = truth?.closing === null ? null : account.closing_balance;
  const rows = account.transactions.map(({ date, type, amount, balance, description }) => {
    const signed = type === "DEBIT" && /[1-9]/.test(amount) ? `-${amount}` : amount;
    return [date, signed, String(balance), description].join(" ");
  });
  return [[number, account.currency, opening, closing, account.status].join(" "), ...rows];
}
