import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type AnalyticsService,
  GetMonthlyExpenseResponseSchema,
} from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import type { Answers } from "../answers.ts";
import { months } from "../domain/figures.ts";
import type { ReadModel } from "../read-model.ts";
import { answerFresh } from "./answering.ts";
import { toMoney } from "./money.ts";
import { readFilter } from "./read-filter.ts";

export function getMonthlyExpense(
  model: ReadModel,
  answers: Answers,
): ServiceImpl<typeof AnalyticsService>["getMonthlyExpense"] {
  return (request, context) => {
    const filter = readFilter(request);
    const schema = GetMonthlyExpenseResponseSchema;
    return answerFresh(answers, context, schema, request, filter, async (userId, generation) => {
      const found = months(await model.groups(userId, generation, filter));
      return create(schema, {
        months: found.map(({ month, currency, count, debit, credit, expense }) => ({
          ...{ month, currency, count },
          debit: toMoney(debit, currency),
          credit: toMoney(credit, currency),
          expense: toMoney(expense, currency),
        })),
      });
    });
  };
}
