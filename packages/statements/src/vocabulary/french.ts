import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const french: Vocabulary = {
  months: months(`
    janvier janv jan,
    février févr fév,
    mars,
    avril avr,
    mai,
    juin,
    juillet juil,
    août,
    septembre sept,
    octobre oct,
    novembre nov,
    décembre déc
  `),
  headers: {
    date: phrases(`
      date, date opération, date d opération, date de l opération, date comptable,
      date de comptabilisation, date opé, date de transaction, jour, date d inscription,
      date du mouvement, date achat, date d achat, date compta, date opér, date de l achat,
      date trans, date insc, date d exécution, jr mo, jr, jj mm
    `),
    value_date: phrases(
      "date valeur, date de valeur, valeur, val, date de val, date val, valeur date, date débit, date de débit, date du débit",
    ),
    description: phrases(`
      libellé, libellé de l opération, opération, opérations, nature, nature de l opération,
      nature des opérations, désignation, description, détail, détail des opérations, intitulé,
      communication, libellé des opérations, détails, transaction, mouvement, texte,
      nature de l opération libellé, libellé de l écriture, détail de l opération, descriptif,
      description de l opération, opérations effectuées, communications, contrepartie,
      bénéficiaire, commerçant, motif, avis, informations, nature opération,
      détail de vos opérations, débiteur créditeur, intitulé de l opération
    `),
    reference: phrases(`
      référence, réf, n°, numéro, pièce, n° de chèque, n° opération, n° pièce, numéro de référence,
      réf opération, n° de reçu
    `),
    type: phrases("type, type d opération, sens, code, nature type, mode"),
    debit: phrases(`
      débit, débits, débit euros, retraits, retrait, sorties, dépenses, montant débit, vos débits,
      débit eur, au débit, débit chf, débit en euros, débit cad, sommes débitées, montant au débit,
      montants débités, décaissements, charges, débit mad, débit fcfa, débit dt, paiements
    `),
    credit: phrases(`
      crédit, crédits, crédit euros, dépôts, dépôt, entrées, recettes, montant crédit, vos crédits,
      crédit eur, au crédit, versements, crédit chf, crédit en euros, sommes créditées,
      montant au crédit, montants crédités, encaissements, bonification, bonifications, crédit mad,
      crédit fcfa, crédit dt
    `),
    amount: phrases(`
      montant, montant eur, montant euros, somme, montant de l opération, montant en eur,
      montant en euros, montant chf, montant net, montant opération, montant mad, montant fcfa,
      montants
    `),
    balance: phrases(`
      solde, nouveau solde, solde eur, solde progressif, solde courant, solde du compte, solde chf,
      solde en euros, solde après opération, solde disponible, solde comptable, solde cumulé,
      position
    `),
    other: phrases(`
      devise, franchise, exonéré, taux, frais, commission, montant devise, lieu, cours, pays,
      catégorie, cours de change, guichet, agence, heure, statut, contrevaleur, contre valeur,
      contrevaleur f, contrevaleur devise, ville,
      montant en devise, montant en devises, montant devises, montant origine, montant en devise d'origine
    `),
  },
  sides: {
    debit: phrases("débit, db, retrait, sortie, débiteur, débitrice"),
    credit: phrases("crédit, ct, dépôt, entrée, versement, créditeur, créditrice"),
  },
  overdrawn: phrases(`
    solde débiteur, solde débiteur au, débiteur, solde débiteur précédent, nouveau solde débiteur,
    ancien solde débiteur, solde en notre faveur
  `),
  countAll: phrases("nombre d opérations, nombre de mouvements, nombre de transactions, nombre d écritures"),
  countDebits: phrases("nombre de débits, nombre d opérations au débit, nbre débits, nombre de retraits"),
  countCredits: phrases("nombre de crédits, nombre d opérations au crédit, nbre crédits, nombre de dépôts"),
  opening: phrases(`
    solde précédent, ancien solde, solde initial, solde d ouverture, solde antérieur,
    solde de départ, solde reporté, solde début de période, solde en début de période, report, report à nouveau,
    solde créditeur précédent, solde débiteur précédent, solde au début, solde départ,
    solde de début, solde au départ, solde dernier relevé, solde du dernier relevé,
    solde de votre dernier relevé, solde du relevé précédent, solde de l ancien relevé,
    ancien solde créditeur, ancien solde débiteur, ancien solde au, solde période précédente,
    solde mois précédent, report solde, solde initial au, situation précédente, à nouveau,
    solde de la facture précédente, montant du relevé précédent, solde antérieur dû
  `),
  closing: phrases(`
    nouveau solde, solde final, solde de clôture, solde fin de période, solde en fin de période,
    solde de fin, solde actuel, solde à la fin, solde de fermeture, nouveau solde créditeur,
    nouveau solde débiteur, nouveau solde au, solde final au, solde en votre faveur,
    solde en notre faveur, solde de fin de période, solde fin, solde arrêté au, solde à reporter
  `),
  nextPage: phrases(`
    à reporter page suivante, suite page suivante, suite en page suivante, suite à la page suivante
  `),
  carried: phrases(`
    solde du jour, solde en fin de journée,
    à reporter, sous total, solde intermédiaire, total page, solde à nouveau,
    à reporter page suivante, report page précédente, total à reporter, sous totaux,
    report de la page précédente, transport
  `),
  balanceOn: phrases(`
    solde au, solde créditeur au, solde débiteur au, solde en date du, solde du, solde créditeur,
    solde débiteur, votre solde au, solde, solde arrêté, solde comptable au, position au,
    situation au
  `),
  totalDebits: phrases(`
    achats du mois, total débits, total des débits, total débit, total des retraits, total retraits,
    total des opérations au débit, total des sorties, total des mouvements débiteurs,
    mouvements débiteurs, total mouvements débit, total de vos débits, total retrait,
    somme des débits, totaux débits, total dépenses, total des dépenses, total des prélèvements,
    total débiteur, nouveaux achats, total des achats, achats et débits, total nouveaux achats
  `),
  totalCredits: phrases(`
    total crédits, total des crédits, total crédit, total des dépôts, total dépôts,
    total des opérations au crédit, total des entrées, total des mouvements créditeurs,
    mouvements créditeurs, total mouvements crédit, total de vos crédits, total dépôt,
    somme des crédits, totaux crédits, total recettes, total des recettes, total des versements,
    total créditeur, paiements et crédits, total des paiements, paiements reçus
  `),
  total: phrases(`
    total, totaux, total des opérations, total des mouvements, totaux des mouvements,
    total général, total mouvements, total des montants, totaux des opérations, total débit crédit, total débits crédits, total des débits et des crédits
  `),
  debitSection: phrases(`
    débits, retraits, retraits et débits, paiements, achats, dépenses, prélèvements, chèques,
    chèques émis, paiements par carte, retraits d espèces, opérations au débit, frais bancaires,
    retraits et paiements, débits et retraits, prélèvements et paiements, frais,
    achats et retraits, frais et commissions, virements émis, paiements par carte bancaire,
    retraits et autres débits, autres débits, chèques payés, sorties, nouveaux achats,
    achats et débits
  `),
  creditSection: phrases(`
    crédits, dépôts, dépôts et crédits, versements, recettes, virements reçus, remises de chèques,
    opérations au crédit, versements reçus, remboursements, dépôts et autres crédits,
    versements et crédits, paiements reçus, paiements et crédits, encaissements, vos encaissements, crédits et dépôts,
    autres crédits, entrées
  `),
  totalDue: phrases(`
    total à payer, montant dû, montant total dû, total dû, solde à payer, montant à payer,
    montant total à payer, montant débité le, montant total débité le, montant total débité, montant prélevé le, montant total prélevé le, montant total prélevé, total prélevé le, montant à prélever, solde exigible, montant à régler,
    total de vos opérations carte, nouveau solde à payer, solde total à payer
  `),
  depositAccount: phrases(`
    compte courant, compte chèques, compte cheque, compte de dépôt, compte à vue, livret a, livret bleu, livret d’épargne, compte épargne, compte d’épargne, compte sur livret, compte privé
  `),
  card: phrases(`
    carte de crédit, relevé de carte, limite de crédit, crédit disponible, date d échéance,
    carte à débit différé, relevé de compte carte, taux annuel, marge de crédit, solde antérieur
    carte, relevé carte, relevé d opérations carte, carte corporate, relevé de votre carte,
    relevé de votre carte bancaire, carte bancaire à débit différé
  `),
  minimumDue: phrases(`
    paiement minimum, paiement minimum exigé, montant minimum, montant minimal, montant minimum
    à payer, versement minimum, paiement minimal
  `),
  account: phrases(`
    numéro de compte, compte n°, n° de compte, compte, n° compte, compte no, numéro de carte,
    folio, n° de compte iban, rib, compte numéro, compte courant n°, compte chèque n°,
    compte chèques n°, numéro du compte, n° du compte, compte courant, n° de carte, carte n°
  `),
  period: phrases(`
    période, période du, du, relevé du, pour la période, période de, relevé de compte du,
    extrait de compte du, mois de, relevé pour la période, arrêté au
  `),
  ignored: phrases(`
    solde moyen, découvert autorisé, limite de crédit, crédit disponible, solde disponible,
    facilité de caisse, plafond, plafond de paiement, encours, opérations à venir, opérations en
    cours, total des frais, total des intérêts, frais de tenue de compte, points, points
    fidélité, capital restant dû, découvert, autorisation de découvert, montant de l
    autorisation, total frais annuels
  `),
};
