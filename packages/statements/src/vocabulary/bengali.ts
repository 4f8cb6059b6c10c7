import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const bengali: Vocabulary = {
  currency: "BDT",
  months: months(`
    জানুয়ারি,
    ফেব্রুয়ারি,
    মার্চ,
    এপ্রিল,
    মে,
    জুন,
    জুলাই,
    আগস্ট,
    সেপ্টেম্বর,
    অক্টোবর,
    নভেম্বর,
    ডিসেম্বর
  `),
  headers: {
    date: phrases("তারিখ, লেনদেনের তারিখ"),
    description: phrases("বিবরণ, লেনদেনের বিবরণ"),
    reference: phrases("চেক নং, রেফারেন্স"),
    debit: phrases("ডেবিট, উত্তোলন, খরচ"),
    credit: phrases("ক্রেডিট, জমা"),
    amount: phrases("টাকা, পরিমাণ, টাকার পরিমাণ"),
    balance: phrases("স্থিতি, ব্যালেন্স, অবশিষ্ট"),
  },
  opening: phrases(`
    প্রারম্ভিক স্থিতি, প্রারম্ভিক ব্যালেন্স, পূর্বের জের, আগের জের, প্রারম্ভিক জের,
    পূর্ববর্তী স্থিতি
  `),
  closing: phrases("সমাপনী স্থিতি, সমাপনী ব্যালেন্স, সর্বশেষ স্থিতি, সমাপনী জের, শেষ স্থিতি"),
  totalDebits: phrases("মোট ডেবিট, মোট উত্তোলন"),
  totalCredits: phrases("মোট ক্রেডিট, মোট জমা"),
  total: phrases("মোট, সর্বমোট"),
  depositAccount: phrases("সঞ্চয়ী হিসাব, চলতি হিসাব"),
  card: phrases("ক্রেডিট কার্ড, ক্রেডিট কার্ড বিবরণী, ক্রেডিট সীমা, পরিশোধের শেষ তারিখ"),
  minimumDue: phrases("সর্বনিম্ন প্রদেয়, সর্বনিম্ন প্রদেয় পরিমাণ"),
  account: phrases("হিসাব নম্বর, হিসাব নং, অ্যাকাউন্ট নম্বর"),
  period: phrases("সময়কাল"),
  countAll: phrases("লেনদেন সংখ্যা, মোট লেনদেন"),
  ignored: phrases("উত্তোলনযোগ্য স্থিতি"),
};
