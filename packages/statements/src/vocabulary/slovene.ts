import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const slovene: Vocabulary = {
  months: months(`
    januar januarja jan,
    februar februarja feb,
    marec marca mar,
    april aprila apr,
    maj maja,
    junij junija jun,
    julij julija jul,
    avgust avgusta avg,
    september septembra sep,
    oktober oktobra okt,
    november novembra nov,
    december decembra dec
  `),
  headers: {
    date: phrases("datum, datum knjiženja, datum transakcije, datum prometa, datum knj"),
    value_date: phrases("datum valute, valuta"),
    description: phrases(`
      namen, namen plačila, opis, opis prometa, naziv, prejemnik plačnik, udeleženec,
      opis transakcije, prodajno mesto
    `),
    reference: phrases("sklic, referenca, številka"),
    type: phrases("vrsta, vrsta prometa"),
    debit: phrases("v breme, breme, odlivi, odliv, izplačila, bremenitev, bremenitve, dvig, debet"),
    credit: phrases("v dobro, dobro, prilivi, priliv, vplačila, odobritev, odobritve, polog, kredit"),
    amount: phrases("znesek, znesek eur, znesek v eur"),
    balance: phrases("stanje, saldo, stanje na računu, stanje eur, knjižno stanje"),
    other: phrases("tečaj, provizija, znesek v valuti, originalni znesek"),
  },
  sides: {
    debit: phrases("breme"),
    credit: phrases("dobro"),
  },
  debitSection: phrases("odlivi, bremenitve, izplačila, stroški, dvigi, nadomestila"),
  creditSection: phrases("prilivi, odobritve, vplačila, pologi"),
  opening: phrases(`
    prejšnje stanje, začetno stanje, predhodno stanje, staro stanje, začetni saldo,
    stanje na začetku obdobja
  `),
  closing: phrases("novo stanje, končno stanje, končni saldo, stanje na koncu obdobja, zaključno stanje"),
  carried: phrases("prenos, vmesna vsota"),
  balanceOn: phrases("stanje na dan, stanje"),
  totalDebits: phrases("skupaj breme, skupaj v breme, skupaj odlivi, promet v breme, skupni odlivi"),
  totalCredits: phrases("skupaj dobro, skupaj v dobro, skupaj prilivi, promet v dobro, skupni prilivi"),
  total: phrases("skupaj, skupni promet, vsota"),
  totalDue: phrases("za plačilo, skupaj za plačilo, skupni dolg, skupaj za poravnavo, znesek za plačilo"),
  depositAccount: phrases("osebni račun, transakcijski račun, varčevalni račun"),
  card: phrases("kreditna kartica, kreditne kartice, najmanjši znesek plačila, limit kartice"),
  minimumDue: phrases("minimalno plačilo"),
  account: phrases("številka računa, račun, št računa, osebni račun, številka kartice"),
  period: phrases("obdobje, za obdobje, izpisek za obdobje"),
  ignored: phrases(`
    razpoložljivo stanje, odobreni limit, limit, rezervacije, izredni limit, najmanjši znesek
    plačila, limit kartice
  `),
};
