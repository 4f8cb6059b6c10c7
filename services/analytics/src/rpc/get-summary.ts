import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type AnalyticsService,
  CurrencyTotalsSchema,
  GetSummaryResponseSchema,
} from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import type { Answers } from "../answers.ts";
import { type CurrencyTotals, summarise } from "../domain/figures.ts";
import type { ReadModel } from "../read-model.ts";
import { answerFresh } from "./answering.ts";
import { toMoney } from "./money.ts";
import { readFilter } from "./read-filter.ts";

export function getSummary(
  model: ReadModel,
  answers: Answers,
): ServiceImpl<typeof AnalyticsService>["getSummary"] {
  return (request, context) => {
    const filter = readFilter(request);
    return answerFresh(
      answers,
      context,
      GetSummaryResponseSchema,
      request,
      filter,
      async (userId, generation) => {
        const totals = summarise(await model.groups(userId, generation, filter));
        return create(GetSummaryResponseSchema, { totals: totals.map(writeTotals) });
      },
    );
  };
}

function writeTotals(totals: CurrencyTotals) {
  const { currency, count, unprovenCount, highestExpenseMonth, topCategory } = totals;
  const money = (minor: bigint) => toMoney(minor, currency);
  return create(CurrencyTotalsSchema, {
    ...{ currency, count, unprovenCount, topCategory },
    totalDebit: money(totals.totalDebit),
    totalCredit: money(totals.totalCredit),
    transfers: money(totals.transfers),
    expense: money(totals.expense),
    income: money(totals.income),
    unprovenDebit: money(totals.unprovenDebit),
    unprovenCredit: money(totals.unprovenCredit),
    highestExpenseMonth: highestExpenseMonth && {
      month: highestExpenseMonth.month,
      amount: money(highestExpenseMonth.amount),
    },
  });
}
