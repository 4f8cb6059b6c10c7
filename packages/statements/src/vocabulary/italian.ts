import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const italian: Vocabulary = {
  months: months(`
    gennaio gen,
    febbraio feb,
    marzo mar,
    aprile apr,
    maggio mag,
    giugno giu,
    luglio lug,
    agosto ago,
    settembre set,
    ottobre ott,
    novembre nov,
    dicembre dic
  `),
  headers: {
    date: phrases(`
      data, data operazione, data contabile, data registrazione, data movimento, data oper,
      data contab, data op, data di registrazione, data operaz, data acquisto,
      data contabilizzazione, data mov, data valuta operazione, data esecuzione, data reg, giorno
    `),
    value_date: phrases("valuta, data valuta, val, data val, data di valuta"),
    description: phrases(`
      descrizione, causale, descrizione operazione, descrizione operazioni, operazione,
      descrizione del movimento, movimento, movimenti, dettaglio, dettagli,
      descrizione delle operazioni, testo, descrizione causale, causale descrizione,
      descrizione operaz, esercente, beneficiario, descrizione movimento, operazioni,
      dettagli operazione, informazioni, motivo
    `),
    reference: phrases(`
      riferimento, rif, numero, n operazione, codice operazione, n assegno, riferimento operazione,
      num
    `),
    type: phrases("tipo, tipologia, codice, segno, d a, dare avere, cod, caus"),
    debit: phrases(`
      dare, addebiti, addebito, uscite, movimenti dare, a debito, importo dare, uscita,
      importi a debito, importi addebitati, totale uscite, addebiti euro, addebiti in euro,
      uscite euro, movimenti a debito, prelievi, pagamenti, spese, importo a debito, addebito chf,
      addebiti chf
    `),
    credit: phrases(`
      avere, accrediti, accredito, entrate, movimenti avere, a credito, importo avere, entrata,
      importi a credito, importi accreditati, accrediti euro, accrediti in euro, entrate euro,
      movimenti a credito, versamenti, incassi, importo a credito, accredito chf, accrediti chf
    `),
    amount: phrases(`
      importo, importo eur, importo in euro, ammontare, importo euro, importo chf,
      importo operazione, importi, importo in eur, importo addebitato
    `),
    balance: phrases(`
      saldo, saldo contabile, saldo progressivo, saldo disponibile, saldo eur, saldo chf,
      saldo in euro, saldo euro, saldo liquido, saldo dopo operazione, saldo conto
    `),
    other: phrases(`
      divisa, cambio, commissioni, filiale, località, città, commissione, importo in divisa,
      valuta estera, tasso di cambio,
      importo in altre valute, importo in valuta, importo in valuta estera, importo valuta, altre valute, importo originario
    `),
  },
  sides: {
    debit: phrases("dare, addebito, uscita, d, spesa, prelievo"),
    credit: phrases("avere, accredito, entrata, a, versamento, incasso"),
  },
  overdrawn: phrases(`
    saldo a debito, a vostro debito, saldo debitore, saldo dare, a nostro credito,
    saldo finale a vostro debito, saldo iniziale a vostro debito
  `),
  countAll: phrases("numero operazioni, numero movimenti, n operazioni, n movimenti"),
  countDebits: phrases("numero addebiti, n addebiti, numero operazioni a debito"),
  countCredits: phrases("numero accrediti, n accrediti, numero operazioni a credito"),
  opening: phrases(`
    saldo iniziale, saldo precedente, saldo di apertura, saldo contabile iniziale,
    saldo estratto precedente, saldo iniziale a credito, saldo inizio periodo,
    saldo contabile precedente, saldo al precedente estratto, saldo precedente estratto conto,
    saldo iniziale in euro, saldo iniziale a vostro credito, saldo iniziale a vostro debito,
    saldo iniziale al, saldo a nuovo, saldo liquido iniziale, saldo inizio,
    saldo ultimo estratto conto, riporto saldo, saldo estratto conto precedente,
    importo estratto conto precedente, debito precedente, riporto
  `),
  closing: phrases(`
    saldo finale, nuovo saldo, saldo di chiusura, saldo contabile finale, saldo attuale,
    saldo fine periodo, saldo finale a credito, saldo finale in euro,
    saldo finale a vostro credito, saldo finale a vostro debito, saldo finale al,
    saldo liquido finale, saldo fine, saldo contabile a fine periodo, saldo a vostro favore,
    saldo a vostro credito, saldo a nostro credito
  `),
  nextPage: phrases(`
    segue a pagina successiva, segue alla pagina successiva, segue pagina successiva, continua alla pagina successiva
  `),
  carried: phrases(`
    saldo del giorno, saldo giornaliero, saldo di fine giornata,
    saldo a riportare, a riportare, saldo da riportare, riporto a nuovo, saldo a riporto, riporto pagina precedente,
    da riportare, segue, totale a riportare, saldo riportato
  `),
  balanceOn: phrases(`
    saldo al, saldo contabile al, saldo in data, saldo, saldo liquido al, saldo contabile in data,
    saldo in euro al, saldo del
  `),
  totalDebits: phrases(`
    acquisti del periodo, spese del periodo, totale addebiti, totale uscite, totale dare, totale movimenti dare, totale a debito,
    totale movimenti a debito, totale movimenti in dare, totale importi a debito, totale spese,
    totale prelievi, totale delle uscite, totale degli addebiti, somma addebiti,
    totale a vostro debito, movimenti dare, nuovi acquisti, totale acquisti, totale nuove spese,
    nuove spese
  `),
  totalCredits: phrases(`
    totale accrediti, totale entrate, totale avere, totale movimenti avere, totale a credito,
    totale movimenti a credito, totale movimenti in avere, totale importi a credito,
    totale versamenti, totale delle entrate, totale degli accrediti, somma accrediti,
    totale a vostro credito, movimenti avere, pagamenti e accrediti, totale pagamenti,
    pagamenti ricevuti
  `),
  total: phrases(`
    totale, totali, totale movimenti, totale generale, totale operazioni,
    totale generale movimenti, totali movimenti, totale dei movimenti, totale importi, totale uscite entrate, totale entrate uscite, totale entrate e uscite, totale uscite ed entrate, totale dare avere, totale addebiti accrediti
  `),
  debitSection: phrases(`
    addebiti, uscite, spese, pagamenti, acquisti, operazioni a debito, prelievi e pagamenti,
    uscite e addebiti, commissioni e spese, bonifici in uscita, movimenti in uscita,
    movimenti in dare, prelievi, commissioni, pagamenti e prelievi, acquisti e spese,
    altri addebiti
  `),
  creditSection: phrases(`
    accrediti, entrate, versamenti, incassi, operazioni a credito, rimborsi, entrate e accrediti,
    versamenti e accrediti, bonifici in entrata, movimenti in entrata, movimenti in avere,
    altri accrediti, pagamenti ricevuti, accrediti e versamenti
  `),
  totalDue: phrases(`
    totale da pagare, importo dovuto, totale dovuto, totale addebito, totale estratto conto,
    totale spese da addebitare, importo da addebitare, totale da addebitare, saldo da pagare,
    importo da pagare, importo totale da pagare, importo totale dovuto
  `),
  depositAccount: phrases("conto corrente, conto deposito, libretto di risparmio, conto di risparmio"),
  card: phrases(`
    carta di credito, estratto conto carta, limite di utilizzo, fido, carta credito, estratto
    conto carta di credito, plafond, massimale, limite di spesa
  `),
  minimumDue: phrases("rata minima, rimborso minimo, importo minimo da pagare, pagamento minimo"),
  account: phrases(`
    numero conto, conto corrente, conto n, conto, numero di conto, c c n, numero carta,
    conto corrente n, iban conto, n conto, numero rapporto, rapporto n, coordinate bancarie,
    conto corrente postale n, numero della carta, conto privato
  `),
  period: phrases(`
    periodo, dal, periodo dal, movimenti dal, estratto conto dal, estratto conto al, dal giorno,
    trimestre, mese di, movimenti del periodo, lista movimenti dal
  `),
  ignored: phrases(`
    saldo medio, saldo disponibile, fido, saldo liquido medio, fido accordato, fido concesso,
    disponibilità, importo disponibile, giacenza media, saldo prenotato, numeri, numeri
    debitori, numeri creditori, interessi maturati, plafond, massimale, imposta di bollo annua,
    spese annue, totale spese annue, limite di spesa, residuo
  `),
};
