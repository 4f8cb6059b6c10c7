import { Transaction_Flow, Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";

export const categories = ["food", "transport", "shopping", "bills", "entertainment", "health", "other"];

/** What a person narrows the table to; empty strings mean no limit. */
export type Filter = {
  search: string;
  category: string;
  type: string;
  from: string;
  to: string;
  minAmount: string;
  maxAmount: string;
  document: string;
};

export const everything: Filter = {
  search: "",
  category: "",
  type: "",
  from: "",
  to: "",
  minAmount: "",
  maxAmount: "",
  document: "",
};

/** The filter as ListTransactions' fields. */
export function requestOf({ search, category, type, from, to, minAmount, maxAmount, document }: Filter) {
  return {
    ...{ search, from, to, minAmount, maxAmount },
    category: category === "" ? [] : [category],
    document: document === "" ? [] : [document],
    type: type === "debit" ? [Transaction_Type.DEBIT] : type === "credit" ? [Transaction_Type.CREDIT] : [],
  };
}

export const flowNames: Partial<Record<number, string>> = {
  [Transaction_Flow.SPENDING]: "spending",
  [Transaction_Flow.INCOME]: "income",
  [Transaction_Flow.TRANSFER]: "transfer",
};
