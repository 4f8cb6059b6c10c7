import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const uzbek: Vocabulary = {
  currency: "UZS",
  months: months(`
    yanvar,
    fevral,
    mart,
    aprel,
    may,
    iyun,
    iyul,
    avgust,
    sentabr,
    oktabr,
    noyabr,
    dekabr
  `),
  headers: {
    date: phrases("sana, amaliyot sanasi, operatsiya sanasi, toʻlov sanasi"),
    description: phrases(`
      toʻlov maqsadi, to'lov maqsadi, tavsif, izoh, amaliyot, operatsiya, amaliyot mazmuni, tafsilotlar
    `),
    reference: phrases("hujjat raqami, hujjat"),
    debit: phrases("chiqim, debet, sarf, debet aylanmasi"),
    credit: phrases("kirim, kredit, tushum, kredit aylanmasi"),
    amount: phrases("summa, miqdor, summasi"),
    balance: phrases("qoldiq, balans, qoldigʻi"),
    other: phrases("valyuta, komissiya"),
  },
  sides: {
    debit: phrases("chiqim"),
    credit: phrases("kirim"),
  },
  debitSection: phrases("chiqimlar, xarajatlar"),
  creditSection: phrases("kirimlar, tushumlar"),
  opening: phrases("davr boshiga qoldiq, boshlangʻich qoldiq, kirish qoldigʻi, kun boshiga qoldiq"),
  closing: phrases("davr oxiriga qoldiq, yakuniy qoldiq, chiqish qoldigʻi, kun oxiriga qoldiq"),
  totalDebits: phrases("jami chiqim, jami debet"),
  totalCredits: phrases("jami kirim, jami kredit"),
  total: phrases("jami, jami aylanma, aylanma"),
  account: phrases("hisob raqami, hisobvaraq, karta raqami"),
  period: phrases("davr, davr uchun"),
};
