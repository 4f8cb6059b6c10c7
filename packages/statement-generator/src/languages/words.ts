/** What a paper of one language prints; every list holds wordings of which one is taken. */
export type Words = {
  /** BCP 47, or "x-…" for words of no language. */
  code: string;
  /** Which characters it needs: decides the fonts that can print it. */
  script:
    | "latin1"
    | "latin"
    | "cyrillic"
    | "greek"
    | "japanese"
    | "chinese"
    | "taiwanese"
    | "korean"
    | "other"
    | "rtl";
  statement: string[];
  account: string[];
  period: string[];
  page: string[];
  date: string[];
  valueDate: string[];
  description: string[];
  reference: string[];
  type: string[];
  debit: string[];
  credit: string[];
  amount: string[];
  balance: string[];
  /** In a type column or beside an amount. */
  debitSide: string[];
  creditSide: string[];
  opening: string[];
  closing: string[];
  carried: string[];
  brought: string[];
  totalDebits: string[];
  totalCredits: string[];
  count: string[];
  /** Headings of sections. */
  depositSection: string[];
  withdrawalSection: string[];
  feeSection: string[];
  /** A card's. */
  cardStatement: string[];
  previous: string[];
  due: string[];
  payments: string[];
  purchases: string[];
  minimum: string[];
  /** Short and long; none where the language prints its dates in figures alone. */
  months: string[];
  longMonths: string[];
  /** Beginnings of descriptions that say no side. */
  texts: string[];
  merchants: string[];
  /** Keys whose words are another language's: what needs them is not printed. */
  borrowed: string[];
};

/** Each value of `lists` is "one|another"; months are parted by spaces. What is left out is taken from `base`. */
export function wordsOf(
  code: string,
  script: Words["script"],
  lists: Partial<Record<Exclude<keyof Words, "code" | "script" | "borrowed">, string>>,
  base?: Words,
): Words {
  const entries = keys.map((key) => {
    const text = lists[key];
    if (text !== undefined && text !== "")
      return [key, text.split(key === "months" || key === "longMonths" ? " " : "|")];
    if (key === "months" || key === "longMonths") return [key, []];
    if (base) return [key, base[key]];
    throw new Error(`language ${code} has no words for ${key}`);
  });
  const borrowed = base ? keys.filter((key) => lists[key] === undefined) : [];
  return { code, script, borrowed, ...Object.fromEntries(entries) } as unknown as Words;
}

const keys = [
  "statement",
  "account",
  "period",
  "page",
  "date",
  "valueDate",
  "description",
  "reference",
  "type",
  "debit",
  "credit",
  "amount",
  "balance",
  "debitSide",
  "creditSide",
  "opening",
  "closing",
  "carried",
  "brought",
  "totalDebits",
  "totalCredits",
  "count",
  "depositSection",
  "withdrawalSection",
  "feeSection",
  "cardStatement",
  "previous",
  "due",
  "payments",
  "purchases",
  "minimum",
  "months",
  "longMonths",
  "texts",
  "merchants",
] as const;
