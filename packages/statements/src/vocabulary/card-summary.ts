import { compilePhrases } from "../text/phrases.ts";
import { phrases } from "./vocabulary.ts";

// Words for the sums that lead from the old balance of a card to the new one.

/** What a card's holder has bought or drawn, in the summary above the rows: unlike "payments", never money in. */
const bought: readonly string[] = phrases(`
  purchases, new purchases, new charges, purchases and charges, einkäufe, neue einkäufe, neue umsätze, käufe,
  achats, nouveaux achats, achats du mois, uw uitgaven, nieuwe uitgaven, aankopen, compras, compras y cargos,
  compras nacionais, compras do mês, lançamentos atuais, novas compras, acquisti, acquisti del periodo, spese del
  periodo, köp under perioden, nya köp, køb i perioden, nye køb, kjøp i perioden, nye kjøp, ostot, ostot kaudella,
  zakupy, nowe transakcje, nákupy, nové transakce, nové transakcie, vásárlások, új vásárlások, cumpărături,
  tranzacții noi, nova potrošnja, kupnje, nakupi, harcamalar, dönem içi harcamalar, yeni harcamalar, покупки, покупки за
  период, покупки за період, нові покупки, αγορές, νέες αγορές, 今回ご利用額, ご利用額, 本期消费, 本期消費, 消费金额, 消費金額,
  本期新增款項, 新增消費, 이용금액, 이용금액 합계
`);

export const purchasePhrases = compilePhrases<true>(bought.map((name) => [name, true] as const));

/** What was charged as well, in words that elsewhere tell of no account. */
export const chargePhrases = compilePhrases<true>(
  phrases("balance transfer, balance transfers, annual fee").map((name) => [name, true] as const),
);

/** What was paid onto the card, over its sum. */
const paid: readonly string[] = phrases(`
  payment, payments, your payment, your payments, zahlung, zahlungen, einzahlungen, paiement, paiements, versements, pago, pagos,
  abonos, pagamento, pagamentos, pagamenti, versamenti, betaling, betalingen, betalinger, innbetalinger, indbetalinger,
  betalningar, inbetalningar, maksut, suoritukset, wpłaty, spłaty, platby, úhrady, befizetések, plăți, plačila, uplate, uplata,
  πληρωμές, ödemeler, платежи, платежі, погашения, 還款, 还款, 繳款, お支払い, 결제, 입금
`);

export const paymentPhrases = compilePhrases<true>(paid.map((name) => [name, true] as const));
