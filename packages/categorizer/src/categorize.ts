import type { Category, Flow } from "./category.ts";
import { type Counterparty, counterpartyOf } from "./counterparty.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import type { Sign } from "./knowledge/flows.ts";
import { merchantName } from "./merchant.ts";
import { signsOf } from "./sign.ts";
import { wordsOf } from "./words.ts";

export type CategorizeInput = {
  description: string;
  type: "DEBIT" | "CREDIT";
  /** Minor units, currency and bank do not decide yet; they are here so that callers need not change. */
  amount?: bigint;
  currency?: string;
  institution?: string | null;
};

export type Categorized = {
  /** `other` for every flow but SPENDING. */
  category: Category;
  flow: Flow;
  /** 0 to 1: how often such a decision holds, by estimate. Below 0.5 it is a guess. */
  confidence: number;
  /** As `normaliseMerchant` names it. */
  merchant: string;
};

type Decision = Omit<Categorized, "merchant">;
type Clues = {
  signs: ReadonlySet<Sign>;
  evidence: Evidence | null;
  counterparty: Counterparty;
};

/** Category, flow and merchant of a row by its description and side: pure, and total over strings. */
export function categorize(input: CategorizeInput): Categorized {
  const written = wordsOf(input.description);
  const words = written.map(({ folded }) => folded);
  const counterparty = counterpartyOf(written);
  const evidence = evidenceOf(words, counterparty.start);
  const signs = signsOf(words, counterparty.start);
  const clues = { signs, evidence, counterparty };
  const decision = input.type === "DEBIT" ? debit(clues) : credit(clues);
  return { ...decision, merchant: merchantName(written, counterparty, evidence, signs) };
}

const spending = (category: Category, confidence: number): Decision => ({
  category,
  flow: "SPENDING",
  confidence,
});
const income = (confidence: number): Decision => ({ category: "other", flow: "INCOME", confidence });
const transfer = (confidence: number): Decision => ({ category: "other", flow: "TRANSFER", confidence });

function debit({ signs, evidence, counterparty }: Clues): Decision {
  if (signs.has("fee")) return spending("bills", 0.85);
  // Cash is spent on what no statement shows: as spending of no category it is neither lost nor guessed.
  if (signs.has("cash") && !evidence?.first) return spending("other", 0.85);
  if (signs.has("card_repayment")) return transfer(0.9);
  if (signs.has("own_account") && !evidence?.first) return transfer(0.85);
  if (signs.has("yield")) return evidence?.known ? spending(evidence.category, 0.6) : spending("bills", 0.7);
  if (evidence) return spending(evidence.category, evidence.confidence);
  if (counterparty.channel === "transfer" && !counterparty.wallet) {
    return betweenAccounts(counterparty) ?? spending("other", 0.4);
  }
  // Standing orders and direct debits of unknown companies are bills more often than not.
  if (counterparty.channel === "order") return spending("bills", 0.45);
  return spending("other", 0.3);
}

function credit({ signs, evidence, counterparty }: Clues): Decision {
  if (signs.has("tax_refund")) return income(0.9);
  if (signs.has("cashback")) return income(0.8);
  // Money back for something bought is no income. Expense counts debits alone, so it is not netted either.
  if (signs.has("refund")) return spending(evidence?.category ?? "other", evidence ? 0.85 : 0.7);
  if (signs.has("salary")) return income(0.95);
  if (signs.has("card_repayment")) return transfer(0.85);
  if (signs.has("benefit")) return income(0.85);
  if (signs.has("yield")) return income(0.9);
  if (signs.has("own_account")) return transfer(0.85);
  if (signs.has("loan_paid_out")) return transfer(0.7);
  if (signs.has("payout")) return income(0.8);
  if (signs.has("fee")) return spending("bills", 0.6);
  if (evidence?.known && counterparty.channel !== "transfer") return spending(evidence.category, 0.65);
  if (evidence && counterparty.channel === "card") return spending(evidence.category, 0.55);
  if (counterparty.channel === "transfer") return betweenAccounts(counterparty) ?? income(0.45);
  return income(0.4);
}

/** A transfer to nobody named, or only to a bank, is one between accounts; a payment to nobody is not. */
function betweenAccounts({ name, moved }: Counterparty): Decision | null {
  if (name.length === 0) return moved ? transfer(0.5) : null;
  const last = name.at(-1)!.folded;
  return name.length <= 3 && /(bank|banca|banco|banque|sparkasse)$/.test(last) ? transfer(0.6) : null;
}
