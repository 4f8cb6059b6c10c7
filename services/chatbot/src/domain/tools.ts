import type { Category } from "./plan.ts";

/** Which rows a tool was asked for; the same fields as every filtering request has. */
export type RowFilter = {
  category?: Category[];
  type?: ("DEBIT" | "CREDIT")[];
  flow?: ("SPENDING" | "INCOME" | "TRANSFER")[];
  from?: string;
  to?: string;
  minAmount?: string;
  maxAmount?: string;
  currency?: string[];
  account?: string[];
  verdict?: ("DISCREPANT" | "UNVERIFIABLE")[];
  search?: string;
};

/** Amounts are decimal strings of the currency. */
export type Totals = {
  currency: string;
  debit: string;
  credit: string;
  count: number;
  unprovenCount: number;
  highestExpenseMonth: { month: string; amount: string } | undefined;
  topCategory: { category: string; percentage: number } | undefined;
};

export type CategoryTotal = { category: string; currency: string; total: string; percentage: number };
export type MonthTotal = { month: string; currency: string; debit: string; credit: string };
export type Row = {
  transactionId: string;
  date: string;
  description: string;
  type: "DEBIT" | "CREDIT";
  currency: string;
  amount: string;
};
export type MerchantTotal = {
  merchant: string;
  currency: string;
  total: string;
  count: number;
  transactionIds: string[];
};

/**
 * Where figures come from: analytics' RPCs and the merchant index. Answers hold nothing that none of these
 * gave.
 */
export type Tools = {
  totals: (filter: RowFilter) => Promise<Totals[]>;
  categories: (filter: RowFilter) => Promise<CategoryTotal[]>;
  months: (filter: RowFilter) => Promise<MonthTotal[]>;
  /** `order` as analytics' order_by. */
  rows: (filter: RowFilter, order: string, limit: number) => Promise<{ rows: Row[]; total: number }>;
  /** By debit or credit total within a currency, the largest first. */
  merchants: (filter: RowFilter, limit: number) => Promise<MerchantTotal[]>;
};

/** What a citation names as its source, by tool. */
export const rpcOf: Record<keyof Tools, string> = {
  totals: "finflow.analytics.v1.AnalyticsService/GetSummary",
  categories: "finflow.analytics.v1.AnalyticsService/GetCategories",
  months: "finflow.analytics.v1.AnalyticsService/GetMonthlyExpense",
  rows: "finflow.analytics.v1.AnalyticsService/ListTransactions",
  merchants: "finflow.chatbot.v1.ChatbotService/merchants",
};
