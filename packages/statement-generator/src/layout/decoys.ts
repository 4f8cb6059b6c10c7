import { addDays } from "../ledger/civil-date.ts";
import { amountFor } from "../ledger/scale.ts";
import { printMagnitude, printSigned } from "../printing/amount.ts";
import { printDate } from "../printing/date-style.ts";
import type { AccountSpec } from "../statement-spec.ts";
import type { Sheet } from "./sheet.ts";
import { fullDateStyle } from "./summary.ts";

type Titles = {
  summary: string;
  rewards: string;
  instalments: string;
  interest: string;
  rates: string;
  daily: string;
  upcoming: string;
};

const english: Titles = {
  summary: "Spending by category",
  rewards: "Reward points summary",
  instalments: "Instalment plans",
  interest: "Interest rates",
  rates: "Exchange rates",
  daily: "Daily ending balance",
  upcoming: "Upcoming payments (not yet booked)",
};

const titles: Record<string, Titles> = {
  de: {
    summary: "Ausgaben nach Kategorie",
    rewards: "Bonuspunkte",
    instalments: "Ratenpläne",
    interest: "Zinssätze",
    rates: "Wechselkurse",
    daily: "Tagesendsalden",
    upcoming: "Vorgemerkte Umsätze (noch nicht gebucht)",
  },
  fr: {
    summary: "Dépenses par catégorie",
    rewards: "Points de fidélité",
    instalments: "Paiements échelonnés",
    interest: "Taux d'intérêt",
    rates: "Taux de change",
    daily: "Solde quotidien",
    upcoming: "Opérations à venir (non comptabilisées)",
  },
  es: {
    summary: "Gastos por categoría",
    rewards: "Puntos de recompensa",
    instalments: "Compras a plazos",
    interest: "Tipos de interés",
    rates: "Tipos de cambio",
    daily: "Saldo diario",
    upcoming: "Operaciones pendientes (no contabilizadas)",
  },
};

const categories = ["A", "B", "C", "D"];

/** A table that is none of the account's rows, as banks print them beside the rows. */
export function drawDecoy(sheet: Sheet, account: AccountSpec, place: "before" | "after"): void {
  const { spec } = sheet;
  const { decoy } = spec.dimensions;
  if (decoy === "none") return;
  const random = sheet.random.fork("decoy");
  const code = spec.country.words.code;
  const title = titles[code] ?? english;
  const { amounts, currency, digits, period, printed } = account;
  const amount = () =>
    printMagnitude(amountFor(random, currency, digits, 500), { ...amounts, mark: amounts.mark });
  const day = (offset: number) =>
    printDate(addDays(period.from, offset), fullDateStyle(spec), spec.country.words);
  const table = (heading: string, rows: string[][]) => {
    if (!sheet.fits(rows.length + 4)) {
      if (place === "before") return;
      sheet.newPage();
    }
    const { left, right } = sheet.margins;
    sheet.y += sheet.lineHeight;
    sheet.write(left, sheet.y, heading, { face: "bold" });
    sheet.y += sheet.lineHeight * 1.2;
    const columns = Math.max(...rows.map((row) => row.length));
    const each = Math.min(130, (sheet.width - left - right) / columns);
    for (const row of rows) {
      for (const [index, text] of row.entries())
        if (index === 0) sheet.write(left, sheet.y, text);
        else sheet.write(left + (index + 1) * each - 10, sheet.y, text, { align: "right" });
      sheet.y += sheet.lineHeight;
    }
    sheet.y += sheet.lineHeight;
  };
  switch (decoy) {
    case "summary":
      table(
        title.summary,
        categories.map((name) => [`${name} (${random.whole(1, 9)})`, amount()]),
      );
      break;
    case "rewards":
      table(title.rewards, [
        ["+", String(random.whole(100, 9000))],
        ["-", String(random.whole(0, 90))],
        ["=", String(random.whole(100, 9000))],
      ]);
      break;
    case "instalments":
      table(
        title.instalments,
        [1, 2, 3].map((plan) => [day(plan), amount(), `${plan + 2}/12`, amount()]),
      );
      break;
    case "interest":
      table(title.interest, [
        [day(0), "12.50 %"],
        [day(11), "11.95 %"],
      ]);
      break;
    case "exchange rates":
      table(title.rates, [
        ["EUR/USD", "1.0823"],
        ["GBP/USD", "1.2715"],
        ["USD/JPY", "151.44"],
      ]);
      break;
    case "upcoming":
      table(
        title.upcoming,
        [3, 6].map((later) => [day(30 + later), amount()]),
      );
      break;
    default: {
      // True balances of the days, so they agree with the rows.
      const rows = dailyBalances(account).slice(0, 24);
      if (rows.length === 0 || printed.direction === -1) return;
      table(
        title.daily,
        rows.map(([date, balance]) => [
          printDate(date, fullDateStyle(spec), spec.country.words),
          printSigned(balance, amounts),
        ]),
      );
    }
  }
}

function dailyBalances({ printed }: AccountSpec): [string, bigint][] {
  if (printed.opening === null) return [];
  const byDate = [...printed.rows].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const days = new Map<string, bigint>();
  let balance = printed.opening;
  for (const { date, amount } of byDate) {
    balance += amount;
    days.set(date, balance);
  }
  return [...days];
}
