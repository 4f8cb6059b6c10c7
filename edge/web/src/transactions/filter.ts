import type { MessageInitShape } from "@bufbuild/protobuf";
import type { ListTransactionsRequestSchema } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import type { TransactionFilter } from "@finflow/gen/finflow/type/v1/transaction_filter_pb";
import { Transaction_Flow, Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";

export const categories = ["food", "transport", "shopping", "bills", "entertainment", "health", "other"];

/** What a person narrows the table to: the contract's filter with one value per field; "" means no limit. */
export type Filter = Record<keyof typeof everything, string>;

export const everything = {
  search: "",
  category: "",
  type: "",
  flow: "",
  from: "",
  to: "",
  minAmount: "",
  maxAmount: "",
  currency: "",
  account: "",
  document: "",
  verdict: "",
};

export const typeNames = { debit: Transaction_Type.DEBIT, credit: Transaction_Type.CREDIT };
export const flowNames = {
  spending: Transaction_Flow.SPENDING,
  income: Transaction_Flow.INCOME,
  transfer: Transaction_Flow.TRANSFER,
};
export const verdictNames = {
  reconciled: Statement_Verdict.RECONCILED,
  discrepant: Statement_Verdict.DISCREPANT,
  unverifiable: Statement_Verdict.UNVERIFIABLE,
};

/** An amount that the contract accepts. */
export const amountPattern = "[0-9]{1,15}([.][0-9]{1,4})?";

const names = <Code extends number>(codes: Record<string, Code>, name: string): Code[] =>
  codes[name] === undefined ? [] : [codes[name]];

const one = (value: string): string[] => (value === "" ? [] : [value]);

/** The filter as ListTransactions' fields. */
export function requestOf(filter: Filter): MessageInitShape<typeof ListTransactionsRequestSchema> {
  const { search, from, to, minAmount, maxAmount } = filter;
  return {
    ...{ search, from, to, minAmount, maxAmount },
    category: one(filter.category),
    currency: one(filter.currency),
    account: one(filter.account),
    document: one(filter.document),
    type: names(typeNames, filter.type),
    flow: names(flowNames, filter.flow),
    verdict: names(verdictNames, filter.verdict),
  };
}

/** The contract's filter as the table's; undefined where it names several values, which the table cannot. */
export function filterOf(filter: TransactionFilter): Filter | undefined {
  const lists = [filter.category, filter.type, filter.flow, filter.currency, filter.account, filter.document];
  if ([...lists, filter.verdict].some(({ length }) => length > 1)) return undefined;
  const { search, from, to, minAmount, maxAmount } = filter;
  return {
    ...{ search, from, to, minAmount, maxAmount },
    category: filter.category[0] ?? "",
    currency: filter.currency[0] ?? "",
    account: filter.account[0] ?? "",
    document: filter.document[0] ?? "",
    type: nameOf(typeNames, filter.type[0]),
    flow: nameOf(flowNames, filter.flow[0]),
    verdict: nameOf(verdictNames, filter.verdict[0]),
  };
}

/** What a code is called; "" for none. */
export function nameOf(codes: Record<string, number>, wanted: number | undefined): string {
  return Object.entries(codes).find(([, code]) => code === wanted)?.[0] ?? "";
}
