import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const polish: Vocabulary = {
  currency: "PLN",
  months: months(`
    styczeń stycznia sty,
    luty lutego lut,
    marzec marca mar,
    kwiecień kwietnia kwi,
    maj maja,
    czerwiec czerwca cze,
    lipiec lipca lip,
    sierpień sierpnia sie,
    wrzesień września wrz,
    październik października paź,
    listopad listopada lis,
    grudzień grudnia gru
  `),
  headers: {
    date: phrases(`
      data, data operacji, data księgowania, data transakcji, data oper, data księg,
      data rozliczenia, data zaksięgowania, data wykonania, data transakcji data księgowania,
      data księg operacji, data zapisu, dzień
    `),
    value_date: phrases("data waluty, data wal, waluty data, data waluta"),
    description: phrases(`
      opis, opis operacji, tytuł, tytuł operacji, szczegóły, treść operacji, opis transakcji,
      tytułem, szczegóły operacji, rodzaj i opis operacji, operacja, operacje,
      opis transakcji i miejsce, dane kontrahenta, kontrahent, nadawca odbiorca, tytuł płatności,
      opis operacji i tytuł, opis i tytuł, rodzaj operacji opis, dane operacji, nazwa
    `),
    reference: phrases(`
      numer referencyjny, referencje, nr ref, numer transakcji, nr transakcji, nr operacji,
      numer operacji, identyfikator
    `),
    type: phrases("typ, rodzaj operacji, typ operacji, rodzaj, typ transakcji"),
    debit: phrases(`
      obciążenia, obciążenie, wypłaty, wydatki, kwota obciążenia, wn, wypłata, winien,
      obciążenia pln, kwota wn, kwota obciążeń, rozchody, rozchód, wydano, strona wn, debet,
      obciążenie rachunku
    `),
    credit: phrases(`
      uznania, uznanie, wpłaty, wpływy, kwota uznania, ma, wpłata, uznania pln, kwota ma,
      kwota uznań, przychody, przychód, otrzymano, strona ma, kredyt, uznanie rachunku
    `),
    amount: phrases(`
      kwota, kwota operacji, kwota pln, kwota transakcji, kwota w pln, kwota w walucie rachunku,
      wartość, kwota zł, kwota rozliczenia, kwota operacji w pln
    `),
    balance: phrases(`
      saldo, saldo po operacji, saldo końcowe, saldo pln, saldo po transakcji, saldo księgowe,
      saldo rachunku, saldo zł, saldo po, saldo po operacji pln, stan rachunku, stan konta, stan
    `),
    other: phrases(
      "waluta, kurs, lp, kwota oryginalna, kwota w walucie, kwota w walucie transakcji, kwota w walucie oryginalnej, kwota transakcji w walucie",
    ),
  },
  sides: {
    debit: phrases("obciążenie, wn"),
    credit: phrases("uznanie, ma"),
  },
  overdrawn: phrases("saldo debetowe, saldo ujemne"),
  countAll: phrases("liczba operacji, liczba transakcji, ilość operacji"),
  countDebits: phrases("liczba obciążeń, liczba operacji obciążeniowych, ilość obciążeń"),
  countCredits: phrases("liczba uznań, liczba operacji uznaniowych, ilość uznań"),
  debitSection: phrases(`
    obciążenia, wypłaty, wydatki, opłaty i prowizje, przelewy wychodzące, transakcje kartą, opłaty,
    wypłaty i płatności, pozostałe obciążenia, zakupy
  `),
  creditSection: phrases(
    "uznania, wpłaty, wpływy, przelewy przychodzące, wpłaty i uznania, pozostałe uznania",
  ),
  opening: phrases(`
    saldo początkowe, saldo poprzednie, poprzednie saldo, saldo otwarcia, saldo z przeniesienia,
    saldo na początek okresu, saldo na początku okresu, stan początkowy, saldo początkowe na dzień,
    saldo poprzedniego wyciągu, saldo z poprzedniego wyciągu, saldo otwierające,
    zadłużenie z poprzedniego wyciągu, zadłużenie poprzednie, saldo zadłużenia poprzednie,
    poprzednie zadłużenie
  `),
  closing: phrases(`
    saldo końcowe, saldo zamknięcia, nowe saldo, saldo aktualne, saldo na koniec okresu,
    saldo na końcu okresu, stan końcowy, saldo końcowe na dzień, saldo bieżące, saldo zamykające,
    zadłużenie na koniec okresu
  `),
  nextPage: phrases(`
    ciąg dalszy na następnej stronie, do przeniesienia na następną stronę
  `),
  carried: phrases(`
    saldo dzienne, saldo na koniec dnia, saldo dnia,
    do przeniesienia, z przeniesienia, saldo do przeniesienia, suma strony, z poprzedniej strony,
    na następną stronę, przeniesienie
  `),
  balanceOn: phrases("saldo na dzień, saldo na, saldo"),
  totalDebits: phrases(`
    suma obciążeń, obciążenia razem, suma wypłat, razem obciążenia, suma wydatków, suma obrotów wn,
    obroty wn, obroty debetowe, łączna kwota obciążeń, wydatki razem, razem wypłaty, suma wn,
    obroty obciążeniowe, obciążenia ogółem, nowe transakcje, suma transakcji, nowe obciążenia
  `),
  totalCredits: phrases(`
    suma uznań, uznania razem, suma wpłat, razem uznania, suma wpływów, suma obrotów ma, obroty ma,
    obroty kredytowe, łączna kwota uznań, wpływy razem, razem wpłaty, suma ma, obroty uznaniowe,
    uznania ogółem, spłaty i uznania, suma spłat, wpłaty i uznania
  `),
  total: phrases("razem, suma, ogółem, łącznie, suma obrotów, obroty, razem obroty, podsumowanie obrotów"),
  totalDue: phrases(`
    kwota do zapłaty, do zapłaty, całkowite zadłużenie, kwota spłaty, całkowita kwota do spłaty,
    zadłużenie całkowite, kwota zadłużenia, zadłużenie ogółem, saldo zadłużenia, nowe zadłużenie
  `),
  depositAccount: phrases(`
    rachunek bieżący, konto osobiste, rachunek oszczędnościowo-rozliczeniowy, rachunek oszczędnościowy, konto oszczędnościowe
  `),
  card: phrases("karta kredytowa, karty kredytowej, limit kredytowy, limit karty, dostępny limit"),
  minimumDue: phrases(`
    minimalna kwota, minimalna kwota do zapłaty, minimalna spłata, minimalna kwota spłaty
  `),
  account: phrases(`
    numer rachunku, nr rachunku, rachunek, numer konta, numer karty, rachunek nr, numer iban,
    nr rachunku iban, nr konta, konto, nr karty
  `),
  period: phrases("okres, za okres, od, wyciąg za okres, okres rozliczeniowy, za miesiąc, od dnia"),
  ignored: phrases(`
    saldo dostępne, środki dostępne, limit kredytowy, dostępne środki, kwota dostępna, limit w
    rachunku, limit debetowy, kwota zablokowana, blokady, saldo średnie, punkty, odsetki od
    początku roku, operacje nierozliczone, oczekujące, dostępny limit
  `),
};
