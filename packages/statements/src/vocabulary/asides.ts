import { compilePhrases } from "../text/phrases.ts";
import { phrases } from "./vocabulary.ts";

/**
 * Titles of tables that hold dates and amounts and are no rows of the account: payments to come, points, plans, rates,
 * balances by day, sums by category. By language.
 */
const titles: readonly string[] = [
  // English
  ...phrases(`
    pending, pending transactions, pending card transactions, upcoming payments, upcoming
    transactions, scheduled payments, scheduled transactions, future payments, planned payments, not
    yet booked, not yet posted, payments to come, standing orders and direct debits, direct debit
    mandates, interest rates, interest rate, interest rate table, your interest rates, interest
    charge calculation, interest charge calculations, exchange rates, exchange rate, foreign
    exchange rates, instalment plans, instalment plan, installment plans, installment plan, your
    instalments, instalments, installments, reward points, rewards, rewards summary, points, points
    summary, loyalty points, bonus points, spending by category, spending summary, daily balance,
    daily balances, daily ending balance, daily ending balances, daily balance summary, daily ledger
    balance, daily ledger balances, daily balance information, balance history, balance by day, end
    of day balance, end of day balances, daily closing balance, daily closing balances, average
    balances, pre-notification of charges, statement of fees, annual summary of fees, fee schedule, payment schedule, repayment schedule, year to date, totals year to date
  `),
  // German
  ...phrases(`
    vorgemerkte umsätze, vorgemerkt, vorgemerkte buchungen, noch nicht gebucht, noch nicht gebuchte
    umsätze, geplante zahlungen, künftige zahlungen, zinssätze, zinssatz, wechselkurse,
    devisenkurse, umrechnungskurse, ratenpläne, ratenkäufe, teilzahlungskäufe, ratenzahlung, ratenzahlungen, bonuspunkte, punkte,
    punktestand, zinsstaffel, zinsberechnung, zinsabrechnung, saldenstaffel, ausgaben nach kategorie, tagessalden, tagessaldo, täglicher saldo, tagesendsaldo,
    tagesendsalden, kontostand je tag, entgeltaufstellung
  `),
  // French
  ...phrases(`
    opérations à venir, opérations en attente, paiements à venir, prélèvements à venir, échéances à
    venir, achats en plusieurs fois, vos achats en plusieurs fois, paiements en plusieurs fois, taux d'intérêt, taux de change, cours de change, points de fidélité, dépenses par
    catégorie, soldes quotidiens, soldes journaliers, solde quotidien, solde journalier, soldes de
    fin de journée, paiements échelonnés, échelle d'intérêts, échelles d'intérêts, calcul des agios, calcul des
    intérêts, décompte d'intérêts, ordres permanents à venir, récapitulatif annuel des
    frais, récapitulatif annuel des frais bancaires, récapitulatif des frais, récapitulatif des frais bancaires, relevé annuel des frais
  `),
  // Spanish
  ...phrases(`
    movimientos pendientes, operaciones pendientes, pagos pendientes, próximos pagos, pagos
    programados, pagos futuros, tipos de interés, tasas de interés, tipos de cambio, tipo de cambio,
    compras y cargos diferidos a meses sin intereses, compras y cargos diferidos a meses con intereses, compras a plazos, compras aplazadas, operaciones aplazadas, compras fraccionadas,
    operaciones fraccionadas, planes de pago, compras en cuotas, compras a meses, meses sin intereses,
    puntos, programa de puntos, gastos por categoría, saldos diarios, saldo diario, balances diarios, balance diario, saldo al final
    del día, saldos al final del día, saldos por día, liquidación de intereses, cálculo de intereses,
    recibos pendientes, recibos pendientes de cargo, estado de comisiones, documento informativo de las comisiones
  `),
  // Portuguese
  ...phrases(`
    lançamentos futuros, lançamentos pendentes, movimentos pendentes, próximas faturas, pagamentos
    agendados, compras parceladas, parcelamentos, taxas de juros, taxas de juro, taxas de câmbio,
    pontos, programa de pontos, gastos por categoria, despesas por categoria, saldos diários, saldo
    diário, saldo do dia, saldos do dia
  `),
  // Italian
  ...phrases(`
    movimenti non contabilizzati, operazioni in attesa, movimenti in attesa, pagamenti futuri,
    prossimi pagamenti, tassi di interesse, tassi di cambio, piani rateali, acquisti rateali, acquisti rateizzati, punti, raccolta punti,
    calcolo competenze, calcolo delle competenze, conteggio competenze, prospetto competenze, riassunto
    scalare, conto scalare per valuta, riepilogo delle spese, riepilogo spese, conto scalare, riepilogo scalare, spese per categoria, saldi giornalieri, saldo giornaliero, saldi di fine giornata
  `),
  // Dutch
  ...phrases(`
    nog niet geboekt, gereserveerde bedragen, geplande betalingen, komende betalingen,
    rentetarieven, wisselkoersen, spaarpunten, uitgaven per categorie, dagsaldi, dagelijks saldo,
    saldo per dag
  `),
  // Nordic languages
  ...phrases(`
    reserverade belopp, kommande betalningar, räntesatser, växelkurser, reserverte beløp, kommende
    betalinger, rentesatser, valutakurser, varaukset, tulevat maksut, korot, valuuttakurssit, daglig
    saldo, dagliga saldon, daglige saldoer, dagsaldo, päiväsaldo, päiväsaldot, päivittäinen saldo
  `),
  // Polish, Czech, Slovak, Hungarian, Romanian
  ...phrases(`
    blokady, operacje oczekujące, płatności zaplanowane, oprocentowanie, kursy walut, plan spłat,
    punkty, nezaúčtované transakce, čekající transakce, plánované platby, úrokové sazby, směnné
    kurzy, čakajúce transakcie, úrokové sadzby, függő tételek, várható fizetések, kamatlábak,
    árfolyamok, saldo dzienne, salda dzienne, denní zůstatek, denní zůstatky, denný zostatok, denné
    zostatky, napi egyenleg, napi egyenlegek, sold zilnic, solduri zilnice, dnevno stanje, dnevna
    stanja, tranzacții în așteptare, plăți programate, rate ale dobânzii, cursuri de schimb
  `),
  // Turkish, Greek, Russian, Ukrainian
  ...phrases(`
    bekleyen işlemler, gelecek ödemeler, faiz oranları, döviz kurları, taksitler, puanlar, günlük
    bakiye, günlük bakiyeler, ημερήσιο υπόλοιπο, ημερήσια υπόλοιπα, ежедневный остаток, остаток на
    конец дня, остатки по дням, щоденний залишок, залишки по днях, εκκρεμείς συναλλαγές, μελλοντικές
    πληρωμές, επιτόκια, операции в обработке, неподтвержденные операции, предстоящие платежи,
    процентные ставки, курсы валют, операції в обробці, майбутні платежі
  `),
  // Chinese, Japanese, Korean, Thai, Vietnamese, Indonesian, Malay
  ...phrases(`
    待入账交易, 未入账交易, 待處理交易, 积分, 積分, 利率, 汇率, 匯率, 分期付款, 未確定取引, 今後のお支払い, 金利, 為替レート, ポイント, 분할 납부, 예정 거래,
    금리, 환율, 포인트, 每日余额, 每日餘額, 日终余额, 日終餘額, 日別残高, 日次残高, 일별 잔액, 일별잔액, saldo harian, baki harian, số dư
    hàng ngày, số dư cuối ngày, giao dịch chờ xử lý, lãi suất, tỷ giá, transaksi tertunda,
    pembayaran mendatang, suku bunga, kurs valuta asing, transaksi belum selesai, kadar faedah
  `),
];

export const asidePhrases = compilePhrases<true>(titles.map((title) => [title, true] as const));

/** Rows that begin with the word for a balance, and are none: what is owed elsewhere moves, or somebody asks. */
export const movedBalances = compilePhrases<true>(
  phrases(`balance transfer, balance transfers, balance transfer fee, balance enquiry, balance inquiry`).map(
    (text) => [text, true] as const,
  ),
);
