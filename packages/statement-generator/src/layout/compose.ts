import { randomOf } from "../random.ts";
import type { StatementSpec } from "../statement-spec.ts";
import { drawDecoy } from "./decoys.ts";
import { hide } from "./hidden.ts";
import type { Measure, Page } from "./page.ts";
import { Sheet } from "./sheet.ts";
import { drawAccountHead } from "./summary.ts";
import { tableOf } from "./table.ts";
import { drawWatermark } from "./watermark.ts";
import { type Wording, wordingOf } from "./wording.ts";

/** The pages of a statement. */
export function compose(spec: StatementSpec, measure: Measure): Page[] {
  const random = randomOf(spec.seed, "layout");
  const wording = wordingOf(random.fork("wording"), spec.country.words);
  const largest =
    spec.dimensions.arrangement === "side by side" ? 7 : random.fork("size").pick([7, 7.5, 8, 8.5, 9, 10]);
  for (const landscape of [false, true]) {
    for (const size of [largest, 7, 6, 5.5]) {
      if (size > largest) continue;
      const sheet = new Sheet(spec, measure, random, size, landscape);
      if (drawAll(sheet, wording) || (landscape && size === 5.5)) return finish(sheet, wording);
    }
  }
  throw new RangeError(`seed ${spec.seed} fits no page`);
}

function drawAll(sheet: Sheet, wording: Wording): boolean {
  const { spec } = sheet;
  sheet.head = () => pageHead(sheet, wording);
  sheet.newPage();
  for (const [index, account] of spec.accounts.entries()) {
    if (index > 0 && (sheet.random.fork(`page ${index}`).chance(0.4) || !sheet.fits(14))) sheet.newPage();
    drawAccountHead(sheet, account, wording);
    if (index === 0 && sheet.random.fork("decoy first").chance(0.4)) drawDecoy(sheet, account, "before");
    sheet.open();
    const table = tableOf(sheet, account, wording);
    if (!table.place()) return false;
    table.draw();
  }
  if (!sheet.random.fork("decoy first").chance(0.4)) drawDecoy(sheet, spec.accounts[0]!, "after");
  return true;
}

/** Returns where the page's first line goes. */
function pageHead(sheet: Sheet, wording: Wording): number {
  const { spec } = sheet;
  const { left, right } = sheet.margins;
  const first = sheet.pages.length === 1;
  const repeated = sheet.random.fork("head").chance(0.6);
  if (!first && !repeated) return 50;
  sheet.write(left, 40, spec.institution, { face: "bold", size: first ? 13 : sheet.size });
  const title =
    spec.dimensions.kind === "card" && spec.dimensions.title === "plain"
      ? wording.cardStatement
      : wording.statement;
  sheet.write(sheet.width - right, 40, title, { align: "right", size: first ? 11 : sheet.size });
  if (!first) {
    if (spec.accounts.length === 1)
      sheet.write(left, 40 + sheet.lineHeight, `${wording.account} ${spec.accounts[0]!.number}`);
    return 40 + 3 * sheet.lineHeight;
  }
  return 40 + 2.2 * sheet.lineHeight;
}

const smallPrint: Record<string, string> = {
  en: "Please check this statement and tell us within 60 days of any error. Deposits are protected up to 100,000 by law 24/2014.",
  de: "Bitte prüfen Sie diesen Auszug. Einwendungen sind binnen 6 Wochen zu erheben. Amtsgericht HRB 12345.",
  fr: "Vérifiez ce relevé et signalez toute erreur sous 60 jours. Capital social 1 200 000, RCS 123 456 789.",
  es: "Compruebe este extracto y avise de errores en 30 días. Registro Mercantil, tomo 1234, folio 56.",
};

function finish(sheet: Sheet, wording: Wording): Page[] {
  const { spec } = sheet;
  const total = sheet.pages.length;
  for (const [index, page] of sheet.pages.entries()) {
    const y = sheet.height - 24;
    const write = (x: number, text: string, size: number) =>
      page.over.push({
        type: "text",
        x,
        y,
        text,
        size,
        face: "regular",
        gray: 0,
        angle: 0,
        hidden: null,
        column: 0,
      });
    const advert =
      "Ask about our credit card: 0 % for 6 months. Minimum payment warning: if you pay only 25.00 each month, it takes longer.";
    const words = spec.dimensions.footer === "card advert" ? advert : smallPrint[spec.country.words.code];
    if ((spec.dimensions.footer === "small print" || spec.dimensions.footer === "card advert") && words)
      write(38, words, 6);
    else if (spec.dimensions.footer !== "none")
      write(sheet.width / 2 - 20, `${wording.page} ${index + 1} / ${total}`, 7);
  }
  drawWatermark(sheet);
  hide(sheet);
  return sheet.pages;
}
