import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const dutch: Vocabulary = {
  months: months(`
    januari jan,
    februari feb,
    maart mrt,
    april apr,
    mei,
    juni jun,
    juli jul,
    augustus aug,
    september sep sept,
    oktober okt,
    november nov,
    december dec
  `),
  headers: {
    date: phrases(`
      datum, boekdatum, boekingsdatum, transactiedatum, datum boeking, uitvoeringsdatum,
      datum transactie, boekdag, boekings datum, datum verrichting, verrichtingsdatum, dag,
      afschriftdatum, transactie datum, datum van verrichting
    `),
    value_date: phrases("valutadatum, rentedatum, valuta, valutering, datum valuta, val, rente datum, rente"),
    description: phrases(`
      omschrijving, mededeling, mededelingen, naam omschrijving, beschrijving, naam, details,
      transactie, verrichting, verrichtingen, naam tegenpartij, omschrijving transactie,
      omschrijving van de verrichting, details van de verrichting, mededeling omschrijving,
      naam tegenpartij omschrijving, tegenpartij, handelaar, begunstigde, communicatie, detail,
      betalingskenmerk omschrijving, transactieomschrijving
    `),
    reference: phrases(`
      referentie, kenmerk, volgnummer, tegenrekening, volgnr, verrichtingsnummer, nr verrichting,
      transactienummer, refertenummer, afschriftnummer
    `),
    type: phrases(`
      soort, type, af bij, bij af, mutatiesoort, code, debet credit, d c, transactietype,
      soort transactie
    `),
    debit: phrases(`
      af, debet, uitgaven, uitgegeven, bedrag af, afgeschreven, uit, bedrag af debet, bedrag debet,
      uitgaande, debet eur, uitgave, opgenomen, opname, opnames, afschrijving, afschrijvingen
    `),
    credit: phrases(`
      bij, credit, inkomsten, ontvangen, bedrag bij, bijgeschreven, in, bedrag bij credit,
      bedrag credit, inkomende, credit eur, inkomst, gestort, storting, stortingen, bijschrijving,
      bijschrijvingen
    `),
    amount: phrases(`
      bedrag, bedrag eur, bedrag in eur, bedrag in euro, mutatie, bedrag in euros, bedrag euro,
      bedrag transactie, transactiebedrag, bedrag eur bij af, verrekend bedrag
    `),
    balance: phrases(`
      saldo, nieuw saldo, saldo na mutatie, saldo na boeking, saldo eur, boeksaldo,
      saldo na transactie, saldo in eur, eindsaldo, saldo na verrichting, lopend saldo
    `),
    other: phrases(`
      munt, koers, valuta munt, tarief, plaats, kaart, kosten, wisselkoers, oorspronkelijk bedrag,
      rekening,
      bedrag in vreemde valuta, bedrag vreemde valuta, vreemde valuta, bedrag in valuta
    `),
  },
  sides: {
    debit: phrases("af, debet, afgeschreven, d"),
    credit: phrases("bij, credit, bijgeschreven, c"),
  },
  overdrawn: phrases("debetsaldo, debet saldo, roodstand"),
  countAll: phrases("aantal transacties, aantal boekingen, aantal verrichtingen, aantal mutaties"),
  countDebits: phrases("aantal af, aantal afschrijvingen, aantal debet"),
  countCredits: phrases("aantal bij, aantal bijschrijvingen, aantal credit"),
  opening: phrases(`
    beginsaldo, vorig saldo, oud saldo, openingssaldo, saldo begin periode, startsaldo,
    vorig saldo op, vorig saldo in eur, saldo vorig afschrift, saldo vorig uittreksel,
    saldo vorig overzicht, vorig openstaand saldo, oud saldo op, begin saldo, saldo begin,
    saldo bij aanvang, aanvangssaldo, vorig bedrag, vorig rekeningoverzicht,
    vorig te betalen bedrag
  `),
  closing: phrases(`
    eindsaldo, nieuw saldo, slotsaldo, saldo einde periode, huidig saldo, nieuw saldo op,
    nieuw saldo in eur, eind saldo, saldo einde, saldo nieuw, nieuw openstaand saldo,
    saldo eind periode, actueel saldo
  `),
  nextPage: phrases(`
    vervolg op volgende pagina, vervolg op de volgende pagina, vervolg op pagina, transport naar volgende pagina
  `),
  carried: phrases(`
    dagsaldo, saldo einde dag,
    transport, over te brengen, tussensaldo, overgebracht, saldo transport, over te dragen,
    subtotaal, transporteren, vervolg, overdracht
  `),
  balanceOn: phrases("saldo op, saldo per, saldo, saldo op datum, saldo d d, saldo dd, saldo van"),
  totalDebits: phrases(`
    totaal af, totaal afgeschreven, totaal debet, totaal uitgaven, totaal uit,
    totaal afschrijvingen, totaal bedrag af, som af, totaal debiteringen, totaal opnames,
    totaal uitgaande, afgeschreven totaal, uw uitgaven, totaal bedrag debet, nieuwe uitgaven,
    totaal nieuwe aankopen, totaal aankopen, nieuwe transacties, totaal debetverrichtingen, debetverrichtingen, totaal der debetverrichtingen
  `),
  totalCredits: phrases(`
    totaal bij, totaal bijgeschreven, totaal credit, totaal inkomsten, totaal in, totaal ontvangen,
    totaal bijschrijvingen, totaal bedrag bij, som bij, totaal crediteringen, totaal stortingen,
    totaal inkomende, bijgeschreven totaal, totaal bedrag credit, ontvangen betalingen,
    totaal betalingen, betalingen en creditering, totaal creditverrichtingen, creditverrichtingen, totaal der creditverrichtingen
  `),
  total: phrases("totaal, totalen, totaal mutaties, totaalbedrag, totaal verrichtingen"),
  debitSection: phrases(`
    uitgaven, afschrijvingen, debiteringen, uitgaande betalingen, afschrijvingen en kosten,
    opnames en betalingen, opnames, betalingen, kosten, aankopen, overige afschrijvingen,
    uitgaande overboekingen
  `),
  creditSection: phrases(`
    inkomsten, bijschrijvingen, crediteringen, ontvangen betalingen, inkomende betalingen,
    stortingen, bijgeschreven bedragen, inkomende overboekingen, stortingen en bijschrijvingen,
    overige bijschrijvingen
  `),
  totalDue: phrases(`
    totaal te betalen, te betalen bedrag, totaal verschuldigd, te betalen, nieuw openstaand bedrag,
    totaal openstaand, af te schrijven bedrag, totaal te vereffenen
  `),
  depositAccount: phrases("betaalrekening, spaarrekening, zichtrekening, rekening-courant, privérekening"),
  card: phrases(`
    creditcard, kredietkaart, bestedingslimiet, kaartoverzicht, credit card,
    kredietkaartuitgaven, uitgavenstaat, limiet, bestedingsruimte, kredietopening
  `),
  minimumDue: phrases("minimum te betalen, minimaal te betalen, minimaal verschuldigd bedrag"),
  account: phrases(`
    rekeningnummer, rekening, kaartnummer, iban rekening, rekeningnr, zichtrekening, spaarrekening,
    betaalrekening, rekening nr, iban nummer, kaart nr, rekening courant
  `),
  period: phrases(`
    periode, van, periode van, periode t m, transacties van, afschrift over, overzicht van,
    datum van
  `),
  ignored: phrases(`
    bestedingslimiet, beschikbaar saldo, kredietlimiet, bestedingsruimte, kredietruimte, limiet,
    maximaal krediet, roodstand, gemiddeld saldo, openstaand krediet, gereserveerd,
    reserveringen, punten, spaarpunten
  `),
};
