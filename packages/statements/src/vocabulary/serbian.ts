import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const serbian: Vocabulary = {
  currency: "RSD",
  months: months(`
    januar januara jan јануар јануара јан,
    februar februara feb фебруар фебруара феб,
    mart marta mar март марта мар,
    april aprila apr април априла апр,
    maj maja мај маја,
    jun juna јун јуна,
    jul jula јул јула,
    avgust avgusta avg август августа авг,
    septembar septembra sep септембар септембра сеп,
    oktobar oktobra okt октобар октобра окт,
    novembar novembra nov новембар новембра нов,
    decembar decembra dec децембар децембра дец
  `),
  headers: {
    date: phrases(`
      datum promene, datum knjiženja, datum transakcije, datum obrade, датум, датум промене,
      датум књижења, датум трансакције, датум обраде
    `),
    value_date: phrases("datum valute, valuta, датум валуте, валута"),
    description: phrases(`
      opis promene, opis transakcije, svrha uplate, svrha doznake, naziv, опис, опис промене,
      опис трансакције, сврха, сврха плаћања, сврха дознаке, назив, прималац налогодавац
    `),
    reference: phrases("poziv na broj, referenca, позив на број, референца, broj naloga"),
    type: phrases("vrsta, врста, šifra plaćanja"),
    debit: phrases(`
      duguje, zaduženje, isplata, odliv, na teret, teret, дугује, задужење, исплата, одлив,
      на терет, терет, расход
    `),
    credit: phrases(`
      potražuje, odobrenje, uplata, priliv, u korist, korist, потражује, одобрење, уплата, прилив,
      у корист, корист, приход
    `),
    amount: phrases("iznos rsd, iznos u rsd, износ, износ rsd, износ у динарима"),
    balance: phrases("stanje, novo stanje, saldo, стање, ново стање, салдо, стање рачуна"),
    other: phrases("iznos u valuti, originalni iznos, kurs"),
  },
  sides: {
    debit: phrases("duguje, дугује"),
    credit: phrases("potražuje, потражује"),
  },
  overdrawn: phrases("dugovni saldo, дуговни салдо"),
  debitSection: phrases("isplate, odlivi, zaduženja, troškovi, исплате, одливи, задужења, трошкови, накнаде"),
  creditSection: phrases("uplate, prilivi, odobrenja, уплате, приливи, одобрења"),
  opening: phrases(`
    prethodno stanje, početno stanje, претходно стање, почетно стање, стање претходног извода,
    stanje prethodnog izvoda
  `),
  closing: phrases(`
    novo stanje, krajnje stanje, ново стање, крајње стање, завршно стање, salda na kraju,
    završno stanje
  `),
  carried: phrases("prenos, пренос, донос"),
  balanceOn: phrases("stanje na dan, стање на дан, стање"),
  totalDebits: phrases(`
    ukupno duguje, ukupno isplate, ukupno zaduženje, укупно дугује, укупно исплате, дуговни промет,
    укупно задужење, укупан дуговни промет
  `),
  totalCredits: phrases(`
    ukupno potražuje, ukupno uplate, ukupno odobrenje, укупно потражује, укупно уплате,
    потражни промет, укупно одобрење, укупан потражни промет
  `),
  total: phrases("ukupno, ukupan promet, укупно, укупан промет, свега"),
  totalDue: phrases(`
    укупно за плаћање, ukupna obaveza, ukupan dug, укупан дуг, ukupno dugovanje, укупно дуговање,
    iznos za uplatu, износ за уплату, ukupno za uplatu, укупно за уплату
  `),
  depositAccount: phrases("текући рачун, tekući račun, štedni račun, штедни рачун"),
  card: phrases("кредитна картица, кредитне картице, kreditni limit, кредитни лимит"),
  minimumDue: phrases("минимална уплата, minimalna rata"),
  account: phrases("broj računa, račun, tekući račun, број рачуна, рачун, текући рачун, broj partije"),
  period: phrases("period, za period, период, за период, izvod za period, извод за период"),
  ignored: phrases(`
    raspoloživo stanje, dozvoljeno prekoračenje, расположиво стање, дозвољено прекорачење,
    rezervisana sredstva, резервисана средства, кредитни лимит
  `),
};
