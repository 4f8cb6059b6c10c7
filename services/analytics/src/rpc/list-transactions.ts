import { createHash } from "node:crypto";
import { create, fromBinary } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type AnalyticsService,
  ListTransactionsResponseSchema,
} from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { TransactionSchema } from "@finflow/gen/finflow/type/v1/transaction_pb";
import type { Answers } from "../answers.ts";
import { parseOrder } from "../domain/order.ts";
import { encodeToken, readPage } from "../domain/page.ts";
import type { ReadModel } from "../read-model.ts";
import { answerFresh } from "./answering.ts";
import { readFilter } from "./read-filter.ts";

export function listTransactions(
  model: ReadModel,
  answers: Answers,
): ServiceImpl<typeof AnalyticsService>["listTransactions"] {
  return (request, context) => {
    const filter = readFilter(request);
    const order = parseOrder(request.orderBy);
    const list = createHash("sha256")
      .update(JSON.stringify([filter, order]))
      .digest("base64url")
      .slice(0, 12);
    const page = readPage(request, order, list);
    const schema = ListTransactionsResponseSchema;
    return answerFresh(
      answers,
      context,
      schema,
      request,
      { filter, order, page },
      async (userId, generation) => {
        const [{ states, next }, groups] = await Promise.all([
          model.rows(userId, generation, filter, { ...page, order }),
          model.groups(userId, generation, filter),
        ]);
        return create(schema, {
          transactions: states.map((state) => fromBinary(TransactionSchema, state)),
          nextPageToken: next ? encodeToken(next, list) : "",
          totalSize: groups.reduce((total, group) => total + group.count, 0),
        });
      },
    );
  };
}
