import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const malay: Vocabulary = {
  currency: "MYR",
  months: months(`
    januari jan,
    februari feb,
    mac,
    april apr,
    mei,
    jun,
    julai jul,
    ogos ogo,
    september sep,
    oktober okt,
    november nov,
    disember dis
  `),
  headers: {
    date: phrases(`
      tarikh, tarikh transaksi, tarikh urus niaga, tarikh urusniaga, tarikh masuk, tarikh pos,
      tarikh catatan
    `),
    value_date: phrases("tarikh nilai, tarikh kuatkuasa"),
    description: phrases(`
      butiran, butiran urus niaga, butir urusniaga, butiran urusniaga, butiran transaksi,
      urus niaga, urusniaga, penerangan, huraian, keterangan, perihal
    `),
    reference: phrases("rujukan, no rujukan, no cek, nombor cek"),
    type: phrases("jenis urus niaga, jenis urusniaga, kod"),
    debit: phrases("pengeluaran, debit, keluar, wang keluar, bayaran, pengeluaran rm"),
    credit: phrases("simpanan, deposit, kredit, kemasukan, masuk, wang masuk, deposit rm"),
    amount: phrases("jumlah, jumlah rm, amaun, jumlah urus niaga, jumlah urusniaga, amaun rm"),
    balance: phrases("baki, baki akaun, baki rm, baki penyata, baki lejar, baki semasa"),
  },
  sides: {
    debit: phrases("debit"),
    credit: phrases("kredit"),
  },
  overdrawn: phrases("baki debit"),
  debitSection: phrases("pengeluaran, caj, bayaran keluar, wang keluar, pengeluaran dan bayaran"),
  creditSection: phrases("simpanan, deposit, wang masuk, simpanan dan kredit, deposit dan kredit"),
  opening: phrases(`
    baki awal, baki permulaan, baki terdahulu, baki pembukaan, baki bawa ke hadapan,
    baki dibawa ke hadapan, baki penyata lepas, baki penyata terdahulu, baki penyata sebelumnya,
    baki penyata lalu
  `),
  closing: phrases("baki akhir, baki penutup, baki akhir penyata, baki dihantar hadapan"),
  carried: phrases("baki hantar hadapan, bersambung, baki bawa hadapan"),
  balanceOn: phrases("baki pada, baki"),
  totalDebits: phrases(`
    jumlah debit, jumlah pengeluaran, jumlah keseluruhan debit, pembelian baru, caj baru,
    jumlah pembelian, jumlah keluar, jumlah wang keluar
  `),
  totalCredits: phrases(`
    jumlah kredit, jumlah simpanan, jumlah deposit, jumlah keseluruhan kredit, bayaran dan kredit,
    jumlah bayaran, jumlah masuk, jumlah wang masuk
  `),
  total: phrases("jumlah, jumlah keseluruhan, jumlah besar"),
  totalDue: phrases(`
    jumlah perlu dibayar, jumlah baki semasa, baki perlu dibayar, baki penyata semasa,
    jumlah baki perlu dibayar, jumlah yang perlu dibayar, amaun perlu dibayar
  `),
  depositAccount: phrases("akaun simpanan, akaun semasa"),
  card: phrases("kad kredit, had kredit, penyata kad kredit"),
  minimumDue: phrases("bayaran minimum"),
  account: phrases("no akaun, nombor akaun, akaun, no kad, nombor kad"),
  period: phrases("tempoh, tempoh penyata, dari"),
  ignored: phrases(`
    baki purata, had kredit, baki tersedia, baki boleh guna, mata ganjaran, cek belum jelas, cek
    semasa
  `),
};
