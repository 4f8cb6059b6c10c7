import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const basque: Vocabulary = {
  currency: "EUR",
  months: months(`
    urtarrila urt,
    otsaila ots,
    martxoa martx,
    apirila api,
    maiatza mai,
    ekaina eka,
    uztaila uzt,
    abuztua abu,
    iraila ira,
    urria urr,
    azaroa aza,
    abendua abe
  `),
  headers: {
    date: phrases("data, eragiketa data, eragiketaren data"),
    value_date: phrases("balio data"),
    description: phrases("kontzeptua, azalpena, mugimendua, mugimenduak"),
    debit: phrases("zorra, zordunketa, zordunketak, gastuak, kargua"),
    credit: phrases("hartzekoa, abonua, abonuak, sarrerak, ordainketa jasoa"),
    amount: phrases("zenbatekoa, zenbatekoa eur"),
    balance: phrases("saldoa, saldoa eur"),
  },
  opening: phrases("aurreko saldoa, hasierako saldoa"),
  closing: phrases("amaierako saldoa, azken saldoa, saldo berria, oraingo saldoa"),
  totalDebits: phrases("zorra guztira, gastuak guztira"),
  totalCredits: phrases("hartzekoa guztira, sarrerak guztira"),
  total: phrases("guztira"),
  totalDue: phrases("ordaindu beharrekoa guztira, ordaintzeko guztira, ordaindu beharreko zenbatekoa"),
  card: phrases("kreditu txartela, kreditu txartelaren laburpena"),
  minimumDue: phrases("gutxieneko ordainketa"),
  account: phrases("kontu zenbakia, kontua"),
  period: phrases("epea, aldia"),
};
