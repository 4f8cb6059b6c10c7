import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const danish: Vocabulary = {
  currency: "DKK",
  months: months(`
    januar jan,
    februar feb,
    marts mar,
    april apr,
    maj,
    juni jun,
    juli jul,
    august aug,
    september sep sept,
    oktober okt,
    november nov,
    december dec
  `),
  headers: {
    date: phrases(`
      dato, bogført, bogføringsdato, bogf dato, posteringsdato, bogf, bogføringsdag, handelsdato,
      købsdato, transaktionsdato, dato bogført, dag
    `),
    value_date: phrases("rentedato, valør, valørdato, rente dato, val dato, valuteringsdato, rentedag"),
    description: phrases(`
      tekst, beskrivelse, postering, posteringstekst, forklaring, specifikation, tekst meddelelse,
      posteringer, transaktion, modtager, forretning, bevægelse, bevægelser, meddelelse, navn,
      detaljer
    `),
    reference: phrases("reference, bilag, bilagsnr, bilagsnummer, arkivreference, løbenr"),
    type: phrases("type, art"),
    debit: phrases(`
      udgift, udgifter, hævet, ud, debet, udbetaling, hævninger, hævet beløb, hævet dkk, debitering,
      betalt, køb, udgående, træk, ud af konto
    `),
    credit: phrases(`
      indtægter, indtægt, indsat, ind, kredit, indbetaling, indsætninger, indsat beløb, indsat dkk,
      kreditering, modtaget, indgående, ind på konto
    `),
    amount: phrases(
      "beløb, beløb dkk, beløb i dkk, beløb kr, transaktionsbeløb, beløb i kr, bevægelse beløb",
    ),
    balance: phrases(`
      saldo, saldo dkk, saldo kr, bogført saldo, ny saldo, saldo efter, saldo i dkk,
      disponibel saldo
    `),
    other: phrases(
      "kurs, valuta, sted, omkostninger, afstemt, beløb i valuta, valutabeløb, fremmed valuta, udenlandsk valuta",
    ),
  },
  sides: {
    debit: phrases("hævet, udgift, debet"),
    credit: phrases("indsat, indtægt, kredit"),
  },
  overdrawn: phrases("saldo i vor favør, i vor favør"),
  countAll: phrases("antal posteringer, antal transaktioner"),
  countDebits: phrases("antal hævninger"),
  countCredits: phrases("antal indsætninger"),
  debitSection: phrases("udbetalinger, hævninger, køb, gebyrer, hævet, udgifter, hævninger og betalinger"),
  creditSection: phrases("indbetalinger, indsætninger, indsat, indtægter, indbetalinger og indsætninger"),
  opening: phrases(`
    primo saldo, saldo primo, startsaldo, overført fra, tidligere saldo, indgående saldo, saldo
    fra sidste udskrift, overført fra forrige kontoudskrift, overført fra sidste kontoudskrift,
    overført saldo, saldo fra forrige, saldo overført, primosaldo, saldo ved periodens start,
    sidste saldo, gammel saldo, saldo fra sidste kontoudskrift, saldo forrige opgørelse, forrige
    opgørelse, tidligere skyldigt beløb, saldo fra sidste opgørelse, saldo fra forrige opgørelse
  `),
  closing: phrases(`
    ultimo saldo, saldo ultimo, slutsaldo, ny saldo, udgående saldo, slut saldo, ultimosaldo,
    saldo ved periodens slut, saldo overføres, saldo i deres favør, saldo i din favør,
    overført til næste kontoudskrift
  `),
  nextPage: phrases(`
    overført til næste side, fortsættes på næste side
  `),
  carried: phrases(`
    dagens saldo,
    transport, overført, overført til næste side, overført fra forrige side, overføres,
    at transportere, delsum, transporteres
  `),
  balanceOn: phrases("saldo pr, saldo den, saldo"),
  totalDebits: phrases(`
    køb i perioden, hævet i alt, udgifter i alt, i alt hævet, i alt ud, hævninger i alt, sum hævet,
    samlede hævninger, samlet hævet, total hævet, debet i alt, sum udgifter, nye køb, køb i alt
  `),
  totalCredits: phrases(`
    indsat i alt, indtægter i alt, i alt indsat, i alt ind, indsætninger i alt, sum indsat,
    samlede indsætninger, samlet indsat, total indsat, kredit i alt, sum indtægter,
    indbetalinger og krediteringer, indbetalinger i alt
  `),
  total: phrases("i alt, total, sum"),
  totalDue: phrases(`
    til betaling, i alt til betaling, beløb til betaling, skyldigt beløb, at betale,
    samlet beløb til betaling, saldo til betaling
  `),
  depositAccount: phrases("lønkonto, budgetkonto, opsparingskonto, anfordringskonto"),
  card: phrases(`
    kreditkort, mastercard opgørelse, kortudskrift, kreditmaksimum, kreditkortopgørelse,
    kortopgørelse
  `),
  minimumDue: phrases("minimumsbetaling, mindste ydelse, minimumsydelse, mindstebetaling, minimum at betale"),
  account: phrases(`
    kontonummer, konto, konto nr, kontonr, reg nr, reg nr og kontonr, reg og kontonr,
    reg nr kontonr, kortnummer, iban konto
  `),
  period: phrases("periode, perioden, udskrift for perioden, for perioden, kontoudskrift for"),
  ignored: phrases(`
    disponibelt beløb, til rådighed, trækningsret, kreditmaksimum, kassekredit maksimum,
    maksimum, disponibelt, disponibel saldo, årets renter, rente i år, kommende betalinger,
    reserveret
  `),
};
