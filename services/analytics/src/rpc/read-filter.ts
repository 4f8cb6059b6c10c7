import { type DescEnum, enumToJson } from "@bufbuild/protobuf";
import type {
  GetCategoriesRequest,
  GetMonthlyExpenseRequest,
  GetSummaryRequest,
  ListTransactionsRequest,
} from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { Statement_VerdictSchema } from "@finflow/gen/finflow/type/v1/statement_pb";
import { Transaction_FlowSchema, Transaction_TypeSchema } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { queryTokens } from "@finflow/search-tokens/tokens";
import { checkFilter, type Filter } from "../domain/filter.ts";
import type { Flow, TransactionType, Verdict } from "../domain/row.ts";

/** The fields that every filtering request has at its top level. */
type FilterFields = Pick<
  GetSummaryRequest | GetCategoriesRequest | GetMonthlyExpenseRequest | ListTransactionsRequest,
  | "category"
  | "type"
  | "flow"
  | "from"
  | "to"
  | "minAmount"
  | "maxAmount"
  | "currency"
  | "account"
  | "document"
  | "verdict"
  | "search"
>;

/** @throws AnalyticsError naming a field that cannot be meant */
export function readFilter(request: FilterFields): Filter {
  const filter: Filter = {
    category: unique(request.category),
    type: names(Transaction_TypeSchema, request.type) as TransactionType[],
    flow: names(Transaction_FlowSchema, request.flow) as Flow[],
    from: request.from || undefined,
    to: request.to || undefined,
    minAmount: request.minAmount || undefined,
    maxAmount: request.maxAmount || undefined,
    currency: unique(request.currency),
    account: unique(request.account.map((id) => id.toLowerCase())),
    document: unique(request.document.map((id) => id.toLowerCase())),
    verdict: names(Statement_VerdictSchema, request.verdict) as Verdict[],
    search: queryTokens(request.search),
  };
  checkFilter(filter);
  return filter;
}

function names(schema: DescEnum, values: readonly number[]): string[] {
  return unique(values).map((value) => String(enumToJson(schema, value)));
}

/** Sorted and each once, so that the same question has the same key in the cache. */
function unique<Value extends string | number>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort();
}
