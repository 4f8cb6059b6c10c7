import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const romanian: Vocabulary = {
  currency: "RON",
  months: months(`
    ianuarie ian,
    februarie feb,
    martie mar,
    aprilie apr,
    mai,
    iunie iun,
    iulie iul,
    august aug,
    septembrie sep sept,
    octombrie oct,
    noiembrie noi nov,
    decembrie dec
  `),
  headers: {
    date: phrases(`
      data, data tranzacției, data înregistrării, data operațiunii, data procesării,
      data contabilă, data tranz, data înreg, data decontării, data contabilizării, data postării
    `),
    value_date: phrases("data valutei, valuta, data valută"),
    description: phrases(`
      descriere, detalii, explicații, detalii tranzacție, tranzacție, descrierea tranzacției,
      descriere operațiune, descrierea operațiunii, detalii operațiune, operațiune, detalii plată,
      explicaţie, descriere tranzacţie, beneficiar, comerciant, tranzacții
    `),
    reference: phrases("referință, nr doc"),
    type: phrases("tip, tip tranzacție"),
    debit: phrases(`
      debit, rulaj debit, ieșiri, sume debitate, plăți, cheltuieli, sume debit, valoare debit,
      total debit, retrageri, debitare, sume platite
    `),
    credit: phrases(`
      credit, rulaj credit, intrări, sume creditate, încasări, venituri, sume credit,
      valoare credit, total credit, depuneri, creditare, sume incasate
    `),
    amount: phrases("sumă, suma ron, valoare, suma lei, valoare ron, suma tranzacției"),
    balance: phrases(`
      sold, sold contabil, sold disponibil, sold ron, sold final, sold lei, soldul,
      sold după tranzacție, sold intermediar, sold cont
    `),
    other: phrases(
      "suma în valuta tr, suma in valuta, suma în valută, suma originală, suma în valuta tranzacției, curs, curs valutar, puncte",
    ),
  },
  overdrawn: phrases("sold debitor"),
  countAll: phrases("număr tranzacții, numar tranzactii, numărul tranzacțiilor"),
  countDebits: phrases("număr debitări, număr tranzacții debitoare"),
  countCredits: phrases("număr creditări, număr tranzacții creditoare"),
  debitSection: phrases(`
    plăți, plati, debitări, debitari, retrageri, ieșiri, iesiri, comisioane, cheltuieli,
    retrageri și plăți, plăți și retrageri, comisioane și taxe
  `),
  creditSection: phrases(`
    încasări, incasari, creditări, creditari, depuneri, intrări, intrari, depuneri și încasări,
    încasări și depuneri
  `),
  opening: phrases(`
    sold inițial, sold anterior, sold precedent, sold la început, sold de deschidere,
    sold inițial cont, sold la data de început, soldul anterior, sold contabil initial,
    sold perioadă anterioară
  `),
  closing: phrases(`
    sold final, sold curent, sold nou, sold la sfârșit, sold final cont, sold de închidere,
    sold contabil final, soldul final, sold curent cont, sold final zi, sold zi,
    sold la sfârșitul zilei
  `),
  carried: phrases("sold zilnic, de reportat, report, sold reportat"),
  balanceOn: phrases("sold la, sold la data, sold"),
  totalDebits: phrases(`
    total debit, rulaj debitor, total rulaj debit, total debitări, total ieșiri, total plăți,
    total sume debitate, rulaj total debit, rulaj debitor total, suma debit
  `),
  totalCredits: phrases(`
    total credit, rulaj creditor, total rulaj credit, total creditări, total intrări,
    total încasări, total sume creditate, rulaj total credit, rulaj creditor total, suma credit
  `),
  total: phrases("total, rulaj total, rulaj zi, rulaj total cont, rulaj, total rulaj, rulaj perioadă"),
  totalDue: phrases(`
    total de plată, suma de plată, sold datorat, total datorat, suma datorată, sold total
    datorat, total sumă datorată
  `),
  depositAccount: phrases("cont curent, cont de economii"),
  card: phrases("card de credit, limită de credit, limita de credit"),
  minimumDue: phrases(`
    plata minimă, suma minimă de plată, suma minimă datorată, suma minimă obligatorie, plata
    minima
  `),
  account: phrases(
    "număr cont, cont, cod iban, nr cont, contul, cont nr, cont iban, numărul contului, cod client",
  ),
  period: phrases("perioada, de la, pentru perioada, extras de cont pentru perioada, din data"),
  ignored: phrases(`
    sold disponibil, sold mediu, limită de credit, fonduri proprii, credit neutilizat, sume
    blocate, descoperit de cont, dobândă acumulată, puncte, limita de credit
  `),
};
