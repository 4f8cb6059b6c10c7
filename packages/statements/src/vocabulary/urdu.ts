import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const urdu: Vocabulary = {
  currency: "PKR",
  months: months(`
    جنوری,
    فروری,
    مارچ,
    اپریل,
    مئی,
    جون,
    جولائی,
    اگست,
    ستمبر,
    اکتوبر,
    نومبر,
    دسمبر
  `),
  headers: {
    date: phrases("تاریخ, لین دین کی تاریخ"),
    description: phrases("تفصیل, تفصیلات, کیفیت"),
    debit: phrases("ڈیبٹ, نکلوائی گئی رقم, نکالی گئی رقم, واجب"),
    credit: phrases("کریڈٹ, جمع, جمع شدہ رقم"),
    amount: phrases("رقم"),
    balance: phrases("بیلنس, بقایا, بقیہ رقم"),
  },
  opening: phrases("ابتدائی بیلنس, سابقہ بیلنس, افتتاحی بیلنس"),
  closing: phrases("اختتامی بیلنس, آخری بیلنس"),
  totalDebits: phrases("کل ڈیبٹ"),
  totalCredits: phrases("کل کریڈٹ"),
  total: phrases("کل, میزان"),
  account: phrases("اکاؤنٹ نمبر, کھاتہ نمبر"),
  period: phrases("مدت"),
  ignored: phrases("دستیاب بیلنس"),
};
