import { compilePhrases } from "../text/phrases.ts";
import { phrases } from "./vocabulary.ts";

/** What accounts are called on which their holder owes the balance: titles, and no labels of a figure. */
const titles: readonly string[] = phrases(`
  mortgage statement, mortgage account, mortgage account statement, loan account, loan statement, auto loan, car loan,
  vehicle loan, home loan, home loan account, personal loan, personal loan account, home equity loan, student loan,
  home equity line of credit, development loan, business loan, education loan, housing loan, emergency loan,
  term loan, gold loan, salary loan, school fees loan, group loan, micro loan, microloan, agricultural loan, normal loan,
  installment loan, instalment loan, consumer loan, statement of loan, statement of home loan account, loan ledger, darlehenskonto, darlehen, kreditkonto, baufinanzierung, prêt immobilier, crédit immobilier,
  prêt personnel, préstamo hipotecario, préstamo personal, crédito hipotecario, mutuo, prestito personale,
  empréstimo pessoal, crédito habitação, hypotheekrekening, lening
`);

/** What such an account's number is called. */
const numbers: readonly string[] = phrases(`
  loan account number, loan account no, loan a c no, loan a c number, loan number, loan no, loan ac no, mortgage number,
  mortgage account number, mortgage account no, darlehensnummer, darlehenskontonummer, numéro de prêt, número de préstamo,
  numero mutuo, número do empréstimo
`);

/** Headings of what is paid towards such a balance, beside a column of what is charged. */
const payments: readonly string[] = phrases(`
  payment, payments, paid, payments received, payments made, repayment, repayments, repaid, zahlungen, tilgung,
  paiements, remboursements, pagos, pagamenti, pagamentos, betalingen
`);

export const loanPhrases = compilePhrases<true>(titles.map((title) => [title, true] as const));
export const paymentPhrases = compilePhrases<true>(payments.map((title) => [title, true] as const));
export const loanNumberPhrases = compilePhrases<true>(numbers.map((name) => [name, true] as const));
