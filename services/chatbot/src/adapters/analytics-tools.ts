import { enumFromJson, enumToJson } from "@bufbuild/protobuf";
import { type Timestamp, timestampDate } from "@bufbuild/protobuf/wkt";
import type { CallOptions, Client } from "@connectrpc/connect";
import type { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Statement_VerdictSchema } from "@finflow/gen/finflow/type/v1/statement_pb";
import { Transaction_FlowSchema, Transaction_TypeSchema } from "@finflow/gen/finflow/type/v1/transaction_pb";
import type { Freshness } from "@finflow/projection/freshness";
import type { RowFilter, Tools } from "../domain/tools.ts";

/** The tools that analytics gives, called for the user of `call`. `noteFresh` hears of each response. */
export function analyticsTools(
  analytics: Client<typeof AnalyticsService>,
  call: CallOptions,
  minRevision: number,
  noteFresh: (fresh: Freshness) => void,
): Omit<Tools, "merchants"> {
  const heard = <Response extends Said>(response: Response): Response => {
    const { asOf, complete, revision } = response;
    noteFresh({ asOf: asOf && timestampDate(asOf), complete, revision });
    return response;
  };
  return {
    totals: async (filter) => {
      const { totals } = heard(await analytics.getSummary({ ...fields(filter), minRevision }, call));
      return totals.map(({ currency, count, unprovenCount, totalDebit, totalCredit, ...rest }) => ({
        ...{ currency, count, unprovenCount },
        debit: totalDebit?.amount ?? "0",
        credit: totalCredit?.amount ?? "0",
        highestExpenseMonth: rest.highestExpenseMonth && {
          month: rest.highestExpenseMonth.month,
          amount: rest.highestExpenseMonth.amount?.amount ?? "0",
        },
        topCategory: rest.topCategory,
      }));
    },
    categories: async (filter) => {
      const { categories } = heard(await analytics.getCategories({ ...fields(filter), minRevision }, call));
      return categories.map(({ category, currency, total, percentage }) => ({
        ...{ category, currency, percentage },
        total: total?.amount ?? "0",
      }));
    },
    months: async (filter) => {
      const { months } = heard(await analytics.getMonthlyExpense({ ...fields(filter), minRevision }, call));
      return months.map(({ month, currency, debit, credit }) => ({
        ...{ month, currency },
        debit: debit?.amount ?? "0",
        credit: credit?.amount ?? "0",
      }));
    },
    rows: async (filter, orderBy, pageSize) => {
      const request = { ...fields(filter), orderBy, pageSize, minRevision };
      const { transactions, totalSize } = heard(await analytics.listTransactions(request, call));
      const rows = transactions.map(({ transactionId, date, description, type, amount }) => ({
        ...{ transactionId, date, description },
        type: enumToJson(Transaction_TypeSchema, type) as "DEBIT" | "CREDIT",
        currency: amount?.currency ?? "",
        amount: amount?.amount ?? "",
      }));
      return { rows, total: totalSize };
    },
  };
}

/** What every response of analytics says of how fresh it is. */
type Said = { asOf?: Timestamp; complete: boolean; revision: number };

/** A filter as the fields of a request; the same names as in the contract. */
export function fields(filter: RowFilter) {
  const { type = [], flow = [], verdict = [], ...rest } = filter;
  return {
    ...rest,
    type: type.map((name) => enumFromJson(Transaction_TypeSchema, name)),
    flow: flow.map((name) => enumFromJson(Transaction_FlowSchema, name)),
    verdict: verdict.map((name) => enumFromJson(Statement_VerdictSchema, name)),
  };
}
