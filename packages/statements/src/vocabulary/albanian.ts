import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const albanian: Vocabulary = {
  currency: "ALL",
  months: months(`
    janar jan,
    shkurt shk,
    mars mar,
    prill pri,
    maj,
    qershor qer,
    korrik kor,
    gusht gus,
    shtator sht,
    tetor tet,
    nëntor nën,
    dhjetor dhj
  `),
  headers: {
    date: phrases("data, data e transaksionit, data e veprimit"),
    value_date: phrases("data e valutës, valuta"),
    description: phrases("përshkrimi, përshkrim, detajet, përshkrimi i transaksionit, veprimi"),
    reference: phrases("referenca"),
    debit: phrases("debi, debit, debitim, tërheqje, dalje"),
    credit: phrases("kredi, kredit, kreditim, depozitim, hyrje"),
    amount: phrases("shuma, vlera"),
    balance: phrases("balanca, gjendja, teprica, balanca e llogarisë"),
  },
  sides: { debit: phrases("dalje"), credit: phrases("hyrje") },
  debitSection: phrases("tërheqjet, debitime, shpenzimet, komisionet"),
  creditSection: phrases("depozitat, kreditime, të ardhurat"),
  opening: phrases(`
    balanca fillestare, gjendja fillestare, teprica fillestare, balanca e hapjes,
    balanca e mëparshme, gjendja e mëparshme
  `),
  closing: phrases("balanca përfundimtare, gjendja përfundimtare, balanca e mbylljes, teprica përfundimtare"),
  balanceOn: phrases("balanca më, gjendja më"),
  totalDebits: phrases(`
    totali debi, totali debit, total debi, qarkullimi debi, totali i debitimeve, totali i daljeve
  `),
  totalCredits: phrases(`
    totali kredi, totali kredit, total kredi, qarkullimi kredi, totali i kreditimeve,
    totali i hyrjeve
  `),
  total: phrases("totali, shuma totale"),
  depositAccount: phrases("llogari rrjedhëse, llogari kursimi"),
  card: phrases("kartë krediti, limiti i kredisë"),
  minimumDue: phrases("pagesa minimale"),
  account: phrases("numri i llogarisë, llogaria, nr llogarisë"),
  period: phrases("periudha, për periudhën"),
  totalDue: phrases("shuma totale për pagesë, shuma për t u paguar"),
  ignored: phrases("limiti i kredisë, balanca e disponueshme, gjendja e disponueshme"),
  countAll: phrases("numri i transaksioneve"),
};
