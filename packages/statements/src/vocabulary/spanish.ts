import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const spanish: Vocabulary = {
  months: months(`
    enero ene,
    febrero feb,
    marzo mar,
    abril abr,
    mayo may,
    junio jun,
    julio jul,
    agosto ago,
    septiembre setiembre sep sept set,
    octubre oct,
    noviembre nov,
    diciembre dic
  `),
  headers: {
    date: phrases(`
      fecha, fecha operación, fecha de operación, f operación, fecha oper, fecha contable,
      fecha mov, fecha movimiento, día, oper, fecha de transacción, fecha transacción, f oper,
      fecha de movimiento, fecha proceso, fecha proc, fec, fec oper, fecha op, fecha de proceso,
      fecha de pago, fecha compra, fecha de compra, fecha y hora, fecha de cargo, fecha aplicación,
      f movimiento, fecha apunte, fecha registro, fecha posteo, fecha consumo,
      fecha de la operación
    `),
    value_date: phrases(`
      fecha valor, f valor, liq, fecha liq, fecha de valor, fec valor, fecha efectiva,
      fecha de liquidación, f liq
    `),
    description: phrases(`
      concepto, descripción, detalle, movimiento, movimientos, operación, glosa, transacción,
      detalle de transacción, conceptos, descripción movimiento, descripción de la operación,
      detalle de la operación, observaciones, detalle de movimientos, detalle del movimiento,
      descripción del movimiento, descripción de la transacción, descripción operación,
      concepto descripción, concepto operación, comercio, establecimiento, beneficiario, motivo,
      leyenda, detalle transacción, descripcion de movimientos, concepto referencia, más datos,
      detalle operación
    `),
    reference: phrases(`
      referencia, ref, nº doc, documento, n documento, comprobante, nro documento, folio, cheque,
      n operación, nro operación, no referencia, nro, nro comprobante, n° doc, nro doc, num doc,
      no documento, n de documento, autorización, no autorización, nº cheque, folio bancario, dcto,
      número de documento
    `),
    type: phrases(`
      tipo, tipo de movimiento, tipo movimiento, cod, código, d h, debe haber, c a, cargo abono,
      naturaleza, signo
    `),
    debit: phrases(`
      cargo, cargos, debe, débito, débitos, retiro, retiros, egresos, adeudos, salidas, giros,
      gastos, pagos, cheques y cargos, cargos y cheques, giros y cargos, debitos y cargos,
      cheques o cargos, cheques y otros cargos, cargos debe, cargo debe, retiros cargos,
      retiros y cargos, retiros o cargos, débito cargo, débitos cargos, cargos débitos, egreso,
      salida, monto cargo, monto débito, importe cargo, importe debe, importe débito,
      pagos y cargos, valor débito, cheques, adeudo
    `),
    credit: phrases(`
      abono, abonos, haber, crédito, créditos, depósito, depósitos, ingresos, entradas,
      depósitos y abonos, ingreso, créditos y abonos, depósitos o abonos, depósitos y otros abonos,
      abonos haber, abono haber, depósitos abonos, crédito abono, créditos abonos, abonos créditos,
      entrada, monto abono, monto crédito, importe abono, importe haber, importe crédito,
      valor crédito, depósitos y créditos, depósito o abono
    `),
    amount: phrases(`
      cargos y abonos, cargo y abono, abonos y cargos, cargos y o abonos, cargos abonos,
      importe, monto, cantidad, importe eur, valor transacción, importe en pesos,
      importe operación, valor, monto operación, importe en euros, monto s, monto transacción,
      importe total, monto total, importe mn, monto us$
    `),
    balance: phrases(`
      saldo, saldo disponible, saldo contable, saldo eur, saldo operación, saldo liquidación,
      saldo final, saldo diario, saldo parcial, saldo s, saldo total, saldo cuenta,
      saldo en cuenta, saldo en euros, saldo resultante, saldo posterior, saldo acumulado,
      saldo actual, saldos
    `),
    other: phrases(`
      sucursal, oficina, divisa, moneda, suc, cuotas, cuota, tasa, canal, agencia, plaza,
      localidad, ciudad, hora, estado, operador, moneda extranjera, dólares, tipo de cambio,
      cuotas pactadas, tasa pactada, saldo a diferir, saldo por diferir, saldo diferido, capital pendiente,
       caja, ofic, lugar, lugar de operación, liquidación,
      importe divisa, importe en divisa, importe moneda extranjera, importe en moneda extranjera, importe original, importe en moneda original
    `),
  },
  sides: {
    debit: phrases("cargo, débito, debe, retiro, d, nd, n/d, egreso, salida, pago, deudor"),
    credit: phrases("abono, crédito, haber, depósito, ingreso, entrada, h, nc, n/c, acreedor"),
  },
  overdrawn: phrases("saldo deudor, deudor, saldo en contra, saldo a nuestro favor"),
  countAll: phrases(`
    número de movimientos, número de operaciones, número de transacciones, no de movimientos,
    cantidad de movimientos, nº de movimientos, total de transacciones
  `),
  countDebits: phrases(`
    número de cargos, número de retiros, número de débitos, cantidad de débitos, no de cargos,
    no de retiros, nº de cargos
  `),
  countCredits: phrases(`
    número de abonos, número de depósitos, número de créditos, cantidad de créditos, no de abonos,
    no de depósitos, nº de abonos
  `),
  opening: phrases(`
    balance anterior, balance inicial, balance previo, balance al corte anterior,
    saldo anterior, saldo inicial, saldo de apertura, saldo al inicio, saldo previo, saldo
    inicial del período, saldo último extracto, saldo extracto anterior, saldo mes anterior,
    saldo de operación inicial, saldo inicial de operación, saldo inicial operación, saldo del
    mes anterior, saldo del período anterior, saldo del extracto anterior, saldo en el extracto
    anterior, saldo estado anterior, saldo inicial al, saldo período anterior, saldo corte
    anterior, saldo al corte anterior, saldo cierre anterior, saldo resumen anterior, saldo
    último resumen, adeudo del periodo anterior, saldo ant, saldo cartola anterior, saldo
    facturado anterior, monto facturado período anterior, saldo del período anterior facturado,
    deuda anterior, saldo final del periodo anterior, saldo final periodo anterior, saldo final anterior, saldo anterior facturado, adeudo anterior, saldo del corte anterior
  `),
  closing: phrases(`
    balance final, balance actual, balance al corte, nuevo balance, balance al cierre,
    saldo final, saldo actual, nuevo saldo, saldo al cierre, saldo de cierre, saldo al final,
    saldo final del período, saldo al corte, saldo de corte, saldo de operación final,
    saldo final de operación, saldo a favor del cliente, saldo a nuestro favor, saldo final al,
    saldo en su favor, saldo fin de mes, nuevo saldo al, saldo final de período, saldo cierre,
    saldo deudor final, saldo a su favor, saldo a favor, saldo deudor a nuestro favor
  `),
  nextPage: phrases(`
    pasa a la página siguiente, sigue en la página siguiente, continúa en la página siguiente,
    continúa en la siguiente página
  `),
  carried: phrases(`
    saldo diario, saldo al final del día,
    suma anterior, saldo a cuenta nueva, suma y sigue, saldo arrastrado, arrastre, viene de la página anterior,
    pasa a la página siguiente, subtotal, saldo página anterior, transporte, saldo de transporte,
    viene de, sigue en la página siguiente, sigue, vienen, continúa, sub total, total página
  `),
  balanceOn: phrases(`
    saldo al, saldo a, saldo a fecha, saldo en fecha, saldo, saldo al día,
    saldo a día, saldo el, saldo día, saldo con fecha, saldo del día
  `),
  totalDebits: phrases(`
    compras y cargos, total cargos, total débitos, total debe, total retiros, total egresos, total adeudos,
    total de cargos, total giros, total de retiros, total débito, total gastos,
    total cargos y cheques, total importe cargos, importe total cargos, total otros cargos,
    retiros cargos, total de débitos, total débitos y cargos, suma cargos, suma debe,
    suma de cargos, total cheques y cargos, total de egresos, total salidas, débitos totales,
    cargos totales, total de débito, total cargo, total débitos del período, nuevos cargos,
    total de consumos, compras y cargos del período, total consumos, total compras
  `),
  totalCredits: phrases(`
    total abonos, total créditos, total haber, total depósitos, total ingresos, total de abonos,
    total de depósitos, total crédito, total importe abonos, importe total abonos,
    total otros abonos, depósitos abonos, total de créditos, total depósitos y abonos, suma abonos,
    suma haber, suma de abonos, total de ingresos, total entradas, créditos totales,
    abonos totales, total abono, total créditos del período, pagos y abonos, total de pagos,
    total pagos, pagos y créditos
  `),
  total: phrases(`
    total, totales, total general, total movimientos, total operaciones, total de movimientos,
    total del período, total movimiento, sumas, suma total, total importe, total debe haber, total cargos abonos, total cargos y abonos
  `),
  debitSection: phrases(`
    cargos, retiros, débitos, egresos, compras, débitos y cargos, consumos, compras y cargos,
    cheques, otros cargos, comisiones, compras y disposiciones, cargos compras y disposiciones,
    retiros y cargos, egresos y pagos, cheques pagados, retiros y otros cargos, cargos y retiros,
    comisiones y cargos, salidas de dinero, pagos realizados, retiros y débitos, cargos regulares,
    cargos y consumos, consumos del mes, salidas, gastos, adeudos, pagos y adeudos,
    cheques y cargos, comisiones e intereses
  `),
  creditSection: phrases(`
    abonos, depósitos, créditos, ingresos, pagos y abonos, créditos y abonos, pagos,
    pagos y devoluciones, otros abonos, depósitos y abonos, transferencias recibidas, sus pagos,
    depósitos y otros abonos, abonos y depósitos, entradas de dinero, depósitos y créditos,
    pagos y créditos, pagos recibidos, ingresos y abonos, entradas, pagos abonos y devoluciones
  `),
  totalDue: phrases(`
    total a pagar, pago para no generar intereses, monto total facturado, total facturado,
    monto facturado, saldo a pagar, monto total a pagar, pago total, saldo al corte a pagar,
    total adeudado, saldo deudor total, deuda total, importe a pagar, total saldo a pagar,
    monto a pagar, costo monetario total, pago total del mes, importe a cargar, importe a cargar en su cuenta,
    importe a cargar en cuenta, importe a adeudar, saldo total a pagar
  `),
  depositAccount: phrases(`
    cuenta corriente, cuenta de ahorro, cuenta de ahorros, caja de ahorro, caja de ahorros, cuenta vista, cuenta de cheques, cuenta nómina, cuenta sueldo, cuenta monetaria
  `),
  card: phrases(`
    tarjeta de crédito, límite de crédito, fecha límite de pago, estado de cuenta tarjeta, extracto tarjeta,
    extracto de tarjeta, extracto de la tarjeta, liquidación de tarjeta, cupo
    total, tarjeta crédito, pago para no generar, cupo disponible, límite de compra, compras del mes, límite de
    compras, resumen de tarjeta, línea de crédito, fecha de corte, cae
  `),
  minimumDue: phrases(`
    pago mínimo, pago mínimo requerido, monto mínimo a pagar, mínimo a pagar, pago mínimo del
    mes
  `),
  account: phrases(`
    número de cuenta, cuenta, nº de cuenta, nro de cuenta, n cuenta, cuenta número,
    número de tarjeta, clabe, cuenta no, cbu, cta, cuenta corriente, cuenta corriente nº,
    cuenta corriente n, cuenta vista, caja de ahorro, caja de ahorros, cuenta de ahorros,
    cuenta de ahorro, número, nº cuenta, cuenta n°, n° de cuenta, cvu, cci, cuenta de cheques,
    contrato, número cuenta
  `),
  period: phrases(`
    período, desde, del, período del, fecha desde, entre, período de facturación, extracto del,
    movimientos del, fecha inicial, desde el, periodo de, mes de, extracto de
  `),
  ignored: phrases(`
    saldo promedio, saldo disponible, límite de crédito, crédito disponible, saldo medio, saldo
    retenido, promedio, saldo mínimo, saldo promedio diario, saldo promedio mínimo, saldo mínimo
    requerido, cupo sugerido, cupo disponible, cupo total, saldo a plazo, saldo diferido,
    crédito disponible para, límite de compra, límite de compras, línea de crédito, línea
    disponible, puntos, puntos acumulados, saldo de puntos, retenciones, retención, saldo en
    cuotas, próximo vencimiento, cuotas pendientes, cuotas a vencer, total de intereses,
    intereses pagados, saldo en canje, saldo congelado, comisiones cobradas, tasa, cat, gat,
    total de comisiones, isr retenido, saldo de cuotas
  `),
};
