import { compilePhrases } from "../text/phrases.ts";
import { phrases } from "./vocabulary.ts";

/** Heads what is charged for a row beside its amount. */
export const chargeHeadings = compilePhrases<true>(
  phrases(`
    fee, fees, service charge, bank charges, commission, frais, comisión, comisiones, comissão, gebühr, gebühren, commissione,
    commissioni, opłata, prowizja, avgift, gebyr, комиссия, комісія, 手续费, 手續費, 手数料, 수수료
  `).map((title) => [title, true] as const),
);

/** Heads the balance that a row begins with, beside the one that it ends with. */
export const beforeHeadings = compilePhrases<true>(
  phrases("balance before, bal before, solde avant, saldo antes").map((title) => [title, true] as const),
);
