import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const swahili: Vocabulary = {
  months: months(`
    januari,
    februari,
    machi,
    aprili,
    mei,
    juni,
    julai,
    agosti,
    septemba,
    oktoba,
    novemba,
    desemba
  `),
  headers: {
    date: phrases("tarehe, tarehe ya muamala"),
    description: phrases("maelezo, muamala, maelezo ya muamala"),
    reference: phrases("kumbukumbu, namba ya kumbukumbu"),
    debit: phrases("debiti, zilizotoka, fedha zilizotoka, kutoa"),
    credit: phrases("krediti, zilizoingia, fedha zilizoingia, kuweka"),
    amount: phrases("kiasi"),
    balance: phrases("salio"),
  },
  opening: phrases("salio la kuanzia, salio la mwanzo, salio la awali"),
  closing: phrases("salio la mwisho, salio la kufungia"),
  totalDebits: phrases("jumla ya debiti, jumla ya zilizotoka"),
  totalCredits: phrases("jumla ya krediti, jumla ya zilizoingia"),
  total: phrases("jumla"),
  account: phrases("namba ya akaunti, akaunti"),
  period: phrases("kuanzia, kipindi"),
};
