import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const english: Vocabulary = {
  months: months(`
    january jan,
    february feb,
    march mar,
    april apr,
    may,
    june jun,
    july jul,
    august aug,
    september sep sept,
    october oct,
    november nov,
    december dec
  `),
  headers: {
    date: phrases(`
      date, transaction date, trans date, tran date, txn date, tx date, trxn date, posting date,
      posted date, post date, booking date, entry date, date posted, posted, posted on,
      process date, date of transaction, day, tran dt, txn dt, trn date, transaction dt,
      date entered, date of posting, booked, booked on, date booked, purchase date, sale date,
      trans post date, completion time, completed date, started date, date time, date and time,
      transaction date and time, transaction date time, trade date, trans, tran date time,
      date of purchase, activity date, entry, trx date, trx time, trx date time
    `),
    value_date: phrases(`
      value date, value dt, val date, value, effective date, val dt, effective, settlement date,
      settled, date effective, interest date, val, value dated, date value, date received, date received by us, received date, date received on
    `),
    description: phrases(`
      description, details, particulars, narration, narrative, transaction, transactions,
      transaction details, transaction description, transaction particulars, activity, payee,
      merchant, merchant name, remarks, details of transaction, description of transaction, item,
      memo, text, name, counterparty, beneficiary, payment details, transaction type and details,
      payment type and details, type and details, transaction remarks, narratives,
      transaction narration, description of transactions, merchant description, particular,
      details of transactions, your transactions, activity description, to from, paid to from,
      transaction information, transaction name, merchant name or transaction description,
      transaction merchant, description detail, description details, transaction details narration,
      narrative details
    `),
    reference: phrases(`
      reference, ref, ref no, reference no, reference number, cheque no, chq no, chq ref no,
      chq ref number, cheque number, cheque, check no, check number, check, chq, serial no,
      transaction id, instrument no, instr no, inst no, document no, doc no, utr, cheque ref no,
      bank reference, cheq no, instrument id, instrument number, instrument, ref number, check num,
      receipt no, receipt number, trace no, trx id, transaction ref, trans ref, bank ref, utr no,
      tran id, trans id, transaction no, seq, seq no, cheque ref, chq no ref no, ref no cheque no,
      chq inst no, reference id, check serial, ref chq no
    `),
    type: phrases(`
      type, transaction type, trans type, payment type, dr cr, cr dr, d c, c d, code, tran type,
      txn type, mode, debit credit, method, channel, transaction code, trn type, type code,
      dr or cr, cr or dr, debit or credit, credit debit, indicator, sign, credit or debit,
      dr cr indicator, trx type
    `),
    debit: phrases(`
      debit, debits, dr, withdrawal, withdrawals, withdrawal amt, withdrawal amount,
      withdrawals dr, debit amount, debit amt, money out, paid out, payments out, out, outgoing,
      outgoings, amount out, spent, debit dr, payment, payments, charges, purchases,
      checks and debits, withdrawals debits, total out, withdrawn, subtractions, you paid,
      withdraw, withdraws, withdrawal dr, debits dr, amount debited, debited, payments dr,
      withdrawals and debits, withdrawal debit, debits and withdrawals, purchases and debits,
      charge, spend, outflow, outflows, cash out, amount withdrawn, paid, amount dr,
      debit withdrawal, debits withdrawals, withdrawals and charges, less, debit value,
      cheques and debits, cheques debits, cheques and charges, payments made
    `),
    credit: phrases(`
      credit, credits, cr, deposit, deposits, deposit amt, deposit amount, deposits cr,
      credit amount, credit amt, money in, paid in, payments in, in, incoming, amount in, received,
      receipts, receipt, credit cr, lodgement, lodgements, deposits credits, deposits and credits,
      total in, additions, deposited, you received, deposit cr, payments received, credited,
      amount credited, deposits and additions, plus, inflow, inflows, cash in, added, income,
      lodged, amount cr, credit deposit, credits deposits, credit value, deposits and interest,
      deposits additions, amount received, receipts cr
    `),
    amount: phrases(`
      amount, transaction amount, amt, txn amount, amount of transaction, sum, net amount,
      billing amount, amount due, total amount, local amount, posted amount, billed amount,
      net, transaction amt, charge amount, amount paid, amount dr cr, amount cr dr, debit credit amount,
      total, value amount, payment amount, amount in local currency, amount charged,
      credits debits, amount in account currency, amount in rs, amount in rupees, amount in inr
    `),
    balance: phrases(`
      balance, running balance, running bal, closing balance, account balance, available balance,
      ledger balance, book balance, balance after, bal after, new balance, end balance, ending balance,
      ending daily balance, daily balance, bal, balance amt, balance amount, amount owed,
      balance owing, line balance, running total, account bal, avail balance, ledger bal,
      cumulative balance, outstanding balance, total balance, remaining balance, current balance,
      bal amt, principal balance, statement balance, cleared balance, balance outstanding,
      balance cr dr, balance dr cr, balance after transaction, post balance, available bal,
      balance forward, outstanding, principal outstanding, outstanding principal, outstanding amount, loan balance outstanding, balance o s, os balance
    `),
    other: phrases(`
      principal, escrow, repaid, gross, gross amount, balance before, bal before, s no, sl no, sr no, no, branch, branch code, currency, ccy, curr, foreign amount,
      original amount, fx amount, original currency amount, exchange rate, rate, fee, fees, points,
      reward points, category, location, time, status, tax, vat, init br, branch name, sol id,
      init, country, city, mcc, cashback, gst, exchange, terminal, teller, brn, br code,
      accrued bank charges, bank charges, service charge, transaction status, conversion rate,
      amount in foreign currency, foreign currency amount, foreign currency, foreign spend,
      instances, number, cheque details, originating branch, post, merchant category,
      levy, e levy, elevy, commission, excise duty, stamp duty, foreign spending, amount in original currency, transaction currency amount, currency amount, foreign transaction amount, local currency amount
    `),
  },
  sides: {
    debit: phrases(`
      dr, d, debit, debits, out, withdrawal, paid out, money out, od, db, deb, dbt, debited,
      outgoing, sent, withdraw, paid, payment out, debit transfer, purchase, dm
    `),
    credit: phrases(`
      cr, c, credit, credits, in, deposit, paid in, money in, cred, cdt, credited, incoming,
      received, credit transfer, lodgement, payment in, cm
    `),
  },
  overdrawn: phrases("overdrawn, debit balance, overdrawn balance, balance overdrawn, overdrawn by"),
  opening: phrases(`
    beginning available balance, beginning cash, opening cash, beginning cash balance, opening cash balance, starting cash,
    opening balance, opening bal, beginning balance, start balance, starting balance,
    previous balance, previous statement balance, last statement balance, balance at start,
    balance last statement, previous closing balance, opening book balance, opening ledger balance,
    balance at beginning of period, balance from last statement, last balance, initial balance,
    balance b f, b f balance, balance brought forward, bal b f, brought forward, b f, bf, b fwd, balance b fwd,
    balance bfwd, opening balance b f, previous account balance, opening amount owed,
    balance forward, bal fwd, balance fwd, bal forward, previous bal, prior balance,
    balance from previous statement, your opening balance, account opening balance,
    balance on last statement, balance as per last statement, amount brought forward,
    total brought forward, balance carried forward from previous statement,
    carried forward from previous statement, balance carried from last statement, brought fwd,
    balance brought fwd, balance b d, balance at period start, balance at start of period,
    start of period balance, balance previously, opening account balance,
    opening statement balance, opening cleared balance, beginning account balance, beginning bal,
    balance on opening, previous amount owing, previous balance due,
    previous statement balance due, last month s balance, opening debit balance,
    amount owed last statement, balance from your last statement, previous outstanding balance,
    last bill amount, previous bill amount, loan balance b f, loan balance brought forward,
    loan balance bf, opening loan balance, principal balance b f
  `),
  closing: phrases(`
    ending available balance, ending cash, closing cash, ending cash balance, closing cash balance,
    closing balance, closing bal, ending balance, end balance, new balance, final balance,
    balance at end, balance at close, closing book balance, closing ledger balance,
    c f balance, balance at end of period, balance at period end, statement balance, new statement balance,
    current statement balance, balance c f, balance carried forward, bal c f, carried forward, c f,
    cf, c fwd, balance c fwd, new closing balance, closing amount owed, your closing balance,
    end of period balance, balance carried fwd, closing position, balance at end of statement,
    present balance, ending bal, balance this statement, closing account balance,
    closing statement balance, ending account balance, balance at close of business,
    closing cleared balance, new account balance, final bal, new amount owing, closing balance c f,
    new balance total
  `),
  nextPage: phrases(`
    continued on next page, continued on the next page, continues on next page, continues on the next page,
    carried forward to next page, balance carried to next page, balance to next page, carried forward to page,
    continued on page, carried over to next page
  `),
  carried: phrases(`
    balance for the day, balance of the day, end of day balance, closing balance for the day, day end balance,
    carried over, continued, page total, balance from previous page, balance to next page,
    balance carried over, balance brought over, subtotal, sub total, carried forward to next page,
    brought forward from previous page, continued on next page, balance carried to next page,
    balance brought from previous page, sub total carried forward, page balance,
    total carried forward, carried forward to page, brought forward from page, carry forward,
    balance c o, balance b o, subtotal carried forward, running total carried forward
  `),
  balanceOn: phrases(`
    balance on, balance at, balance as of, balance as at, your balance on, balance, balance as on,
    balance per, your account balance on, account balance on, account balance as of, balance dated,
    balance for
  `),
  totalDebits: phrases(`
    total money paid, total sent, total debits, total debit, total withdrawals, total withdrawal, total money out,
    total paid out, total payments out, total debit amount, total debits dr, debits total,
    sum of debits, total outgoing, total out, total outgoings, total amount debited,
    money out total, total purchases and debits, total withdrawals and debits,
    total debits and withdrawals, debit turnover, turnover debits, turnover debit, total debit turnover, total amount withdrawn,
    withdrawals total, total spend, total spent, total debited, debit total, total dr, dr total,
    sum of withdrawals, payments out total, total payments and withdrawals,
    total withdrawals and other debits, total withdrawals and other subtractions,
    total withdrawals from your account, debits in total, total of debits,
    total debit transactions, total value of debits, total amount of debits,
    total withdrawals amount, total charges and withdrawals, new charges, total new charges,
    purchases and charges, total purchases and charges, purchases and other charges, total new transactions,
    purchases cash advances and charges, new purchases and charges,
      new transactions and charges, new transactions
  `),
  totalCredits: phrases(`
    total money received, total credits, total credit, total deposits, total deposit, total money in, total paid in,
    total payments in, total credit amount, total credits cr, credits total, sum of credits,
    total incoming, total in, total amount credited, money in total, total receipts,
    total lodgements, total received, credit turnover, turnover credits, turnover credit, total credit turnover, total credited,
    cr total, total cr, credit total, sum of deposits, payments in total,
    total deposits into your account, total deposits and other additions,
    total deposits and additions, total deposits and other credits, total deposits and credits,
    deposits total, total of credits, total credit transactions, total value of credits,
    total amount of credits, total deposits amount, total payments received, payments and credits,
    total payments and credits, payments and other credits, payments credits and adjustments,
    payments received and credits,
      payments refunds, payments and refunds
  `),
  total: phrases(`
    total, totals, grand total, total amount, statement total, turnover, transaction total,
    total transactions, totals at end of period, totals for period, total movements,
    closing totals, turnover for statement period, total debits credits, total debits and credits, total paid out and paid in
  `),
  debitSection: phrases(`
    withdrawals, withdrawals and other debits, debits, other debits, checks, checks paid,
    cheques paid, electronic withdrawals, atm and debit card withdrawals,
    withdrawals and other subtractions, withdrawals and debits, atm debit card withdrawals,
    other subtractions, other withdrawals, service fees, fees, purchases,
    purchases and adjustments, fees charged, interest charged, payments out, money out, paid out,
    purchase, purchases and cash advances, cash advances, payments made, outgoing transactions,
    electronic payments, card purchases, debit card purchases, atm withdrawals, bill payments,
    transfers out, interest charges, fees and charges, standard purchases, cheques, account fees,
    banking debit card withdrawals and purchases, online and electronic banking deductions,
    checks and substitute checks, banking machine withdrawals and purchases,
    electronic debits, withdrawals debits, bank fees, fees and interest charged,
    purchases and debits, debit card transactions, atm and debit card subtractions,
    checks and other debits, purchases cash advances and other debits, debit items,
    withdrawals and payments, payments and withdrawals, money paid out, cash withdrawals,
    card payments, direct debits, standing orders, charges, bank charges, charges and fees,
    withdrawals and fees, checks and withdrawals, new charges,
    purchases and fees, spending
  `),
  creditSection: phrases(`
    deposits, deposits and other credits, credits, other credits, deposits and other additions,
    deposits and additions, deposits and credits, electronic deposits, payments and credits,
    payments and other credits, payments credits, interest paid, payments in, money in, paid in,
    payments received, payments refunds and credits, credits and deposits, other deposits,
    direct deposits, transfers in, interest earned, incoming transactions, refunds,
    refunds and credits, other additions, atm deposits, deposits credits, electronic credits,
    payments and adjustments, payments adjustments and credits, payments returns and credits,
    payment, payments and other adjustments, deposits and interest, credit items,
    deposits and receipts, money paid in, receipts, deposits and transfers in,
    payments credits and adjustments, received payments, payments and refunds, lodgements
  `),
  countAll: phrases(`
    number of transactions, no of transactions, transaction count, total number of transactions,
    total transactions, transactions count, number of entries
  `),
  countDebits: phrases(`
    number of debits, no of debits, debit count, dr count, number of withdrawals,
    no of withdrawals, number of debit transactions, number of payments out
  `),
  countCredits: phrases(`
    number of credits, no of credits, credit count, cr count, number of deposits, no of deposits,
    number of credit transactions, number of payments in
  `),
  totalDue: phrases(`
    total amount due, total due, amount due, total payment due, total outstanding, balance due,
    total amount payable, amount payable, total dues, statement total due, amount now due,
    total amount owing, total amount you owe, pay this amount, total balance due,
    closing balance due, net amount due, amount owing
  `),
  depositAccount: phrases(`
    current account, checking account, chequing account, savings account, savings, checking, chequing, share draft, share savings, primary savings, regular savings, money market account, transaction account, passbook savings, everyday account, cheque account, deposit account, call account, wallet, e wallet, mobile wallet, wallet account, merchant account
  `),
  card: phrases(`
    credit card, credit card statement, card statement, credit limit, cash advance, total amount
    due, payment due date, charge card, available credit, credit card account, card account
    statement, cash advance limit, total credit limit, annual percentage rate, credit line, new
    charges, late payment warning, minimum payment warning, credit card number, purchase apr,
    cash advances, credit access line
  `),
  minimumDue: phrases(`
    minimum payment, minimum amount due, minimum payment due, min payment due, minimum
    repayment, minimum due, min amount due
  `),
  account: phrases(`
    account number, account no, account, a c no, acct, acct no, account num, card number, card no,
    iban, card ending, account ending, a c number, card number last 4 digits, card account number,
    account number iban, account ref, acc no, acc number, account id, bank account number,
    account nr, account ending in, primary account number, your account number,
    card number ending in, member number, share account number, iban number,
    international bank account number, customer account number
  `),
  period: phrases(`
    statement period, period, from, statement from, for the period, billing period,
    statement dates, statement cycle, transactions from, effective from, billing cycle, date range,
    statement date range, account activity for, period covered, activity from, transaction period,
    statement of account from, statement for, for the month of, between, dates, reporting period,
    statement from date
  `),
  ignored: phrases(`
    total overdraft fees, total returned item fees, total nsf fees, total overdraft item fees,
    total returned fees, total overdraft and returned item fees,
    available balance, average balance, average daily balance, available credit, credit limit,
    cash limit, overdraft limit, overdraft, average ledger balance, lowest balance, highest
    balance, balance transfer, balance transfers, balance enquiry, reward balance, points
    balance, past due amount, uncleared balance, closing date, closing balance includes funds
    earmarked, interest earned this year, total year to date, total fees year to date, total
    interest year to date, minimum balance, maximum balance, total rewards, total points, last
    payment amount, available funds, cleared balance, available bal, total credit line, credit
    line, available line, cash advance limit, authorised limit, arranged overdraft, arranged
    overdraft limit, unarranged overdraft, average collected balance, average monthly balance,
    average available balance, minimum monthly balance, minimum daily balance, average credit
    balance, average debit balance, interest paid year to date, interest paid this year, year to
    date, effective balance, pending balance, pending transactions, hold amount, amount on hold,
    lien amount, earmarked amount, loyalty points, reward points, points earned, points
    redeemed, rewards balance, cashback earned, previous points balance, opening points, closing
    points, points opening balance, points closing balance, points brought forward, rewards
    earned, accrued interest, interest accrued, balance subject to interest rate, balance
    subject to, balance type, annual fee, loan balance, total relationship balance, total
    assets, total liabilities, net worth, outstanding loan, withholding tax year to date,
    scheduled payments, upcoming payments, future payments, upcoming transactions, instalments
    remaining, installment balance, remaining installments, balance remaining, remaining
    balance, unbilled amount, unbilled installments, domestic transaction limit, days in
    billing, balance conversion, expired points, sdic, deposit insurance, interest summary, fee
    summary, rate summary, total credit limit, purchase limit, amount over limit, over limit
    amount, amount past due, disputed amount, outstanding balance limit, total fees charged in,
    total interest charged in, totals year to date, fees charged year to date, interest charged
    year to date
  `),
};
