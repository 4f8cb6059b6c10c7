import { anyOf, rowsOf as livingRowsOf } from "@finflow/projection/mongo-row-filter";
import { Decimal128, type Filter as MongoFilter } from "mongodb";
import type { Filter } from "../domain/filter.ts";
import type { ReadModel } from "../read-model.ts";
import type { AnalyticsCollections, RowDocument } from "./mongo-collections.ts";

/** A page of rows in their order; `skip` is for numbered pages. */
export function listRows({ rows }: AnalyticsCollections): ReadModel["rows"] {
  return async (userId, generation, filter, { order, size, after, skip }) => {
    const field = `row.${order.field}`;
    const direction = order.descending ? -1 : 1;
    const beyond = order.descending ? "$lt" : "$gt";
    const place = after && {
      value: order.field === "amount" ? Decimal128.fromString(after.value) : after.value,
      transactionId: after.transactionId,
    };
    const from: MongoFilter<RowDocument> = place
      ? {
          $or: [
            { [field]: { [beyond]: place.value } },
            { [field]: place.value, transactionId: { [beyond]: place.transactionId } },
          ],
        }
      : {};
    const found = await rows
      .find({ $and: [rowsOf(userId, generation, filter), from] })
      .sort({ [field]: direction, transactionId: direction })
      .skip(skip)
      .limit(size + 1)
      .project<Pick<RowDocument, "transactionId" | "row">>({ transactionId: 1, "row.state": 1, [field]: 1 })
      .toArray();
    const shown = found.slice(0, size);
    const last = found.length > size ? shown.at(-1) : undefined;
    return {
      states: shown.map(({ row }) => row!.state),
      next: last && { value: String(last.row![order.field]), transactionId: last.transactionId },
    };
  };
}

/** The living rows of a user that a filter leaves. */
export function rowsOf(userId: string, generation: number, filter: Filter): MongoFilter<RowDocument> {
  return livingRowsOf<RowDocument>(userId, generation, filter, [
    ...anyOf("verdict", filter.verdict),
    ...anyOf("documents", filter.document),
    // Words hold letters, digits and marks only, so nothing in them is a pattern.
    ...filter.search.map((word) => ({ "row.words": { $regex: `^${word}` } })),
  ]);
}
