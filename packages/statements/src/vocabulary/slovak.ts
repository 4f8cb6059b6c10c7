import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const slovak: Vocabulary = {
  months: months(`
    január januára jan,
    február februára feb,
    marec marca mar,
    apríl apríla apr,
    máj mája,
    jún júna,
    júl júla,
    august augusta aug,
    september septembra sep,
    október októbra okt,
    november novembra nov,
    december decembra dec
  `),
  headers: {
    date: phrases(
      "dátum, dátum zaúčtovania, dátum transakcie, dátum účtovania, dátum operácie, zaúčtované, deň",
    ),
    value_date: phrases("valuta, dátum valuty, dátum splatnosti"),
    description: phrases(`
      popis, popis transakcie, popis operácie, popis platby, názov, transakcia, položka,
      účel platby, informácia pre príjemcu, správa, názov protiúčtu, obchodník, poznámka
    `),
    reference: phrases("referencia, variabilný symbol, vs, číslo dokladu, identifikácia"),
    type: phrases("typ, typ transakcie, druh"),
    debit: phrases("debet, na ťarchu, výdavky, odpísané, výber, výbery, má dať, odoslané, ťarcha, debetné"),
    credit: phrases("kredit, v prospech, príjmy, pripísané, vklad, vklady, dal, prijaté, prospech, kreditné"),
    amount: phrases("suma, suma eur, čiastka, suma v eur, suma transakcie, obrat"),
    balance: phrases(`
      zostatok, zostatok eur, účtovný zostatok, zostatok po transakcii, stav účtu,
      zostatok na účte
    `),
    other: phrases("mena, kurz, poplatok, suma v mene, suma v mene transakcie, pôvodná suma, pôvodná mena"),
  },
  sides: {
    debit: phrases("debet, na ťarchu"),
    credit: phrases("kredit, v prospech"),
  },
  overdrawn: phrases("debetný zostatok, záporný zostatok"),
  countAll: phrases("počet transakcií, počet položiek, počet operácií"),
  countDebits: phrases("počet debetných položiek, počet debetov"),
  countCredits: phrases("počet kreditných položiek, počet kreditov"),
  debitSection: phrases("výdavky, odchádzajúce platby, výbery, poplatky, debetné položky"),
  creditSection: phrases("príjmy, prichádzajúce platby, vklady, kreditné položky"),
  opening: phrases(`
    počiatočný zostatok, predchádzajúci zostatok, začiatočný zostatok, počiatočný stav,
    stav účtu na začiatku, zostatok na začiatku obdobia
  `),
  closing: phrases(`
    konečný zostatok, nový zostatok, konečný stav, záverečný zostatok, zostatok na konci obdobia,
    aktuálny zostatok
  `),
  carried: phrases("prenos, medzisúčet"),
  balanceOn: phrases("zostatok k, zostatok ku dňu, zostatok"),
  totalDebits: phrases(`
    debetné obraty, debetný obrat, spolu na ťarchu, výdavky spolu, spolu debet, debet spolu, celkom odpísané,
    obraty na ťarchu, suma debetných položiek, obraty debetné, odpísané položky
  `),
  totalCredits: phrases(`
    kreditné obraty, kreditný obrat, spolu v prospech, príjmy spolu, spolu kredit, kredit spolu,
    celkom pripísané, obraty v prospech, suma kreditných položiek, obraty kreditné, pripísané položky
  `),
  total: phrases("spolu, celkom, obraty spolu, súčet"),
  totalDue: phrases(`
    suma na úhradu, k úhrade, celková dlžná suma, celkový dlh, celkom na úhradu, dlžná suma
  `),
  depositAccount: phrases("bežný účet, sporiaci účet, osobný účet"),
  card: phrases("kreditná karta, kreditnej karty, úverový limit, úverový rámec"),
  minimumDue: phrases("minimálna splátka, povinná minimálna splátka"),
  account: phrases("číslo účtu, účet, účet číslo, číslo karty, iban"),
  period: phrases("obdobie, za obdobie, výpis za obdobie"),
  ignored: phrases(`
    disponibilný zostatok, použiteľný zostatok, povolené prečerpanie, blokácie, úverový limit,
    minimálny zostatok, úverový rámec
  `),
};
