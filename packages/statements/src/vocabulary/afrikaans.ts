import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const afrikaans: Vocabulary = {
  currency: "ZAR",
  months: months(`
    januarie jan,
    februarie feb,
    maart mrt,
    april apr,
    mei,
    junie jun,
    julie jul,
    augustus aug,
    september sept,
    oktober okt,
    november nov,
    desember des
  `),
  headers: {
    date: phrases("datum, transaksiedatum"),
    description: phrases("beskrywing, besonderhede, transaksie, transaksiebeskrywing"),
    debit: phrases("debiete, debietbedrag, debiet, uitbetalings, onttrekkings"),
    credit: phrases("krediete, kredietbedrag, krediet, deposito s, deposito"),
    amount: phrases("bedrag"),
    balance: phrases("saldo, balans"),
    other: phrases("bankkoste, fooi"),
  },
  sides: { debit: phrases("dt, debiet"), credit: phrases("kt, krediet") },
  debitSection: phrases("onttrekkings, debiete, koste"),
  creditSection: phrases("deposito s, krediete, inbetalings"),
  opening: phrases(`
    openingsaldo, saldo oorgebring, saldo oorgedra van, beginsaldo, openingsbalans, vorige saldo,
    saldo vorige staat
  `),
  closing: phrases(`
    sluitingsaldo, sluitingsbalans, eindsaldo, afsluitsaldo, saldo oorgedra, nuwe saldo, huidige saldo, slotsaldo
  `),
  totalDebits: phrases("totale debiete, totale onttrekkings, totaal debiete, totale debiettransaksies"),
  totalCredits: phrases("totale krediete, totale deposito s, totaal krediete, totale krediettransaksies"),
  total: phrases("totaal, totale"),
  depositAccount: phrases("tjekrekening, spaarrekening, lopende rekening"),
  card: phrases("kredietkaart, kredietlimiet"),
  minimumDue: phrases("minimum betaling"),
  account: phrases("rekeningnommer, rekening"),
  period: phrases("staatperiode, tydperk, tot"),
  totalDue: phrases("totale bedrag verskuldig, bedrag betaalbaar"),
  ignored: phrases("kredietlimiet, beskikbare saldo, oortrekkingsperk"),
  balanceOn: phrases("saldo op"),
  countAll: phrases("aantal transaksies"),
};
