import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const azerbaijani: Vocabulary = {
  currency: "AZN",
  months: months(`
    yanvar yan,
    fevral fev,
    mart,
    aprel apr,
    may,
    iyun,
    iyul,
    avqust avq,
    sentyabr sen,
    oktyabr okt,
    noyabr noy,
    dekabr dek
  `),
  headers: {
    date: phrases("tarix, əməliyyat tarixi, əməliyyatın tarixi"),
    description: phrases("təyinat, təsvir, əməliyyatın təsviri, ödənişin təyinatı, əməliyyat"),
    debit: phrases("debet, məxaric, çıxış"),
    credit: phrases("kredit, mədaxil, giriş"),
    amount: phrases("məbləğ, məbləğ azn"),
    balance: phrases("qalıq, balans, hesab qalığı"),
  },
  opening: phrases(`
    ilkin qalıq, əvvəlki qalıq, dövrün əvvəlinə qalıq, dövrün əvvəlinə balans, başlanğıc qalıq,
    dövrün əvvəlindəki qalıq
  `),
  closing: phrases(`
    son qalıq, dövrün sonuna qalıq, dövrün sonuna balans, dövrün sonundakı qalıq, yekun qalıq
  `),
  totalDebits: phrases("cəmi debet, cəmi məxaric, debet dövriyyəsi, ümumi məxaric"),
  totalCredits: phrases("cəmi kredit, cəmi mədaxil, kredit dövriyyəsi, ümumi mədaxil"),
  total: phrases("cəmi, yekun"),
  depositAccount: phrases("cari hesab, əmanət hesabı"),
  card: phrases("kredit kartı, kredit kartı çıxarışı, kredit limiti"),
  minimumDue: phrases("minimum ödəniş, minimal ödəniş"),
  account: phrases("hesab nömrəsi, hesab"),
  period: phrases("dövr, tarix aralığı"),
  countAll: phrases("əməliyyatların sayı"),
  ignored: phrases("mövcud qalıq, kredit limiti"),
};
