import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const hungarian: Vocabulary = {
  currency: "HUF",
  months: months(`
    január jan,
    február febr feb,
    március márc már,
    április ápr,
    május máj,
    június jún,
    július júl,
    augusztus aug,
    szeptember szept szep,
    október okt,
    november nov,
    december dec
  `),
  headers: {
    date: phrases(`
      dátum, könyvelés dátuma, könyvelés napja, tranzakció dátuma, könyvelés, teljesítés dátuma,
      könyvelési nap, könyv dátum, könyvelve, terhelés napja, tranzakció napja, teljesítés,
      könyvelés dát, forgalom dátuma, nap, vásárlás dátuma
    `),
    value_date: phrases("értéknap, értéknapja, értékn, érték nap, értékdátum, értéknap dátuma"),
    description: phrases(`
      megnevezés, leírás, közlemény, tranzakció, forgalom megnevezése, jogcím, partner, részletek,
      tranzakció leírása, szöveg, tétel, művelet leírása, forgalom szöveges leírása,
      tranzakció típusa, megjegyzés, ellenszámla neve, kedvezményezett, tranzakció megnevezése,
      tétel megnevezése
    `),
    reference: phrases("bizonylatszám, hivatkozás, azonosító"),
    type: phrases("típus, művelet"),
    debit: phrases(`
      terhelés, terhelések, tartozik, kiadás, terhelés huf, kifizetés, terhelések ft, t összeg,
      kimenő, terhelés ft, tartozik forgalom, kiadások
    `),
    credit: phrases(`
      jóváírás, jóváírások, követel, bevétel, jóváírás huf, befizetés, jóváírások ft, k összeg,
      bejövő, jóváírás ft, követel forgalom, bevételek
    `),
    amount: phrases(`
      összeg, összeg huf, forgalom, tranzakció összege, összeg ft, könyvelt összeg,
      tranzakció összeg, érték
    `),
    balance: phrases(`
      egyenleg, könyvelt egyenleg, számlaegyenleg, egyenleg huf, záró egyenleg, egyenleg ft,
      könyvelési egyenleg, futó egyenleg, aktuális egyenleg
    `),
    other: phrases(
      "devizanem, árfolyam, pénznem, eredeti összeg, eredeti devizanem, tranzakció összege devizában",
    ),
  },
  sides: {
    debit: phrases("t, terhelés"),
    credit: phrases("k, j, jóváírás"),
  },
  overdrawn: phrases("tartozik egyenleg, negatív egyenleg"),
  countAll: phrases("tételek száma, tranzakciók száma, forgalmi tételek száma"),
  countDebits: phrases("terhelések száma, terhelési tételek száma"),
  countCredits: phrases("jóváírások száma, jóváírási tételek száma"),
  debitSection: phrases(`
    terhelések, kifizetések, kiadások, kimenő tételek, díjak, terhelési tételek,
    díjak és jutalékok, készpénzfelvételek, kimenő utalások
  `),
  creditSection: phrases(
    "jóváírások, befizetések, bevételek, bejövő tételek, jóváírási tételek, bejövő utalások",
  ),
  opening: phrases(`
    nyitó egyenleg, nyitóegyenleg, előző egyenleg, kezdő egyenleg, induló egyenleg,
    előző záró egyenleg, előző kivonat egyenlege, nyitó egyenleg összesen, időszak nyitó egyenlege,
    előző tartozás, előző havi tartozás
  `),
  closing: phrases(`
    záró egyenleg, záróegyenleg, új egyenleg, zárlati egyenleg, időszak záró egyenlege,
    aktuális egyenleg, könyvelt záró egyenleg
  `),
  carried: phrases("napi egyenleg, napi záróegyenleg, napi záró egyenleg, átvitel, áthozat"),
  balanceOn: phrases("egyenleg"),
  totalDebits: phrases(`
    összes terhelés, terhelések összesen, terhelés összesen, tartozik forgalom, terhelések összege,
    terhelés összege, összes terhelések, tartozik forgalom összesen, kiadások összesen,
    terhelési forgalom, új vásárlások, vásárlások összesen
  `),
  totalCredits: phrases(`
    összes jóváírás, jóváírások összesen, jóváírás összesen, követel forgalom, jóváírások összege,
    jóváírás összege, összes jóváírások, követel forgalom összesen, bevételek összesen,
    jóváírási forgalom, befizetések összesen, törlesztések összesen
  `),
  total: phrases("összesen, mindösszesen, összesített forgalom"),
  totalDue: phrases(`
    fizetendő összeg, teljes tartozás, új tartozás, összes tartozás, fizetendő teljes összeg,
    fizetendő összesen, összes fizetendő, aktuális tartozás
  `),
  depositAccount: phrases(`
    lakossági folyószámla, bankszámla, fizetési számla, megtakarítási számla, folyószámla
  `),
  card: phrases("hitelkártya, hitelkeret, hitelkártya keret"),
  minimumDue: phrases(`
    minimálisan fizetendő, minimum fizetendő, minimálisan fizetendő összeg, minimum törlesztő,
    minimum befizetendő
  `),
  account: phrases(`
    számlaszám, bankszámlaszám, számla, kártyaszám, pénzforgalmi jelzőszám, iban szám,
    számla száma, számlaszám iban
  `),
  period: phrases("időszak, kivonat időszaka, elszámolási időszak, kivonat, tárgyidőszak, elszámolt időszak"),
  ignored: phrases(`
    elérhető egyenleg, rendelkezésre álló egyenleg, hitelkeret, felhasználható egyenleg, zárolt
    összeg, átlagegyenleg, folyószámlahitel, hitelkeret összege, minimális összeg,
    felhasználható keret, függő tételek
  `),
};
