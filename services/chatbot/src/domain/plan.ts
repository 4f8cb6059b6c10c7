import type { Span } from "./civil-date.ts";

export type Category = "food" | "transport" | "shopping" | "bills" | "entertainment" | "health" | "other";

/**
 * What is being counted. Debit and credit are the side a row stands on, transfers included; expense and
 * income are what the money did.
 */
export type Measure = "expense" | "income" | "debit" | "credit" | "transfer" | "any";

export type Intent =
  | "total"
  | "summary"
  | "by_category"
  | "top_category"
  | "by_month"
  | "highest_month"
  | "count"
  | "largest"
  | "smallest"
  | "latest"
  | "earliest"
  | "list"
  | "top_merchants"
  | "unproven";

/** What a question restricts its rows to. */
export type Scope = {
  /** Any of these. */
  categories?: Category[];
  /** Words of a description: a merchant, a person, a purpose. */
  words?: string;
  /** Words that name one of the person's accounts, and the account they were found to mean. */
  account?: { id: string; label: string };
  period?: Span;
  /** Decimal strings, inclusive. */
  minAmount?: string;
  maxAmount?: string;
  currency?: string;
};

/** A question as Finflow understood it: what to work out, over which rows, and how many of them to name. */
export type Plan = { intent: Intent; measure: Measure; scope: Scope; limit: number };

/**
 * Why a question has no plan; `words` are those that meant nothing here, or that no tool can work out.
 */
export type NoPlan = {
  reason: "not_understood" | "not_supported" | "must_not_answer" | "nothing_to_follow";
  words: string[];
};

/** What a planner may know of the person. */
export type Knowledge = {
  today: string;
  lastRow: string | undefined;
  accounts: { id: string; label: string; words: string[] }[];
  previous: Plan | undefined;
};

/** Turns a question into a plan. The port that rules fill, and a language model could. */
export type Planner = (question: string, knowledge: Knowledge) => Promise<Plan | NoPlan>;

/** How many rows or merchants an answer names unless told. */
export const defaultLimit = 5;
export const largestLimit = 20;
