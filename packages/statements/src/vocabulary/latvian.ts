import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const latvian: Vocabulary = {
  currency: "EUR",
  months: months(`
    janvāris janvārī janvāra janv,
    februāris februārī februāra febr,
    marts martā,
    aprīlis aprīlī aprīļa,
    maijs maijā,
    jūnijs jūnijā,
    jūlijs jūlijā,
    augusts augustā,
    septembris septembrī septembra,
    oktobris oktobrī oktobra,
    novembris novembrī novembra,
    decembris decembrī decembra
  `),
  headers: {
    date: phrases("datums, darījuma datums, grāmatojuma datums, iegrāmatošanas datums"),
    value_date: phrases("valutēšanas datums"),
    description: phrases(`
      maksājuma mērķis, apraksts, saņēmējs maksātājs, mērķis, detaļas, informācija saņēmējam,
      darījuma apraksts, partneris
    `),
    reference: phrases("dokumenta numurs, arhīva kods, references numurs"),
    type: phrases("veids, darījuma tips, d k"),
    debit: phrases("debets, izmaksas, izdevumi, debets eur, izejošie"),
    credit: phrases("kredīts, iemaksas, ieņēmumi, kredīts eur, ienākošie"),
    amount: phrases("summa, summa eur"),
    balance: phrases("atlikums, atlikums eur, konta atlikums, bilance"),
    other: phrases("valūta, kurss, summa valūtā"),
  },
  sides: {
    debit: phrases("debets, d"),
    credit: phrases("kredīts, k"),
  },
  debitSection: phrases("izdevumi, izejošie maksājumi, izmaksas, komisijas"),
  creditSection: phrases("ieņēmumi, ienākošie maksājumi, iemaksas"),
  opening: phrases("sākuma atlikums, atlikums perioda sākumā, sākuma bilance, iepriekšējais atlikums"),
  closing: phrases("beigu atlikums, atlikums perioda beigās, beigu bilance"),
  balanceOn: phrases("atlikums uz"),
  totalDebits: phrases("debeta apgrozījums, kopā debets, debets kopā, izdevumi kopā"),
  totalCredits: phrases("kredīta apgrozījums, kopā kredīts, kredīts kopā, ieņēmumi kopā"),
  total: phrases("kopā, apgrozījums"),
  totalDue: phrases("kopā apmaksai, apmaksai, kopējais parāds, summa apmaksai"),
  depositAccount: phrases("norēķinu konts, krājkonts"),
  card: phrases("kredītkarte, kredītlimits"),
  minimumDue: phrases("minimālais maksājums"),
  account: phrases("konts, konta numurs, konta nr, kartes numurs"),
  period: phrases("periods, par periodu, laika posms"),
  ignored: phrases("pieejamais atlikums, rezervētā summa, kredītlimits, overdrafts"),
};
