import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const indonesian: Vocabulary = {
  months: months(`
    januari jan,
    februari feb,
    maret mar,
    april apr,
    mei,
    juni jun,
    juli jul,
    agustus agu agt,
    september sep,
    oktober okt,
    november nov nop,
    desember des
  `),
  headers: {
    date: phrases(`
      tanggal, tgl, tanggal transaksi, tgl transaksi, tanggal jam, tanggal waktu, tgl trx,
      tgl transaksi jam, waktu transaksi, tanggal posting, tgl posting, tanggal pembukuan,
      tgl buku, posting date
    `),
    value_date: phrases("tanggal efektif, tgl valuta, tanggal valuta, tgl efektif"),
    description: phrases(`
      keterangan, uraian, deskripsi, uraian transaksi, keterangan transaksi, rincian transaksi,
      transaksi, rincian, catatan, detail transaksi, nama transaksi, deskripsi transaksi, berita,
      keterangan rincian, remark
    `),
    reference: phrases("no referensi, nomor referensi, no ref, ref, nomor ref, no bukti, teller"),
    type: phrases("jenis, jenis transaksi, d k, db cr, db kr, dk"),
    debit: phrases(`
      debet, debit, penarikan, pengeluaran, mutasi debet, keluar, dana keluar, uang keluar,
      mutasi debit, debet rp, debit rp, debit idr, mutasi keluar, nominal debit, debet idr,
      uang keluar idr, penarikan rp
    `),
    credit: phrases(`
      kredit, setoran, pemasukan, mutasi kredit, masuk, deposit, dana masuk, uang masuk, kredit rp,
      kredit idr, mutasi masuk, nominal kredit, credit idr, uang masuk idr, setoran rp
    `),
    amount: phrases(`
      jumlah, nominal, mutasi, jumlah transaksi, nilai, jumlah rp, nominal idr, jumlah idr,
      jumlah rupiah, nilai transaksi, mutasi rp
    `),
    balance: phrases(`
      saldo, saldo akhir, saldo rp, saldo rupiah, saldo idr, sisa saldo, saldo berjalan,
      saldo akhir rp, saldo rekening
    `),
    other: phrases("cabang, kantor, cbg, mata uang, kurs"),
  },
  sides: {
    debit: phrases("db, debet, d, keluar"),
    credit: phrases("kr, kredit, k, masuk, cr"),
  },
  overdrawn: phrases("saldo debet, saldo debit"),
  countAll: phrases("jumlah transaksi, total transaksi, banyaknya transaksi"),
  countDebits: phrases("jumlah transaksi debet, jumlah transaksi debit"),
  countCredits: phrases("jumlah transaksi kredit"),
  debitSection: phrases(`
    penarikan, pengeluaran, transaksi debet, transaksi debit, biaya, uang keluar, dana keluar,
    penarikan dan pembayaran
  `),
  creditSection: phrases(
    "setoran, pemasukan, transaksi kredit, dana masuk, uang masuk, setoran dan penerimaan",
  ),
  opening: phrases(`
    saldo awal, saldo sebelumnya, saldo bulan lalu, saldo pembukaan, saldo awal bulan,
    saldo awal periode, saldo bulan sebelumnya, saldo lalu, tagihan bulan lalu, saldo sebelum,
    tagihan sebelumnya, tagihan bulan sebelumnya, saldo tagihan sebelumnya
  `),
  closing: phrases(`
    saldo akhir, saldo penutupan, saldo penutup, saldo akhir bulan, saldo akhir periode,
    saldo saat ini, saldo terakhir
  `),
  carried: phrases(`
    saldo pindahan, dipindahkan, saldo dipindahkan, dipindahkan ke halaman berikutnya,
    pindahan dari halaman sebelumnya, sub total
  `),
  balanceOn: phrases("saldo per, saldo"),
  totalDebits: phrases(`
    total debet, jumlah debet, total debit, mutasi debet, jumlah debit, jumlah pengeluaran,
    total pengeluaran, mutasi db, total penarikan, total dana keluar, total mutasi debet,
    total mutasi debit, total transaksi debet, total transaksi debit, total uang keluar,
    total nominal debit, mutasi debit, pembelian baru, total pembelian, transaksi baru
  `),
  totalCredits: phrases(`
    total kredit, jumlah kredit, mutasi kredit, total pemasukan, mutasi cr, total setoran,
    total dana masuk, total mutasi kredit, total transaksi kredit, total uang masuk,
    total nominal kredit, total mutasi cr, total pembayaran, pembayaran dan kredit,
    pembayaran diterima
  `),
  total: phrases("total, jumlah, jumlah keseluruhan, total mutasi, jumlah total, total keseluruhan"),
  totalDue: phrases(`
    total tagihan, jumlah tagihan, tagihan baru, jumlah tagihan baru, total tagihan baru,
    tagihan bulan ini, total tagihan anda, jumlah yang harus dibayar
  `),
  depositAccount: phrases("rekening tabungan, rekening giro, tabungan"),
  card: phrases("kartu kredit, batas kredit, lembar tagihan, tagihan kartu kredit, tanggal jatuh tempo"),
  minimumDue: phrases("pembayaran minimum, pembayaran minimal"),
  account: phrases(`
    nomor rekening, no rekening, rekening, nomor kartu, no rek, rekening nomor,
    nomor rekening rekening, no kartu, norek
  `),
  period: phrases(
    "periode, periode transaksi, dari, periode laporan, periode rekening, tanggal laporan, bulan",
  ),
  ignored: phrases(`
    saldo rata rata, saldo minimum, batas kredit, saldo efektif, saldo tersedia, saldo
    mengendap, saldo ditahan, saldo blokir, poin, reward, bunga berjalan, plafon
  `),
};
