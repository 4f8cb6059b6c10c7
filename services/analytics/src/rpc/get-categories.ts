import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type AnalyticsService,
  GetCategoriesResponseSchema,
} from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import type { Answers } from "../answers.ts";
import { categories } from "../domain/figures.ts";
import type { ReadModel } from "../read-model.ts";
import { answerFresh } from "./answering.ts";
import { toMoney } from "./money.ts";
import { readFilter } from "./read-filter.ts";

export function getCategories(
  model: ReadModel,
  answers: Answers,
): ServiceImpl<typeof AnalyticsService>["getCategories"] {
  return (request, context) => {
    const filter = readFilter(request);
    const schema = GetCategoriesResponseSchema;
    return answerFresh(answers, context, schema, request, filter, async (userId, generation) => {
      const found = categories(await model.groups(userId, generation, filter));
      return create(schema, {
        categories: found.map((entry) => ({ ...entry, total: toMoney(entry.total, entry.currency) })),
      });
    });
  };
}
