import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const czech: Vocabulary = {
  currency: "CZK",
  months: months(`
    leden ledna led,
    únor února úno,
    březen března bře,
    duben dubna dub,
    květen května kvě,
    červen června čer,
    červenec července čvc,
    srpen srpna srp,
    září zář,
    říjen října říj,
    listopad listopadu lis,
    prosinec prosince pro
  `),
  headers: {
    date: phrases(`
      datum zaúčtování, datum transakce, datum provedení, zaúčtováno, den, datum zúčtování,
      datum splatnosti, datum zpracování, dat zaúčt, den zaúčtování, datum operace, zúčtováno,
      datum pohybu, datum zaúčt
    `),
    value_date: phrases("valuta, datum odepsání, dat valuty, valuta datum, datum odepsání valuty"),
    description: phrases(`
      popis, popis transakce, typ transakce, zpráva, název, operace, text, detail, popis operace,
      název protiúčtu, označení platby, položka, název účtu, zpráva pro příjemce, informace,
      popis platby, účel platby, transakce, pohyb, obchodník, název operace, poznámka,
      částka popis
    `),
    reference: phrases(`
      variabilní symbol, vs, reference, číslo dokladu, identifikace, číslo transakce, id transakce,
      symboly, ks, ss
    `),
    type: phrases("typ, typ operace"),
    debit: phrases(`
      výdaje, odchozí, na vrub, debet, výběry, odepsáno, má dáti, odepsáno z účtu, odchozí platby,
      vrub, platby, debetní, odepsané, výběr
    `),
    credit: phrases(`
      příchozí, ve prospěch, kredit, vklady, připsáno, dal, připsáno na účet, příchozí platby,
      prospěch, kreditní, připsané, vklad
    `),
    amount: phrases(`
      částka, částka czk, částka v czk, suma, obrat, částka kč, částka transakce,
      částka v měně účtu, zaúčtovaná částka, objem
    `),
    balance: phrases(`
      zůstatek, zůstatek czk, zůstatek po transakci, zůstatek kč, účetní zůstatek, stav účtu,
      zůstatek na účtu, konečný zůstatek
    `),
    other: phrases(
      "kurz, poplatek, poplatky, směnný kurz, částka v měně, částka v měně transakce, původní částka, původní měna, měna",
    ),
  },
  overdrawn: phrases("debetní zůstatek, záporný zůstatek"),
  countAll: phrases("počet transakcí, počet položek, počet operací, počet pohybů"),
  countDebits: phrases("počet debetních položek, počet výdajů, počet odepsaných"),
  countCredits: phrases("počet kreditních položek, počet příjmů, počet připsaných"),
  debitSection: phrases(`
    výdaje, odchozí platby, výběry, poplatky, debetní položky, výběry a platby, odepsané položky,
    odepsané platby, odchozí úhrady, platby kartou, debetní transakce, debetní operace
  `),
  creditSection: phrases(`
    příjmy, příchozí platby, vklady, kreditní položky, vklady a příchozí platby, připsané položky,
    připsané platby, příchozí úhrady, kreditní transakce, kreditní operace
  `),
  opening: phrases(`
    počáteční zůstatek, předchozí zůstatek, původní zůstatek, zůstatek z minulého výpisu,
    počáteční stav, počáteční zůstatek k, stav účtu předchozí, zůstatek předchozího výpisu,
    zůstatek na začátku období, starý zůstatek, počáteční stav účtu, dluh z předchozího výpisu,
    předchozí dlužná částka
  `),
  closing: phrases(`
    konečný zůstatek, nový zůstatek, závěrečný zůstatek, konečný stav, konečný zůstatek k,
    konečný stav účtu, zůstatek na konci období, aktuální zůstatek
  `),
  carried: phrases(
    "denní zůstatek, zůstatek dne, k převodu, přenos, mezisoučet, převod z předchozí strany, zůstatek k převodu",
  ),
  balanceOn: phrases("zůstatek k, zůstatek ke dni, zůstatek"),
  totalDebits: phrases(`
    celkem výdaje, výdaje celkem, celkem na vrub, celkem debet, debet celkem, obraty na vrub, debetní obrat,
    celkem odepsáno z účtu, celkem odepsáno, celkem debetní položky, suma debetních položek,
    součet výdajů, odchozí platby celkem, debetní položky celkem, výběry celkem, obrat debet,
    nové transakce, nákupy celkem, celkové výdaje, celkové odchozí platby, celkové výběry, debetní obraty, odepsané položky, obraty debetní
  `),
  totalCredits: phrases(`
    celkem příjmy, příjmy celkem, celkem ve prospěch, celkem kredit, kredit celkem, obraty ve prospěch,
    kreditní obrat, celkem připsáno na účet, celkem připsáno, celkem kreditní položky,
    suma kreditních položek, součet příjmů, příchozí platby celkem, kreditní položky celkem,
    vklady celkem, obrat kredit, splátky celkem, přijaté splátky, celkové příjmy,
    celkové příchozí platby, celkové vklady, kreditní obraty, připsané položky, obraty kreditní
  `),
  total: phrases("celkem, součet, součty, obraty celkem"),
  totalDue: phrases(`
    celkem k úhradě, k úhradě, celková dlužná částka, dlužná částka, celkový dluh, dluh celkem,
    celková částka k úhradě
  `),
  depositAccount: phrases("běžný účet, spořicí účet, osobní účet, spořící účet"),
  card: phrases("kreditní karta, kreditní karty, úvěrový limit, úvěrový rámec"),
  minimumDue: phrases("minimální splátka, povinná minimální splátka, minimální splátka úvěru"),
  account: phrases(`
    číslo účtu, účet, číslo karty, číslo účtu iban, účet číslo, účet č, číslo účtu kód banky,
    č účtu, běžný účet
  `),
  period: phrases("období, za období, od, výpis za období, výpis od, datum od"),
  ignored: phrases(`
    disponibilní zůstatek, použitelný zůstatek, dostupný zůstatek, povolený debet, kontokorent,
    úvěrový rámec, blokováno, blokace, průměrný zůstatek, minimální zůstatek, úvěrový limit
  `),
};
