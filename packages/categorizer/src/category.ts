/** Where money went. Rows that are income or a transfer are `other`. */
export type Category = "food" | "transport" | "shopping" | "bills" | "entertainment" | "health" | "other";

export const categories: readonly Category[] = [
  "food",
  "transport",
  "shopping",
  "bills",
  "entertainment",
  "health",
  "other",
];

/** Why money moved: bought, earned, or only moved between a person's own accounts. */
export type Flow = "SPENDING" | "INCOME" | "TRANSFER";

export const flows: readonly Flow[] = ["SPENDING", "INCOME", "TRANSFER"];
