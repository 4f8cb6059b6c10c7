import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const lithuanian: Vocabulary = {
  currency: "EUR",
  months: months(`
    sausis sausio saus,
    vasaris vasario vas,
    kovas kovo,
    balandis balandžio bal,
    gegužė gegužės geg,
    birželis birželio birž,
    liepa liepos liep,
    rugpjūtis rugpjūčio rugpj,
    rugsėjis rugsėjo rugs,
    spalis spalio spal,
    lapkritis lapkričio lapkr,
    gruodis gruodžio gruod
  `),
  headers: {
    date: phrases("data, operacijos data, įrašo data, įtraukimo data, mokėjimo data, atlikimo data"),
    value_date: phrases("valiutavimo data"),
    description: phrases(`
      paskirtis, mokėjimo paskirtis, aprašymas, gavėjas mokėtojas, operacija, mokėtojas gavėjas,
      gavėjas, operacijos aprašymas, detalės
    `),
    reference: phrases("dokumento nr, operacijos nr, nuoroda"),
    type: phrases("tipas, d k, operacijos tipas"),
    debit: phrases("debetas, išlaidos, išmokėjimai, debetas eur, nurašyta"),
    credit: phrases("kreditas, pajamos, įplaukos, kreditas eur, įskaityta"),
    amount: phrases("suma, suma eur, suma sąskaitos valiuta"),
    balance: phrases("likutis, likutis eur, sąskaitos likutis, likutis po operacijos"),
    other: phrases("valiuta, kursas, nr, suma valiuta, suma operacijos valiuta"),
  },
  sides: {
    debit: phrases("debetas, d"),
    credit: phrases("kreditas, k"),
  },
  debitSection: phrases("išlaidos, išmokėjimai, mokesčiai, pirkimai"),
  creditSection: phrases("pajamos, įplaukos, įmokos"),
  opening: phrases(`
    pradinis likutis, likutis pradžioje, likutis laikotarpio pradžioje, ankstesnis likutis,
    likutis periodo pradžioje, likutis pradžiai, likutis laikotarpio pradžiai
  `),
  closing: phrases(`
    galutinis likutis, likutis pabaigoje, likutis laikotarpio pabaigoje, likutis periodo pabaigoje,
    likutis pabaigai, likutis laikotarpio pabaigai
  `),
  balanceOn: phrases("likutis"),
  totalDebits: phrases(`
    viso debetas, debeto apyvarta, iš viso debetas, išlaidos iš viso, iš viso išlaidų,
    debetas iš viso
  `),
  totalCredits: phrases(`
    viso kreditas, kredito apyvarta, iš viso kreditas, pajamos iš viso, iš viso pajamų,
    kreditas iš viso
  `),
  total: phrases("iš viso, viso, apyvarta"),
  totalDue: phrases("mokėtina suma, iš viso mokėti, bendra skola, bendra mokėtina suma"),
  depositAccount: phrases("einamoji sąskaita, taupomoji sąskaita"),
  card: phrases("kredito kortelė, kredito limitas, mažiausia įmoka"),
  minimumDue: phrases("minimali įmoka"),
  account: phrases("sąskaita, sąskaitos numeris, sąskaitos nr, kortelės numeris"),
  period: phrases("laikotarpis, už laikotarpį, ataskaitinis laikotarpis"),
  ignored: phrases(`
    disponuojamas likutis, rezervuota suma, rezervuota, kredito limitas, laisvas likutis,
    mažiausia įmoka
  `),
};
