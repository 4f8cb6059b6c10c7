import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const swedish: Vocabulary = {
  currency: "SEK",
  months: months(`
    januari jan,
    februari feb,
    mars mar,
    april apr,
    maj,
    juni jun,
    juli jul,
    augusti aug,
    september sep sept,
    oktober okt,
    november nov,
    december dec
  `),
  headers: {
    date: phrases(`
      datum, bokföringsdag, bokföringsdatum, transaktionsdatum, bokförd, bokf datum,
      reskontradatum, reskontradag, bokfört, bokföringsdag datum, transaktionsdag, transdag, köpdatum,
      inköpsdatum, bokf dag, datum bokförd, bokföringsdat, dag
    `),
    value_date: phrases("valutadag, valutadatum, räntedatum, räntedag, val dag"),
    description: phrases(`
      text, beskrivning, transaktion, specifikation, meddelande, rubrik, händelse, mottagare,
      specifikation text, transaktionstext, transaktioner, avser, inköpsställe, namn,
      betalningsmottagare, uppgift, detaljer, kontohändelse, händelser
    `),
    reference: phrases(
      "referens, verifikat, verifikationsnummer, ocr, verif, verifikationsnr, transaktionsreferens",
    ),
    type: phrases("typ, transaktionstyp"),
    debit: phrases(`
      uttag, debet, utgifter, ut, uttag/debet, utbetalning, utbetalningar, belastning, köp,
      pengar ut, utgående
    `),
    credit: phrases(`
      insättning, insättningar, kredit, inkomster, in, insatt, insättning kredit, inbetalning,
      inbetalningar, kreditering, pengar in, ingående
    `),
    amount: phrases("belopp, belopp sek, summa, belopp kr, belopp i sek, transaktionsbelopp, belopp i kr"),
    balance: phrases(`
      saldo, bokfört saldo, behållning, tillgängligt belopp, saldo sek, saldo kr, aktuellt saldo,
      saldo efter, kontobehållning, saldo efter transaktion, utgående saldo
    `),
    other: phrases(
      "valuta, kurs, ort, växelkurs, utländskt belopp, moms, valutabelopp, utl belopp, belopp i valuta, belopp i utländsk valuta, utländsk valuta",
    ),
  },
  sides: {
    debit: phrases("uttag, debet, ut"),
    credit: phrases("insättning, kredit, in"),
  },
  countAll: phrases("antal transaktioner, antal poster"),
  countDebits: phrases("antal uttag, antal debet"),
  countCredits: phrases("antal insättningar, antal kredit"),
  debitSection: phrases(`
    uttag, utbetalningar, uttag och köp, köp, avgifter, köp och uttag, uttag och betalningar,
    inköp
  `),
  creditSection: phrases("insättningar, inbetalningar, insättningar och inbetalningar, övriga insättningar"),
  opening: phrases(`
    ingående saldo, ingående balans, föregående saldo, ing saldo, saldo vid periodens början,
    saldo föregående, saldo från föregående, ingående skuld, tidigare saldo, ingående behållning,
    saldo enligt föregående kontoutdrag, skuld från föregående månad, skuld föregående faktura,
    saldo föregående faktura, föregående faktura, skuld från föregående faktura,
    skuld föregående månad
  `),
  closing: phrases(`
    utgående saldo, utgående balans, nytt saldo, utg saldo, saldo vid periodens slut, slutsaldo,
    utgående skuld, ny skuld, utgående behållning, aktuellt saldo
  `),
  nextPage: phrases(`
    fortsätter på nästa sida, överförs till nästa sida, transport till nästa sida
  `),
  carried: phrases(
    "saldo att överföra, transport, saldo transport, transport från, transport till, delsumma",
  ),
  balanceOn: phrases("saldo, saldo per, saldo den"),
  totalDebits: phrases(`
    köp under perioden, summa uttag, summa ut, totalt ut, totala uttag, summa uttag debet, totalt uttag,
    summa utbetalningar, summa köp, summa debet, summa utgifter, nya köp, summa nya köp,
    köp och avgifter, nya transaktioner, summa inköp, totalt inköp
  `),
  totalCredits: phrases(`
    summa insättningar, summa in, totalt in, totala insättningar, summa insättning,
    totalt insättningar, summa inbetalningar, summa kredit, summa inkomster,
    inbetalningar och krediteringar, summa inbetalt, dina inbetalningar,
    betalningar och krediteringar
  `),
  total: phrases("summa, totalt"),
  totalDue: phrases(`
    att betala, summa att betala, totalt att betala, belopp att betala, totalt belopp att betala,
    fakturabelopp, summa skuld, fakturans belopp, total skuld, ny skuld att betala
  `),
  depositAccount: phrases("lönekonto, sparkonto, privatkonto, transaktionskonto, företagskonto"),
  card: phrases(`
    kreditkort, kontokredit, köpgräns, kreditkortsfaktura, kreditgräns, kortfaktura, kontokredit
    beviljad
  `),
  minimumDue: phrases("lägsta belopp att betala, minsta belopp att betala"),
  account: phrases(`
    kontonummer, konto, kortnummer, konto nr, clearingnummer, kontonr, bankkonto,
    clearing och kontonummer, iban konto
  `),
  period: phrases("period, avser perioden, kontoutdrag för perioden, för perioden, tidsperiod, avser tiden"),
  ignored: phrases(`
    disponibelt belopp, beviljad kredit, kontokredit, tillgängligt belopp, kreditgräns,
    disponibelt, kvar att utnyttja, reserverat belopp, kommande betalningar, bonuspoäng, poäng,
    ränta under året
  `),
};
