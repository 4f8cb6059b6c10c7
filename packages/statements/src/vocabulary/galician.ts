import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const galician: Vocabulary = {
  currency: "EUR",
  months: months(`
    xaneiro xan,
    febreiro feb,
    marzo mar,
    abril abr,
    maio mai,
    xuño xuñ,
    xullo xul,
    agosto ago,
    setembro set,
    outubro out,
    novembro nov,
    decembro dec
  `),
  headers: {
    date: phrases("data operación, data contable, data"),
    value_date: phrases("data valor"),
    description: phrases("concepto, movemento, movementos, detalle"),
    debit: phrases("debe, cargos, gastos"),
    credit: phrases("haber, aboamentos, ingresos"),
    amount: phrases("importe, importe eur"),
    balance: phrases("saldo"),
  },
  opening: phrases("saldo anterior, saldo inicial"),
  closing: phrases("saldo final, saldo actual, novo saldo"),
  totalDebits: phrases("total cargos, total gastos"),
  totalCredits: phrases("total aboamentos, total ingresos"),
  totalDue: phrases("total a pagar, importe a pagar, total da liquidación da tarxeta, importe total a pagar"),
  card: phrases("tarxeta de crédito, extracto da tarxeta, límite de crédito da tarxeta"),
  minimumDue: phrases("pagamento mínimo, importe mínimo a pagar"),
  account: phrases("número de conta, conta"),
  period: phrases("período, dende"),
};
