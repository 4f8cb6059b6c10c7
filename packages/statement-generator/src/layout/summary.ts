import { totalWords } from "../languages/totals.ts";
import { printMagnitude } from "../printing/amount.ts";
import { type DateStyle, printDate, styleOf } from "../printing/date-style.ts";
import type { AccountSpec, StatementSpec } from "../statement-spec.ts";
import { printBalance } from "./columns.ts";
import type { Sheet } from "./sheet.ts";
import type { Wording } from "./wording.ts";

/** The style in which a paper prints dates outside of its rows: with their year. */
export function fullDateStyle({ date }: StatementSpec): DateStyle {
  const { year } = styleOf(date);
  if (year) return date;
  const full: Partial<Record<DateStyle, DateStyle>> = {
    "02/01": "02/01/2006",
    "02.01.": "02.01.2006",
    "02-01": "02-01-2006",
    "01/02 (month first)": "01/02/2006 (month first)",
    "1/2 (month first)": "1/2/2006 (month first)",
    "1月2日": "2006年1月2日",
    "Jan 02": "Jan 02, 2006",
  };
  return full[date] ?? "2 Jan 2006";
}

type Pair = [label: string, value: string];

/** What stands above the rows: the account, its period, and where they are printed its ends and totals. */
export function drawAccountHead(sheet: Sheet, account: AccountSpec, wording: Wording): void {
  const { spec } = sheet;
  const { words } = spec.country;
  const style = fullDateStyle(spec);
  const identity: Pair[] = [[wording.account, account.number]];
  if (spec.dimensions.year !== "nowhere") {
    const dash = sheet.random.fork("dash").pick([" - ", " – ", " / "]);
    identity.push([
      wording.period,
      `${printDate(account.period.from, style, words)}${dash}${printDate(account.period.to, style, words)}`,
    ]);
  }
  if (spec.accounts.length > 1 || account.digits === 3 || sheet.random.fork("code").chance(0.85))
    identity.push(["", account.currency]);
  drawPairs(sheet, identity, "colon");
  const summary = summaryPairs(spec, account, wording);
  if (summary.length === 0) return;
  sheet.y += 4;
  drawPairs(sheet, summary, sheet.random.fork("summary").pick(["colon", "table", "table", "boxes"] as const));
}

function summaryPairs(
  { dimensions, country }: StatementSpec,
  account: AccountSpec,
  wording: Wording,
): Pair[] {
  const { printed, amounts } = account;
  const card = dimensions.kind === "card";
  const pairs: Pair[] = [];
  const top = (place: string) => place === "in the summary" || place === "both places";
  if (printed.opening !== null && top(dimensions.opening))
    pairs.push([card ? wording.previous : wording.opening, printBalance(printed.opening, account)]);
  const under = dimensions.totalsAt === "under the rows" && totalWords[country.words.code] !== undefined;
  if (printed.totals && !under) {
    const { debits, credits } = printed.totals;
    const debitPair: Pair = [card ? wording.purchases : wording.totalDebits, printMagnitude(debits, amounts)];
    const creditPair: Pair = [
      card ? wording.payments : wording.totalCredits,
      printMagnitude(credits, amounts),
    ];
    pairs.push(...(card ? [creditPair, debitPair] : [creditPair, debitPair]));
  }
  if (printed.count !== null) pairs.push([wording.count, String(printed.count)]);
  if (printed.closing !== null && top(dimensions.closing)) {
    pairs.push([card ? wording.due : wording.closing, printBalance(printed.closing, account)]);
    if (card)
      pairs.push([
        wording.minimum,
        printMagnitude(printed.closing > 0n ? printed.closing / 20n + 1n : 0n, amounts),
      ]);
  }
  return pairs;
}

function drawPairs(sheet: Sheet, pairs: readonly Pair[], how: "colon" | "table" | "boxes"): void {
  const { left, right } = sheet.margins;
  const width = sheet.width - left - right;
  if (how === "boxes" && pairs.length > 1) {
    const each = width / pairs.length;
    const tooWide = pairs.some((pair) =>
      pair.some((text) => sheet.measure(text, "regular", sheet.size) > each - 8),
    );
    if (!tooWide) {
      for (const [index, [label, value]] of pairs.entries()) {
        sheet.write(left + index * each, sheet.y, label);
        sheet.write(left + index * each, sheet.y + sheet.lineHeight, value, { face: "bold" });
      }
      sheet.y += 2.6 * sheet.lineHeight;
      return;
    }
  }
  const labelWidth = Math.max(...pairs.map(([label]) => sheet.measure(label, "regular", sheet.size)));
  const valueWidth = Math.max(...pairs.map(([, value]) => sheet.measure(value, "regular", sheet.size)));
  for (const [label, value] of pairs) {
    if (how === "colon") {
      const end = label === "" ? 0 : sheet.write(left, sheet.y, `${label}:`);
      sheet.write(left + end + (end > 0 ? 6 : 0), sheet.y, value);
    } else {
      sheet.write(left, sheet.y, label);
      sheet.write(left + labelWidth + 30 + valueWidth, sheet.y, value, { align: "right" });
    }
    sheet.y += sheet.lineHeight;
  }
  sheet.y += sheet.lineHeight * 0.6;
}
