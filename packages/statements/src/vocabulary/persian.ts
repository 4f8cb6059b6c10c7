import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const persian: Vocabulary = {
  currency: "IRR",
  months: months(`
    ژانویه,
    فوریه,
    مارس,
    آوریل,
    مه,
    ژوئن,
    ژوئیه,
    اوت,
    سپتامبر,
    اکتبر,
    نوامبر,
    دسامبر
  `),
  headers: {
    date: phrases("تاریخ, تاریخ تراکنش, تاریخ سند"),
    description: phrases("شرح, شرح تراکنش, توضیحات, شرح سند, شرح عملیات"),
    reference: phrases("شماره سند, کد پیگیری, شماره پیگیری"),
    debit: phrases("برداشت, بدهکار, مبلغ برداشت, گردش بدهکار"),
    credit: phrases("واریز, بستانکار, مبلغ واریز, گردش بستانکار"),
    amount: phrases("مبلغ, مبلغ ریال"),
    balance: phrases("مانده, موجودی, مانده حساب, مانده ریال"),
    other: phrases("شعبه, ساعت, ردیف"),
  },
  opening: phrases("مانده اول دوره, موجودی اولیه, مانده قبلی, مانده از قبل, مانده ابتدای دوره"),
  closing: phrases("مانده پایان دوره, مانده آخر دوره, موجودی پایانی, مانده نهایی"),
  totalDebits: phrases("جمع برداشت, جمع بدهکار, مجموع برداشت, جمع گردش بدهکار, گردش بدهکار کل"),
  totalCredits: phrases("جمع واریز, جمع بستانکار, مجموع واریز, جمع گردش بستانکار, گردش بستانکار کل"),
  total: phrases("جمع, جمع کل, مجموع"),
  account: phrases("شماره حساب, حساب, شماره شبا, شماره کارت"),
  period: phrases("از تاریخ, دوره"),
  countAll: phrases("تعداد تراکنش, تعداد تراکنش ها"),
  ignored: phrases("موجودی قابل برداشت, مانده قابل برداشت"),
};
