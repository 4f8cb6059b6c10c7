import { months, phrases, type Vocabulary } from "./vocabulary.ts";

export const filipino: Vocabulary = {
  currency: "PHP",
  months: months(`
    enero ene,
    pebrero peb,
    marso,
    abril,
    mayo,
    hunyo hun,
    hulyo hul,
    agosto ago,
    setyembre set,
    oktubre okt,
    nobyembre nob,
    disyembre dis
  `),
  headers: {
    date: phrases("petsa, petsa ng transaksyon"),
    description: phrases("paglalarawan, detalye, transaksyon"),
    debit: phrases("bawas, inilabas, withdrawal"),
    credit: phrases("dagdag, pumasok, deposito"),
    amount: phrases("halaga"),
    balance: phrases("balanse, natitirang balanse"),
  },
  debitSection: phrases("mga withdrawal, mga bawas"),
  creditSection: phrases("mga deposito, mga dagdag"),
  opening: phrases("panimulang balanse, nakaraang balanse"),
  closing: phrases("pangwakas na balanse, huling balanse"),
  totalDebits: phrases("kabuuang bawas"),
  totalCredits: phrases("kabuuang dagdag"),
  total: phrases("kabuuan"),
  totalDue: phrases("kabuuang babayaran"),
  account: phrases("numero ng account"),
  period: phrases("panahon"),
  countAll: phrases("bilang ng transaksyon"),
  minimumDue: phrases("minimum na bayad"),
};
