import { compilePhrases } from "../text/phrases.ts";
import { phrases } from "./vocabulary.ts";

/** What the balances of several accounts come to, at the end of an overview of them. */
const sums: readonly string[] = phrases(`
  total, grand total, total balance, total balances, total deposits, total assets, total relationship balance, sum,
  gesamtsaldo, gesamtguthaben, gesamtbestand, gesamtvermögen, summe, gesamt, gesamtsumme, total général, total des avoirs,
  total de vos avoirs, avoir total, solde total, saldo total, total general, totale, totale complessivo, saldo totale,
  totaal, totaalsaldo, totaal saldo, totalt, samlet saldo, i alt, summa, yhteensä, razem, łącznie, saldo łączne, celkem,
  spolu, összesen, ukupno, skupaj, toplam, итого, всего, усього, разом, σύνολο, 合计, 總計, 总计, 合計, 總額, 합계, 총액
`);

export const overviewSumPhrases = compilePhrases<true>(sums.map((name) => [name, true] as const));
