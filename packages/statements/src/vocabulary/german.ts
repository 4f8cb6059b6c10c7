import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const german: Vocabulary = {
  months: months(`
    januar jan jänner,
    februar feb feber,
    märz mär mrz maerz,
    april apr,
    mai,
    juni jun,
    juli jul,
    august aug,
    september sep sept,
    oktober okt,
    november nov,
    dezember dez
  `),
  headers: {
    date: phrases(`
      datum, buchung, buchungstag, buchungsdatum, bu tag, tag, belegdatum, kaufdatum,
      transaktionsdatum, buchungs tag, buch tag, buch datum, buchung datum, bu datum, umsatzdatum,
      umsatztag, datum der buchung, datum beleg, buchungsdat, belegtag,
      einkaufsdatum, kauf datum, umsatz datum
    `),
    value_date: phrases(`
      wert, wertstellung, valuta, valutadatum, wertdatum, val, wertstellungstag,
      wertstellungsdatum, valuta datum, val datum, wert datum, datum valuta, datum wert
    `),
    description: phrases(`
      verwendungszweck, buchungstext, text, vorgang, beschreibung, erläuterung,
      buchungsinformation, umsatzinformation, empfänger, auftraggeber empfänger, auftraggeber,
      buchungsdetails, umsatztext, details, transaktion, avisierungstext, bezeichnung,
      vorgang erläuterung, verwendungszweck buchungstext, angaben zu den umsätzen,
      wir haben für sie gebucht, angabe des unternehmens, buchung verwendungszweck,
      buchungsart verwendungszweck, auftraggeber empfänger verwendungszweck, buchungsbeschreibung,
      mitteilung, information, informationen, umsatzart text, leistungsbeschreibung, händler,
      unternehmen, vorgang buchungsinformation, name, zahlungsempfänger, begünstigter auftraggeber,
      buchungshinweis, transaktionsbeschreibung, geschäftsvorgang, verwendung, umsatzdetails
    `),
    reference: phrases(`
      referenz, beleg, belegnummer, pn nr, kundenreferenz, mandatsreferenz, beleg nr,
      buchungsnummer, primanota, auftragsnummer, transaktionsnr, prima nota,
      kundenreferenz ende zu ende
    `),
    type: phrases(`
      art, umsatzart, buchungsart, s h, soll haben, typ, kennzeichen, sh, soll/haben kennzeichen,
      vorzeichen, transaktionsart
    `),
    debit: phrases(`
      soll, belastung, belastungen, lastschrift, ausgang, ausgänge, auszahlung, auszahlungen,
      ausgaben, zu ihren lasten, lastschriften, soll eur, belastung in eur, zu lasten, lasten,
      abgang, abgänge, ausgaben eur, belastung chf, belastungen chf, lastschrift chf, betrag soll,
      umsatz soll, auszahlung eur, zahlungsausgang, zahlungsausgänge, abbuchung, bezüge
    `),
    credit: phrases(`
      haben, gutschrift, gutschriften, eingang, eingänge, einzahlung, einzahlungen, einnahmen,
      zu ihren gunsten, haben eur, gutschrift in eur, zu gunsten, gunsten, zugang, zugänge,
      einnahmen eur, gutschrift chf, gutschriften chf, betrag haben, umsatz haben, einzahlung eur,
      zahlungseingang, zahlungseingänge
    `),
    amount: phrases(`
      betrag, umsatz, betrag eur, betrag in eur, betrag in euro, umsatz eur, betrag chf, umsätze,
      betrag in chf, buchungsbetrag, umsatz in eur, umsatz in euro, gesamtbetrag, umsatzbetrag,
      transaktionsbetrag,
      ein auszahlung, ein auszahlungen, ein und auszahlung, ein und auszahlungen, belastung gutschrift in chf
    `),
    balance: phrases(`
      saldo, kontostand, neuer saldo, saldo eur, saldo chf, guthaben, buchungssaldo, kontosaldo,
      saldo in eur, saldo in chf, kontostand eur, aktueller saldo, restsaldo, guthabenstand
    `),
    other: phrases(`
      währung, kurs, fremdwährung, gebühr, nr, fremdwährungsbetrag, spesen, filiale, ort, land,
      branche, kategorie, status, uhrzeit, gläubiger id, mandat, kurs betrag, originalbetrag,
      bonuspunkte,
      betrag in währung, betrag in fremdwährung, betrag fremdwährung, betrag in originalwährung, betrag orig, betrag originalwährung, umrechnungskurs, wechselkurs, betrag in transaktionswährung
    `),
  },
  sides: {
    debit: phrases("s, soll, belastung, lastschrift"),
    credit: phrases("h, haben, gutschrift"),
  },
  overdrawn: phrases(`
    zu ihren lasten, sollsaldo, saldo zu ihren lasten, debetsaldo, zu unseren gunsten,
    saldo zu unseren gunsten
  `),
  countAll: phrases(
    "anzahl der umsätze, anzahl buchungen, anzahl umsätze, anzahl der buchungen, anzahl transaktionen, anzahl posten",
  ),
  countDebits: phrases("anzahl belastungen, anzahl lastschriften, anzahl soll, anzahl ausgänge"),
  countCredits: phrases("anzahl gutschriften, anzahl haben, anzahl eingänge"),
  opening: phrases(`
    alter kontostand, anfangssaldo, alter saldo, saldovortrag, startsaldo, eröffnungssaldo,
    kontostand alt, anfangsbestand, saldo vortrag, vortrag, letzter kontostand, saldo alt,
    anfangsguthaben, saldo letzter auszug, übertrag vom letzten auszug, alter kontostand vom,
    saldo letzte abrechnung, kontostand am ende des letzten auszugs, dein alter kontostand,
    ihr alter kontostand, stand letzter auszug, kontostand letzter auszug, übertrag alter saldo,
    vormonatssaldo, saldo der letzten abrechnung, saldo vormonat, anfänglicher saldo,
    kontostand zu beginn, anfangskontostand, eröffnungsbilanz, letzter saldo,
    übertrag letzte abrechnung, alter guthabenstand, saldo der letzten rechnung,
    letzter rechnungsbetrag, alter rechnungsbetrag, saldo letzte rechnung, vorheriger saldo,
    letzter abrechnungssaldo, saldovortrag letzte rechnung,
      saldovortrag der letzten rechnung
  `),
  closing: phrases(`
    neuer kontostand, endsaldo, neuer saldo, schlusssaldo, kontostand neu, endbestand,
    abschlusssaldo, saldo neu, endguthaben, aktueller kontostand, dein neuer kontostand,
    ihr neuer kontostand, saldo zu ihren gunsten, saldo zu ihren lasten, saldo zu unseren gunsten,
    schlussaldo, abschlussbetrag, kontostand am ende, endkontostand, kontostand zum ende,
    neuer guthabenstand, saldo abschluss
  `),
  nextPage: phrases(`
    übertrag auf blatt, übertrag auf seite, übertrag auf nächste seite, fortsetzung auf blatt,
    fortsetzung auf seite, fortsetzung auf nächster seite, fortsetzung auf der nächsten seite,
    fortsetzung nächste seite
  `),
  carried: phrases(`
    tagessaldo, tagesendsaldo, saldo des tages,
    übertrag, zwischensaldo, übertrag auf blatt, übertrag von blatt, zwischensumme, übertrag seite,
    saldoübertrag, übertrag auf seite, übertrag von seite, übertrag auf nächste seite,
    übertrag von letzter seite, seitensumme, zwischenstand, saldo übertrag, fortsetzung
  `),
  balanceOn: phrases(`
    kontostand am, saldo am, saldo per, kontostand per, kontostand zum, saldo zum, kontostand vom,
    saldo vom, saldo, kontostand, kontostand in eur am, saldo in eur am, ihr kontostand am,
    guthaben am, guthaben per, guthaben zum, guthaben vom, stand am, stand per
  `),
  totalDebits: phrases(`
    summe soll, summe belastungen, total belastungen, summe ausgänge, belastungen gesamt,
    summe lastschriften, total soll, summe auszahlungen, summe der belastungen, gesamtsumme soll,
    umsatz soll, summe abgänge, summe der ausgänge, ausgänge gesamt, ausgaben gesamt, gesamt ausgaben,
    gesamtausgaben, summe sollumsätze, sollumsätze, summe zu ihren lasten,
    ausgehende transaktionen, umsätze soll, summe zahlungsausgänge, gesamt soll,
    total lastschriften, gesamtbelastungen, summe belastung, total belastung, neue umsätze,
    summe neue umsätze, neue belastungen, summe der umsätze, summe käufe
  `),
  totalCredits: phrases(`
    summe haben, summe gutschriften, total gutschriften, summe eingänge, gutschriften gesamt,
    total haben, summe einzahlungen, summe der gutschriften, gesamtsumme haben, umsatz haben,
    summe zugänge, summe der eingänge, eingänge gesamt, einnahmen gesamt, gesamteinnahmen, gesamt einnahmen,
    summe habenumsätze, habenumsätze, summe zu ihren gunsten, eingehende transaktionen,
    umsätze haben, summe zahlungseingänge, gesamt haben, gesamtgutschriften, summe gutschrift,
    total gutschrift, ihre zahlungen, summe zahlungen, zahlungen und gutschriften, ihre zahlung, gutschriften zahlungen, gutschriften und zahlungen, zahlungen gutschriften
  `),
  total: phrases(`
    summe, gesamt, total, gesamtsumme, umsatztotal, umsatzsumme, gesamtbetrag, umsätze gesamt,
    total umsätze, summen, zwischentotal, gesamtumsatz, summe soll haben, summe soll und haben, summe belastungen gutschriften
  `),
  debitSection: phrases(`
    belastungen, ausgaben, auszahlungen, ausgänge, zahlungsausgänge, geldausgänge, lastschriften,
    kartenzahlungen, kartenumsätze, barabhebungen, entgelte, gebühren,
    belastungen und auszahlungen, auszahlungen und belastungen, ausgehende zahlungen,
    ausgehende überweisungen, käufe, zahlungen und belastungen
  `),
  creditSection: phrases(`
    gutschriften, einnahmen, einzahlungen, eingänge, zahlungseingänge, geldeingänge,
    eingehende zahlungen, eingehende überweisungen, gutschriften und einzahlungen,
    einzahlungen und gutschriften, zahlungen und gutschriften, erhaltene zahlungen
  `),
  totalDue: phrases(`
    rechnungsbetrag, zu zahlender betrag, gesamtbetrag fällig, total zu unseren gunsten,
    abrechnungsbetrag, ihr rechnungsbetrag, neuer rechnungsbetrag, zu überweisender betrag,
    einzugsbetrag, gesamtforderung, fälliger betrag, offener betrag, neuer saldo rechnung,
    rechnungstotal, rechnungssaldo, zu bezahlen
  `),
  depositAccount: phrases(`
    girokonto, sparkonto, sparbuch, tagesgeldkonto, kontokorrent, kontokorrentkonto, privatkonto, gehaltskonto, geschäftskonto, sparkassenbuch
  `),
  card: phrases(`
    kreditkarte, kreditkartenabrechnung, kartenabrechnung, kreditlimit, verfügungsrahmen,
    mastercard abrechnung, visa abrechnung, ihre kreditkartenabrechnung, kreditkartenkonto,
    kartenlimite, teilzahlung, kreditlimite, globallimite, kartenkonto, kartenkontonummer
  `),
  minimumDue: phrases(`
    mindestzahlung, mindestbetrag, mindestrate, mindestrückzahlung, mindestzahlungsbetrag,
    minimal zu zahlen,
      minimalbetrag, minimalzahlung, mindestens zu zahlen
  `),
  account: phrases(`
    kontonummer, konto nr, konto, kartennummer, kontonr, konto nummer, konto nummer iban, iban nr,
    kundenkonto, kontokorrent nr, girokonto nummer, girokonto, vertragsnummer, depotkonto,
    kartenkonto, kreditkartennummer
  `),
  period: phrases(`
    zeitraum, abrechnungszeitraum, vom, berichtszeitraum, auszugszeitraum, von, kontoauszug vom,
    abrechnung vom, auszug vom, monat, abrechnungsperiode, periode, umsätze vom, buchungen vom
  `),
  ignored: phrases(`
    verfügbarer betrag, durchschnittssaldo, kreditlimit, verfügungsrahmen, dispositionskredit,
    dispokredit, kreditrahmen, eingeräumte kontoüberziehung, kontoüberziehung,
    überziehungslimit, verfügbar, verfügbares guthaben, verfügbarer saldo, freistellungsauftrag,
    sollzinssatz, habenzinssatz, durchschnittlicher saldo, bonuspunkte, punktestand,
    prämienpunkte, gesamtrahmen, ihr rahmen, limite, kartenlimite, vorgemerkte umsätze,
    vorgemerkt, geplante zahlungen, kreditlinie, überziehungsrahmen, restschuld, noch verfügbar,
    summe zinsen, zinsabschluss, steuern seit jahresbeginn
  `),
};
