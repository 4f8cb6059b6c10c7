import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const norwegian: Vocabulary = {
  currency: "NOK",
  months: months(`
    januar jan,
    februar feb,
    mars mar,
    april apr,
    mai,
    juni jun,
    juli jul,
    august aug,
    september sep sept,
    oktober okt,
    november nov,
    desember des
  `),
  headers: {
    date: phrases(`
      dato, bokført, bokføringsdato, transaksjonsdato, bokf, bokf dato, bokførings dato, kjøpsdato,
      dato bokført, trans dato, posteringsdato, dag
    `),
    value_date: phrases(
      "rentedato, valutadato, valuteringsdato, rente dato, val dato, valuta dato, rentedag",
    ),
    description: phrases(`
      forklaring, tekst, beskrivelse, transaksjon, spesifikasjon, tekst melding, transaksjonstekst,
      transaksjoner, mottaker, brukersted, melding, bevegelse, beskrivelse melding, navn, detaljer
    `),
    reference: phrases("referanse, arkivref, arkivreferanse, arkivnr, arkiv ref, ref, numref, bilagsnr"),
    type: phrases("type, transaksjonstype, kode"),
    debit: phrases(`
      ut av konto, ut fra konto, ut, uttak, belastet, debet, ut fra, beløp ut, belastning,
      utbetaling, utbetalinger, til belastning, ut nok, penger ut, uttak/debet, kjøp
    `),
    credit: phrases(`
      inn på konto, inn, innskudd, godskrevet, kredit, inn på, beløp inn, godskriving, innbetaling,
      innbetalinger, til gode, inn nok, penger inn, innskudd kredit
    `),
    amount: phrases("beløp, beløp nok, beløp kr, beløp i nok, transaksjonsbeløp, beløp i norske kroner"),
    balance: phrases(`
      saldo, bokført saldo, saldo nok, saldo kr, ny saldo, saldo etter, disponibel saldo,
      saldo etter transaksjon
    `),
    other: phrases("kurs, valuta, sted, valutabeløp, gebyr, beløp i valuta, utenlandsk valuta, valuta beløp"),
  },
  sides: {
    debit: phrases("ut, belastet, debet"),
    credit: phrases("inn, godskrevet, kredit"),
  },
  overdrawn: phrases("saldo i vår favør, i vår favør"),
  countAll: phrases("antall transaksjoner, antall posteringer"),
  countDebits: phrases("antall uttak, antall belastninger"),
  countCredits: phrases("antall innskudd, antall godskrivinger"),
  debitSection: phrases(
    "uttak, utbetalinger, belastninger, kjøp, gebyrer, varekjøp, ut av konto, uttak og betalinger",
  ),
  creditSection: phrases("innskudd, innbetalinger, godskrivinger, inn på konto, innskudd og innbetalinger"),
  opening: phrases(`
    inngående saldo, saldo fra forrige, saldo fra kontoutskrift, forrige saldo, startsaldo,
    saldo fra forrige kontoutskrift, saldo fra siste kontoutskrift, ib, inngående balanse, saldo
    ved periodens start, overført fra forrige, saldo forrige periode, saldo pr forrige, skyldig
    fra forrige faktura, saldo forrige faktura, forrige faktura, skyldig beløp forrige faktura,
    saldo fra forrige faktura, saldo i fjor
  `),
  closing: phrases(`
    utgående saldo, ny saldo, sluttsaldo, saldo i deres favør, saldo i vår favør,
    saldo i din favør, saldo ved periodens slutt, utgående balanse, ub,
    saldo til neste kontoutskrift
  `),
  nextPage: phrases(`
    overført til neste side, fortsetter på neste side
  `),
  carried: phrases(
    "overført, transport, overført til neste side, overført fra forrige side, overføres, delsum",
  ),
  balanceOn: phrases("saldo per, saldo pr, saldo"),
  totalDebits: phrases(`
    sum ut, sum ut av konto, sum uttak, sum belastet, sum belastninger, totalt ut,
    sum utbetalinger, sum debet, totalt belastet, sum kjøp, nye kjøp, kjøp i perioden
  `),
  totalCredits: phrases(`
    sum inn, sum inn på konto, sum innskudd, sum godskrevet, sum godskrivinger, totalt inn,
    sum innbetalinger, sum kredit, totalt godskrevet, innbetalinger og krediteringer,
    innbetalinger i perioden
  `),
  total: phrases("sum, totalt"),
  totalDue: phrases(`
    å betale, sum å betale, totalt å betale, beløp å betale, fakturabeløp, skyldig beløp,
    utestående saldo, beløp til betaling, sum til betaling
  `),
  depositAccount: phrases("brukskonto, sparekonto, lønnskonto, driftskonto"),
  card: phrases("kredittkort, kredittgrense, kredittkortfaktura, kredittramme"),
  minimumDue: phrases("minimumsbeløp, minimum å betale, minste beløp å betale, laveste beløp å betale"),
  account: phrases(`
    kontonummer, konto, kontonr, konto nr, for konto, iban konto, kontoutskrift for konto,
    kortnummer
  `),
  period: phrases("periode, perioden, i perioden, kontoutskrift for perioden, for perioden, tidsrom"),
  ignored: phrases(`
    disponibelt beløp, disponibelt, kredittgrense, kredittramme, kreditt, renter hittil i år,
    reservert, kommende betalinger, bonus, gjennomsnittlig saldo
  `),
};
