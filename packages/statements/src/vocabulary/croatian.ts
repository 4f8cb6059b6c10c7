import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const croatian: Vocabulary = {
  months: months(`
    siječanj siječnja sij,
    veljača veljače velj,
    ožujak ožujka ožu,
    travanj travnja tra,
    svibanj svibnja svi,
    lipanj lipnja lip,
    srpanj srpnja srp,
    kolovoz kolovoza kol,
    rujan rujna ruj,
    listopad listopada lis,
    studeni studenoga studenog stu,
    prosinac prosinca pro
  `),
  headers: {
    date: phrases("datum, datum knjiženja, datum transakcije, datum izvršenja"),
    value_date: phrases("datum valute, valuta"),
    description: phrases("opis, opis plaćanja, opis transakcije, opis prometa, svrha, svrha plaćanja, naziv"),
    reference: phrases("referenca, poziv na broj"),
    type: phrases("vrsta, vrsta prometa"),
    debit: phrases("isplata, isplate, terećenje, terećenja, duguje, zaduženje, dugovni promet"),
    credit: phrases("uplata, uplate, odobrenje, odobrenja, potražuje, prihod, potražni promet"),
    amount: phrases("iznos, iznos eur"),
    balance: phrases("stanje, saldo, novo stanje, stanje računa, stanje eur"),
    other: phrases("iznos u valuti, izvorni iznos, iznos u originalnoj valuti, tečaj"),
  },
  sides: { debit: phrases("duguje, d"), credit: phrases("potražuje, p") },
  overdrawn: phrases("dugovni saldo, dugovno stanje"),
  countAll: phrases("broj transakcija, broj stavaka"),
  countDebits: phrases("broj isplata, broj terećenja"),
  countCredits: phrases("broj uplata, broj odobrenja"),
  debitSection: phrases("isplate, terećenja, troškovi, naknade, isplate i terećenja, naknade i troškovi"),
  creditSection: phrases("uplate, odobrenja, primici, uplate i odobrenja"),
  opening: phrases(`
    početno stanje, prethodno stanje, početni saldo, prethodni saldo, staro stanje, prethodni
    dug, dug iz prethodnog razdoblja
  `),
  closing: phrases("završno stanje, novo stanje, konačno stanje, novi saldo, konačni saldo"),
  carried: phrases("dnevno stanje, donos, prijenos, prenos"),
  balanceOn: phrases("stanje na dan, saldo na dan, stanje"),
  totalDebits: phrases(
    "nova potrošnja, ukupno isplate, ukupno terećenje, ukupno duguje, ukupno isplata, ukupno terećenja",
  ),
  totalCredits: phrases("ukupno uplate, ukupno odobrenje, ukupno potražuje, ukupno uplata, ukupno odobrenja"),
  total: phrases("ukupno, ukupan promet, svega"),
  totalDue: phrases(`
    ukupno za plaćanje, iznos za plaćanje, ukupan dug, ukupno za platiti, ukupno dugovanje,
    dospjeli iznos, ukupna obveza, novi dug
  `),
  depositAccount: phrases("tekući račun, žiro račun, štedni račun"),
  card: phrases("kreditna kartica, kreditne kartice, kreditni limit, limit kartice"),
  minimumDue: phrases("minimalna uplata, minimalni iznos uplate, minimalni iznos za plaćanje"),
  account: phrases("broj računa, račun, broj kartice"),
  period: phrases("razdoblje, period, za razdoblje"),
  ignored: phrases(`
    kreditni limit, limit kartice, raspoloživo stanje, raspoloživi iznos, dopušteno
    prekoračenje, rezervirana sredstva
  `),
};
