import { compilePhrases } from "../text/phrases.ts";
import { phrases } from "./vocabulary.ts";

/** Headings of what is charged for a row beside its amount. */
const headings: readonly string[] = phrases(`
  fee, fees, charge, charges, commission, transaction fee, service fee, service charge, tax, levy, e levy, vat, excise duty,
  frais, commission, taxe, gebühr, gebühren, spesen, entgelt, comisión, comisiones, impuesto, comissão, taxa, tarifa, iva,
  commissioni, комиссия, 手续费, 手續費, 手数料, 수수료, phí, biaya, ücret, masraf, opłata, prowizja, poplatek, fooi, ada, makato,
  commissione, avgift, gebyr, комісія
`);

export const feePhrases = compilePhrases<true>(headings.map((heading) => [heading, true] as const));

/** Headings of what the balance was before a row. */
const before: readonly string[] = phrases(`
  balance before, bal before, balance before transaction, previous balance, opening balance, start balance, solde avant, saldo antes,
  saldo anterior, saldo previo, 交易前余额, 交易前餘額
`);

export const balanceBeforePhrases = compilePhrases<true>(before.map((heading) => [heading, true] as const));
