import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const estonian: Vocabulary = {
  currency: "EUR",
  months: months(`
    jaanuar jaan,
    veebruar veebr,
    märts,
    aprill apr,
    mai,
    juuni,
    juuli,
    august aug,
    september sept,
    oktoober okt,
    november nov,
    detsember dets
  `),
  headers: {
    date: phrases("kuupäev, makse kuupäev, tehingu kuupäev, kande kuupäev, väärtuskuupäev kuupäev"),
    value_date: phrases("väärtuspäev, väärtuskuupäev"),
    description: phrases("selgitus, kirjeldus, saaja maksja, tehing, kanne, tehingu kirjeldus, saaja, nimi"),
    reference: phrases("dokumendi number, viitenumber, arhiveerimistunnus"),
    type: phrases("liik, d k, deebet kreedit, tüüp"),
    debit: phrases("deebet, väljaminek, väljaminekud, väljamaksed, deebet eur"),
    credit: phrases("kreedit, sissetulek, sissetulekud, laekumine, laekumised, sissemaksed, kreedit eur"),
    amount: phrases("summa, summa eur"),
    balance: phrases("saldo, jääk, konto jääk, jääk eur"),
    other: phrases("valuuta, kurss"),
  },
  sides: {
    debit: phrases("deebet, d"),
    credit: phrases("kreedit, k"),
  },
  debitSection: phrases("väljaminekud, väljamaksed, teenustasud, ostud"),
  creditSection: phrases("laekumised, sissetulekud, sissemaksed"),
  opening: phrases("algsaldo, algjääk, saldo perioodi alguses, eelmine saldo"),
  closing: phrases("lõppsaldo, lõppjääk, saldo perioodi lõpus"),
  balanceOn: phrases("saldo seisuga, jääk seisuga, saldo"),
  totalDebits: phrases("deebetkäive, deebet kokku, väljaminekud kokku, kokku deebet, väljamaksed kokku"),
  totalCredits: phrases("kreeditkäive, kreedit kokku, laekumised kokku, kokku kreedit, sissetulekud kokku"),
  total: phrases("kokku, käive, käive kokku"),
  totalDue: phrases("tasuda, kokku tasuda, võlgnevus kokku, tasumisele kuuluv summa"),
  card: phrases("krediitkaart, krediidilimiit, minimaalne makse, miinimummakse"),
  account: phrases("konto, kontonumber, konto number, arvelduskonto, kaardi number"),
  period: phrases("periood, perioodi, väljavõte perioodil"),
  ignored: phrases(`
    vaba jääk, kasutatav jääk, broneeritud, krediidilimiit, arvelduslaen, minimaalne makse,
    miinimummakse
  `),
  countAll: phrases("tehingute arv, kannete arv"),
  countDebits: phrases("väljaminekute arv"),
  countCredits: phrases("laekumiste arv"),
};
