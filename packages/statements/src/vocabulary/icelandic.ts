import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const icelandic: Vocabulary = {
  currency: "ISK",
  months: months(`
    janúar jan,
    febrúar feb,
    mars mar,
    apríl apr,
    maí,
    júní jún,
    júlí júl,
    ágúst ágú,
    september sep sept,
    október okt,
    nóvember nóv,
    desember des
  `),
  headers: {
    date: phrases("dags, dagsetning, bókunardagur, færsludagur, dagur, bókunardags"),
    value_date: phrases("vaxtadags, vaxtadagur, vaxtadagsetning"),
    description: phrases(`
      skýring, texti, lýsing, tilvísun texti, færsla, færslur, viðtakandi, söluaðili,
      skýring færslu
    `),
    reference: phrases("tilvísun, seðilnúmer, fylgiskjal"),
    type: phrases("færslulykill, tegund, textalykill"),
    debit: phrases("úttekt, úttektir, út, gjöld, debet"),
    credit: phrases("innborgun, innborganir, innlegg, inn, tekjur, kredit"),
    amount: phrases("upphæð, fjárhæð, upphæð isk, upphæð kr"),
    balance: phrases("staða, staða reiknings, staða kr, bókfærð staða"),
    other: phrases("gengi, mynt, banki"),
  },
  debitSection: phrases("úttektir, útgjöld, gjöld, þjónustugjöld, greiðslur"),
  creditSection: phrases("innborganir, tekjur, innlegg"),
  opening: phrases(`
    staða í upphafi, upphafsstaða, staða í byrjun tímabils, fyrri staða, staða í upphafi
    tímabils, skuld frá fyrra tímabili, staða flutt, flutt staða, staða frá fyrra yfirliti
  `),
  closing: phrases("staða í lok, lokastaða, staða í lok tímabils, ný staða"),
  carried: phrases("flutt, flutt af fyrri síðu, flutt á næstu síðu"),
  balanceOn: phrases("staða þann, staða"),
  totalDebits: phrases("úttektir samtals, samtals úttektir, samtals út, samtals gjöld"),
  totalCredits: phrases("innborganir samtals, samtals innborganir, samtals inn, samtals tekjur"),
  total: phrases("samtals, alls"),
  totalDue: phrases("til greiðslu, samtals til greiðslu, heildarskuld, samtals skuld"),
  depositAccount: phrases("tékkareikningur, sparireikningur, veltureikningur"),
  card: phrases("kreditkort, greiðslukort, kortatímabil"),
  minimumDue: phrases("lágmarksgreiðsla"),
  account: phrases("reikningur, reikningsnúmer, númer reiknings, reikningsnr, kortnúmer"),
  period: phrases("tímabil, fyrir tímabilið, frá"),
  ignored: phrases("ráðstöfun, til ráðstöfunar, yfirdráttarheimild, heimild"),
};
