import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const finnish: Vocabulary = {
  currency: "EUR",
  months: months(`
    tammikuu tammi,
    helmikuu helmi,
    maaliskuu maalis,
    huhtikuu huhti,
    toukokuu touko,
    kesäkuu kesä,
    heinäkuu heinä,
    elokuu elo,
    syyskuu syys,
    lokakuu loka,
    marraskuu marras,
    joulukuu joulu
  `),
  headers: {
    date: phrases(`
      pvm, päivä, päivämäärä, kirjauspäivä, kirjauspvm, tapahtumapäivä, kirj pvm, kirjaus pvm,
      kirj päivä, maksupäivä, maksupvm, ostopäivä, tap pvm, tapahtumapvm, kirjattu,
      tapahtuman päivä
    `),
    value_date: phrases("arvopäivä, arvopvm, arvo pvm, valuuttapäivä, arvop"),
    description: phrases(`
      selitys, saaja maksaja, saaja, kuvaus, tapahtuma, selite, saajan nimi, viesti,
      tapahtuman kuvaus, saaja/maksaja selite, saaja maksaja viesti, tapahtumat, tapahtuman selite,
      myyjä, maksun aihe, viesti selite, selvitys, nimi, tiliotetapahtuma, ostopaikka
    `),
    reference: phrases(`
      viite, viitenumero, arkistointitunnus, arkistotunnus, arkistointi tunnus,
      viite arkistointitunnus
    `),
    type: phrases("tapahtumalaji, laji"),
    debit: phrases(`
      otto, otot, veloitus, menot, veloitukset, otto eur, veloitettu, tililtäpano,
      tililtäpanot, nosto, nostot, lähtevä
    `),
    credit: phrases(`
      pano, panot, hyvitys, tulot, talletukset, hyvitykset, pano eur, hyvitetty, tilillepano,
      tilillepanot, talletus, saapuva
    `),
    amount: phrases(`
      määrä, määrä eur, panot ja otot, summa, määrä euroa, rahamäärä, määrä euro, määrä euroina, summa eur, euroa,
      määrä euroissa
    `),
    balance: phrases(`
      saldo, tilin saldo, saldo eur, saldo euroa, saldo tapahtuman jälkeen, kirjanpitosaldo,
      käytettävissä
    `),
    other: phrases("kurssi, valuutta, paikka, alkuperäinen summa, valuuttamäärä, määrä valuutassa"),
  },
  sides: {
    debit: phrases("otto, o, veloitus"),
    credit: phrases("pano, p, hyvitys"),
  },
  countAll: phrases("tapahtumien lukumäärä, tapahtumia yhteensä"),
  countDebits: phrases("ottojen lukumäärä, otot kpl, ottoja"),
  countCredits: phrases("panojen lukumäärä, panot kpl, panoja"),
  debitSection: phrases(`
    otot, veloitukset, maksut, nostot, ostot, palvelumaksut, nostot ja maksut, menot,
    lähtevät maksut
  `),
  creditSection: phrases("panot, hyvitykset, talletukset, saapuneet maksut, saapuvat maksut, tulot"),
  opening: phrases(`
    alkusaldo, edellinen saldo, saldo alussa, aloitussaldo, saldo edelliseltä tiliotteelta,
    alku saldo, saldo kauden alussa, edellisen tiliotteen saldo, edellisen laskun saldo,
    edellisen laskun loppusumma, edellinen lasku, saldo edelliseltä laskulta,
    velka edelliseltä laskulta
  `),
  closing: phrases(`
    loppusaldo, uusi saldo, saldo lopussa, päätössaldo, loppu saldo, saldo kauden lopussa,
    tilin loppusaldo, kauden loppusaldo
  `),
  carried: phrases("siirto, siirretään, välisumma, siirto edelliseltä sivulta, siirto seuraavalle sivulle"),
  balanceOn: phrases("saldo, saldo pvm, saldo päivänä"),
  totalDebits: phrases(`
    ostot kaudella, otot yhteensä, veloitukset yhteensä, menot yhteensä, otot yht, tililtäpanot yhteensä,
    nostot yhteensä, otot, kauden otot, uudet ostot, ostot yhteensä, uudet tapahtumat
  `),
  totalCredits: phrases(`
    panot yhteensä, hyvitykset yhteensä, tulot yhteensä, panot yht, tilillepanot yhteensä,
    talletukset yhteensä, panot, kauden panot, maksusuoritukset, suoritukset yhteensä,
    maksut ja hyvitykset
  `),
  total: phrases("yhteensä, summa, yht, kaikki yhteensä"),
  totalDue: phrases(`
    maksettava yhteensä, laskun loppusumma, maksettava, lasku yhteensä, laskun summa,
    uusi saldo maksettavaa, velka yhteensä
  `),
  depositAccount: phrases("käyttötili, säästötili"),
  card: phrases("luottokortti, luottoraja, luottokorttilasku, kortin luottoraja"),
  minimumDue: phrases("vähimmäismaksu, vähimmäislyhennys, minimilyhennys"),
  account: phrases("tilinumero, tili, kortin numero, tili iban, iban tilinumero, tilin numero, käyttötili"),
  period: phrases("kausi, ajalta, aikaväli, jakso, tiliote ajalta, tapahtumat ajalta, laskutuskausi"),
  ignored: phrases(`
    luottoraja, käytettävissä, nostettavissa, luottoa käytettävissä, tililuotto, myönnetty
    luotto, katevaraus, katevaraukset, tulevat maksut, kertynyt korko
  `),
};
