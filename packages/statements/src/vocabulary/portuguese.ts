import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const portuguese: Vocabulary = {
  months: months(`
    janeiro jan,
    fevereiro fev,
    março mar,
    abril abr,
    maio mai,
    junho jun,
    julho jul,
    agosto ago,
    setembro set,
    outubro out,
    novembro nov,
    dezembro dez
  `),
  headers: {
    date: phrases(`
      data, data mov, data movimento, data lançamento, data do movimento, data operação, dia,
      data lanc, data contabilística, data do lançamento, data mov contab, dt, dt mov,
      dt movimento, dt balancete, data balancete, data transação, data da transação, data compra,
      data da compra, data hora, data e hora, data lançto, data registro
    `),
    value_date: phrases("data valor, valuta, data da valorização, dt valor, d valor, valor data"),
    description: phrases(`
      descrição, histórico, lançamento, lançamentos, descritivo, movimento, movimentos,
      descrição do movimento, operação, detalhes, estabelecimento, descrição da operação,
      histórico do lançamento, lançamento histórico, descrição lançamento, descrição do lançamento,
      discriminação, favorecido, complemento, detalhe, detalhe do movimento,
      descritivo do movimento, natureza, beneficiário, produto serviço, transação, transações,
      compras
    `),
    reference: phrases(`
      documento, nr doc, n documento, docto, doc, referência, nº documento, dcto, num documento,
      nº doc, nr documento, doc nº, cheque, n do documento, nº operação, documento nº,
      id da operação
    `),
    type: phrases("tipo, tipo de operação, d c, c d"),
    debit: phrases(`
      débito, débitos, saídas, saída, débito r$, levantamentos, pagamentos, valor débito,
      débito eur, valor a débito, retiradas, retirada, despesas, pagamento, a débito,
      movimento a débito, débitos r$, valores debitados
    `),
    credit: phrases(`
      crédito, créditos, entradas, entrada, crédito r$, depósitos, recebimentos, valor crédito,
      crédito eur, valor a crédito, a crédito, movimento a crédito, créditos r$, receitas,
      recebido, valores creditados
    `),
    amount: phrases(`
      valor, montante, valor r$, quantia, importância, valor em reais, valor eur, montante eur,
      valor do lançamento, valor da transação, valor em r$, valor lançamento, valor da compra,
      valor movimento
    `),
    balance: phrases(`
      saldo, saldo contabilístico, saldo disponível, saldo r$, saldo contábil,
      saldo após movimento, saldo do dia, saldo eur, saldo após, saldo final, saldo em conta,
      saldo em r$, saldo total, saldo contab
    `),
    other: phrases(`
      moeda, agência, parcela, cidade, cotação, câmbio, dólar, us$, loja, hora, cartão, canal,
      ag origem, lote, situação,
      valor em moeda estrangeira, valor moeda estrangeira, montante em moeda estrangeira, valor original, moeda estrangeira, valor em moeda original
    `),
  },
  sides: {
    debit: phrases("débito, saída, deb, d, saque, pagamento, devedor"),
    credit: phrases("crédito, entrada, cred, c, recebimento, depósito, credor"),
  },
  overdrawn: phrases("saldo devedor, devedor"),
  countAll: phrases(`
    número de lançamentos, número de movimentos, quantidade de lançamentos, qtd lançamentos,
    nº de movimentos
  `),
  countDebits: phrases("número de débitos, quantidade de débitos, nº de débitos"),
  countCredits: phrases("número de créditos, quantidade de créditos, nº de créditos"),
  opening: phrases(`
    saldo anterior, saldo inicial, saldo de abertura, saldo em conta anterior,
    saldo do mês anterior, fatura anterior, saldo início, saldo de início,
    saldo inicial do período, saldo do extrato anterior, saldo extracto anterior,
    saldo anterior em, total da fatura anterior, saldo fatura anterior, saldo transitado,
    saldo da fatura anterior, fatura do mês anterior, valor da fatura anterior
  `),
  closing: phrases(`
    saldo final, saldo atual, saldo de fecho, saldo final do período, saldo em conta, novo saldo,
    saldo de encerramento, saldo em conta corrente, saldo contabilístico final,
    saldo final disponível, saldo actual, saldo no final do período, saldo atual em,
    saldo do período, s a l d o
  `),
  nextPage: phrases(`
    continua na próxima página, continua na página seguinte, a transportar para a página seguinte
  `),
  carried: phrases(`
    a transportar, transporte, saldo a transportar, saldo do dia, saldo transportado,
    saldo página anterior, saldo a transitar, transporte da página anterior, subtotal
  `),
  balanceOn: phrases(`
    saldo em, saldo a, saldo, saldo dia, saldo final do dia, saldo disponível em,
    saldo contabilístico em
  `),
  totalDebits: phrases(`
    total débitos, total de débitos, total saídas, total de saídas, total a débito, total débito,
    total de saída, soma dos débitos, total dos débitos, débitos do período, saídas do período,
    total de compras, total de compras de todos os cartões, total de pagamentos efetuados,
    total retiradas, novas compras, compras e débitos, total de novas compras,
    total de lançamentos atuais
  `),
  totalCredits: phrases(`
    total créditos, total de créditos, total entradas, total de entradas, total a crédito,
    total crédito, total de entrada, soma dos créditos, total dos créditos, créditos do período,
    entradas do período, total de depósitos, total recebido, pagamentos e créditos,
    total de pagamentos, créditos e pagamentos, pagamentos efetuados
  `),
  total: phrases(`
    total, totais, total geral, total de movimentos, totais do período, total do período, soma,
    total lançamentos, total dos lançamentos
  `),
  debitSection: phrases(`
    débitos, saídas, compras, pagamentos, compras nacionais, compras internacionais,
    lançamentos compras e saques, lançamentos nacionais, despesas, saídas e pagamentos, saques,
    saídas de dinheiro, débitos e saques, levantamentos, tarifas, despesas e tarifas,
    pagamentos e débitos, levantamentos e débitos, outros débitos, compras e despesas, comissões,
    despesas e comissões
  `),
  creditSection: phrases(`
    créditos, entradas, depósitos, pagamentos e créditos, pagamentos recebidos,
    pagamentos efetuados, pagamento recebido, depósitos e transferências recebidas,
    entradas de dinheiro, recebimentos, depósitos e créditos, créditos e depósitos,
    pagamentos e estornos, outros créditos, depósitos e outros créditos, pagamentos e devoluções
  `),
  totalDue: phrases(`
    total da fatura, total a pagar, valor total da fatura, valor a pagar, total desta fatura,
    total da sua fatura, o total da sua fatura é, valor total desta fatura, saldo desta fatura,
    total fatura, pagamento total, valor da fatura, montante a pagar, montante total a pagar,
    total a liquidar
  `),
  depositAccount: phrases(`
    conta corrente, conta poupança, conta à ordem, depósitos à ordem, depósito à ordem, conta de poupança, conta de pagamento
  `),
  card: phrases(`
    cartão de crédito, fatura, limite de crédito, fatura do cartão, fatura de cartão, limite
    total de crédito, vencimento da fatura, limite total do cartão de crédito, melhor dia de
    compra
  `),
  minimumDue: phrases("pagamento mínimo, valor mínimo, pagamento mínimo da fatura"),
  account: phrases(`
    número da conta, conta, nº de conta, conta corrente, nº conta, número do cartão, conta nº, nib,
    conta n, conta de depósito à ordem, conta d o, conta nr, conta à ordem, conta número,
    agência conta, agência e conta, nuc, conta poupança, cartão final, cartão, cta, c c
  `),
  period: phrases(`
    período, período de, de, extrato de, data início, período do extrato, data inicial, de data,
    período consultado, mês, extrato do período, lançamentos do período, movimentos de
  `),
  ignored: phrases(`
    saldo disponível, saldo médio, limite de crédito, saldo bloqueado, saldo bloqueado
    anterior, limite, limite
    disponível, saldo autorizado, limite total, limite de saque, limite de cheque especial,
    cheque especial, saldo aplicado, saldo investido, saldo de investimentos, pontos, milhas,
    parcelas futuras, próximas faturas, compras parceladas, total em aberto, total parcelado,
    encargos, juros, saldo cativo, saldo valor, plafond, descoberto autorizado, valores a
    vencer, saldo com investimentos, limite da conta, saldo da conta poupança, lançamentos
    futuros
  `),
};
