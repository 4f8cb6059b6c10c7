import { checkSpec } from "./check-spec.ts";
import { printDate } from "./civil-date.ts";
import { type Layout, layouts } from "./layouts.ts";
import { currencySymbol, printAmount } from "./printed-amount.ts";
import { collect, left, lineHeight, openSheet, right, type Sheet, write } from "./sheet.ts";
import type { AccountSpec, StatementSpec } from "./statement-spec.ts";
import { writeTable } from "./table.ts";
import { type PrintedAccount, printedAccount, type Truth, truthOf } from "./truth.ts";

export type RenderedStatement = {
  pdf: Uint8Array<ArrayBuffer>;
  truth: Truth;
};

/**
 * The statement as PDF, with what a perfect reader finds in it. The same spec gives the same bytes, except
 * with a password: the file key, the salts and every stream's vector are random, as they have to be.
 * @throws SpecError for a spec that cannot be printed truthfully
 */
export async function renderStatement(spec: StatementSpec): Promise<RenderedStatement> {
  checkSpec(spec);
  const layout: Layout = layouts[spec.layout];
  const sheet = openSheet(spec, layout);
  spec.accounts.forEach((account, index) => {
    const mistake = spec.mistake?.account === index ? spec.mistake : undefined;
    const printed = printedAccount(account, layout, mistake);
    const newPage = () => startPage(sheet, spec, account);
    newPage();
    writeSummary(sheet, spec, account, printed);
    writeTable(sheet, account, printed, newPage);
  });
  numberPages(sheet);
  return { pdf: await collect(sheet.document), truth: truthOf(spec) };
}

function startPage(sheet: Sheet, spec: StatementSpec, account: AccountSpec) {
  sheet.document.addPage();
  sheet.y = 36;
  write(sheet, spec.institution, left, { size: 16, bold: true });
  sheet.y += 24;
  write(sheet, sheet.layout.labels.title, left, { size: 11 });
  if (sheet.layout.numberBesideTitle) write(sheet, numberLine(sheet.layout, account), 330);
  sheet.y += 24;
}

function writeSummary(sheet: Sheet, spec: StatementSpec, account: AccountSpec, printed: PrintedAccount) {
  const { labels, periodDates, numbers, proof } = sheet.layout;
  const { from, to } = account.period;
  const symbol = spec.currencyPrinted === "symbol" ? currencySymbol(account.currency)! : "";
  const amount = (minor: bigint) => {
    const text = printAmount(minor, account.currency, numbers);
    return text.startsWith("-") ? `-${symbol}${text.slice(1)}` : symbol + text;
  };
  const lines = [
    ...(sheet.layout.numberBesideTitle ? [] : [numberLine(sheet.layout, account)]),
    `${labels.period}: ${printDate(from, periodDates)} ${labels.periodTo} ${printDate(to, periodDates)}`,
    ...(spec.currencyPrinted === undefined || spec.currencyPrinted === "code"
      ? [`${labels.currency}: ${account.currency}`]
      : []),
    ...(proof === "balances"
      ? [`${labels.opening}: ${amount(printed.opening)}`, `${labels.closing}: ${amount(printed.closing)}`]
      : []),
    ...(proof === "total_due" ? [`${labels.closing}: ${totalDue(-printed.closing, amount)}`] : []),
  ];
  for (const line of lines) {
    write(sheet, line, left);
    sheet.y += lineHeight + 1;
  }
  sheet.y += lineHeight;
}

function numberLine(layout: Layout, account: AccountSpec): string {
  return `${layout.labels.account}: ${account.number}`;
}

/** A card that owes its holder says so as its rows do. */
function totalDue(due: bigint, amount: (minor: bigint) => string): string {
  return due < 0n ? `${amount(-due)} CR` : amount(due);
}

/** Needs all pages, so it comes last; says on each that the bank is invented. */
function numberPages(sheet: Sheet) {
  const { document, layout } = sheet;
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    document.switchToPage(index);
    sheet.y = 806;
    write(sheet, "Sample of an invented bank, made by Finflow", left, { size: 7 });
    write(sheet, `${layout.labels.page} ${index + 1} ${layout.labels.pageOf} ${count}`, right - 60, {
      size: 7,
    });
  }
}
