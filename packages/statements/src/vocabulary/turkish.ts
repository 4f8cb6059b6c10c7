import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const turkish: Vocabulary = {
  currency: "TRY",
  months: months(`
    ocak oca,
    şubat şub,
    mart mar,
    nisan nis,
    mayıs may,
    haziran haz,
    temmuz tem,
    ağustos ağu,
    eylül eyl,
    ekim eki,
    kasım kas,
    aralık ara
  `),
  headers: {
    date: phrases(`
      tarih, işlem tarihi, işlem tarih, muhasebe tarihi, işlem günü, tarihi, hareket tarihi,
      kayıt tarihi, tarih saat, işlem tarihi saati, harcama tarihi
    `),
    value_date: phrases("valör, valör tarihi, valör tar"),
    description: phrases(`
      açıklama, işlem açıklaması, işlem, işlem detayı, detay, işlemler, hareket, hareketler,
      işlem adı, işlem açıklama, açıklamalar, karşı taraf, alıcı gönderen, işyeri, işlem detayları,
      harcama yeri
    `),
    reference: phrases(`
      referans, dekont no, fiş no, referans no, işlem no, fiş, dekont, sıra no, ref no,
      referans numarası, fiş dekont no
    `),
    type: phrases("işlem tipi, işlem türü, tür, b a"),
    debit: phrases(`
      borç, çıkan, giden, çekilen, borç tutarı, çıkış, borç tl, borçlu, çekilen tutar, giden tutar,
      ödenen, çıkan tutar, harcama
    `),
    credit: phrases(`
      alacak, giren, gelen, yatan, alacak tutarı, giriş, alacak tl, alacaklı, yatırılan tutar,
      gelen tutar, yatırılan, giren tutar, ödeme
    `),
    amount: phrases(`
      tutar, işlem tutarı, miktar, tutar tl, tutar try, işlem tutarı tl, tutarı, işlem miktarı,
      harcama tutarı
    `),
    balance: phrases(`
      bakiye, kalan bakiye, bakiye tl, işlem sonrası bakiye, kullanılabilir bakiye, bakiyesi,
      son bakiye, hesap bakiyesi, işlem sonu bakiye, kalan
    `),
    other: phrases(
      "döviz, kur, şube, kanal, saat, döviz cinsi, kanal şube, puan, bonus, taksit, maxipuan, para puan, kazanılan puan, yabancı para tutarı, işlem tutarı döviz, döviz tutarı",
    ),
  },
  sides: {
    debit: phrases("b, borç"),
    credit: phrases("a, alacak"),
  },
  overdrawn: phrases("borç bakiyesi, borç bakiye"),
  countAll: phrases("işlem sayısı, işlem adedi, toplam işlem adedi"),
  countDebits: phrases("borç adedi, borç işlem adedi, borç sayısı"),
  countCredits: phrases("alacak adedi, alacak işlem adedi, alacak sayısı"),
  debitSection: phrases(`
    harcamalar, para çıkışları, giden transferler, çekilen tutarlar, masraflar, para çıkışı,
    çıkışlar, borç kayıtları, masraf ve komisyonlar, borç işlemleri, borç hareketleri, ücretler,
    ücret ve komisyonlar, komisyonlar, para çekme işlemleri, giden havaleler
  `),
  creditSection: phrases(`
    gelen transferler, para girişleri, yatırılan tutarlar, para girişi, girişler, alacak kayıtları,
    alacak işlemleri, alacak hareketleri, para yatırma işlemleri, gelen havaleler
  `),
  opening: phrases(`
    devreden bakiye, açılış bakiyesi, önceki bakiye, devir, başlangıç bakiyesi,
    dönem başı bakiyesi, önceki dönem bakiyesi, önceki dönem borcu, devir bakiyesi, devir bakiye,
    devreden, dönem başı, nakli bakiye, açılış, bir önceki ekstre bakiyesi, bir önceki dönem borcu,
    devreden borç, önceki ekstre borcu, bir önceki ekstre borcu, önceki ay borcu
  `),
  closing: phrases(`
    kapanış bakiyesi, son bakiye, dönem sonu bakiyesi, bitiş bakiyesi, güncel bakiye, kapanış,
    dönem sonu, devreden bakiye sonu, kalan bakiye toplam, ekstre bakiyesi
  `),
  carried: phrases(
    "gün sonu bakiyesi, gün sonu bakiye, nakli yekün, ara toplam, nakliyekun, devam ediyor, sayfa toplamı",
  ),
  balanceOn: phrases("bakiye"),
  totalDebits: phrases(`
    toplam borç, borç toplamı, toplam çıkan, toplam giden, toplam çıkış, borç toplam,
    toplam borçlar, toplam çekilen, toplam ödenen, toplam harcama, dönem içi harcamalar,
    yeni harcamalar, harcamalar toplamı
  `),
  totalCredits: phrases(`
    toplam alacak, alacak toplamı, toplam giren, toplam gelen, toplam giriş, alacak toplam,
    toplam alacaklar, toplam yatan, toplam yatırılan, ödemeler toplamı, yapılan ödemeler,
    ödeme ve iadeler
  `),
  total: phrases("toplam, genel toplam"),
  totalDue: phrases(`
    dönem borcu, toplam borç tutarı, ödenecek tutar, ekstre borcu, dönem borcu toplamı,
    toplam dönem borcu, ekstre borcu toplam
  `),
  depositAccount: phrases("vadesiz hesap, vadesiz mevduat, vadesiz mevduat hesabı, vadesiz tl hesabı"),
  card: phrases(`
    kredi kartı, son ödeme tarihi, kart limiti, kredi kartı ekstresi, hesap kesim tarihi, ekstre
    kesim tarihi
  `),
  minimumDue: phrases("asgari ödeme, asgari ödeme tutarı, asgari tutar, asgari ödenecek tutar"),
  account: phrases(`
    hesap no, hesap numarası, iban no, müşteri no, kart no, kart numarası, hesap, iban numarası,
    hesap numaranız, vadesiz hesap no, kart numaranız
  `),
  period: phrases(`
    dönem, tarih aralığı, hesap özeti dönemi, başlangıç tarihi, tarihleri arası, ekstre dönemi,
    hesap hareketleri tarih aralığı
  `),
  ignored: phrases(`
    kullanılabilir bakiye, kart limiti, kullanılabilir limit, kmh limiti, kredili mevduat hesabı
    limiti, ortalama bakiye, bloke tutar, blokeli tutar, kullanılabilir tutar, kalan taksit,
    taksitli borç, puan bakiyesi, kazanılan puan
  `),
};
