import { Decimal128, type Filter } from "mongodb";

/** What the rows of every read model can be chosen by; an empty list chooses nothing out. */
export type RowFilter = {
  readonly category?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly flow?: readonly string[] | undefined;
  readonly currency?: readonly string[] | undefined;
  readonly account?: readonly string[] | undefined;
  /** Civil dates, both inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Decimal strings in major units, both inclusive. */
  readonly minAmount?: string | undefined;
  readonly maxAmount?: string | undefined;
};

/** A read model's document: a tombstone has no row. */
type AnyRow = { userId: string; generation: number; row?: unknown };

/** The living rows of a user that a filter leaves, and what a read model asks more. */
export function rowsOf<Document extends AnyRow>(
  userId: string,
  generation: number,
  filter: RowFilter,
  more: readonly Filter<Document>[] = [],
): Filter<Document> {
  const bound = (field: string, operator: "$gte" | "$lte", value: unknown) =>
    value === undefined ? [] : [{ [`row.${field}`]: { [operator]: value } }];
  const decimal = (value: string | undefined) =>
    value === undefined ? undefined : Decimal128.fromString(value);
  return {
    userId,
    generation,
    row: { $exists: true },
    $and: [
      {},
      ...anyOf("category", filter.category),
      ...anyOf("type", filter.type),
      ...anyOf("flow", filter.flow),
      ...anyOf("currency", filter.currency),
      ...anyOf("accountId", filter.account),
      ...bound("date", "$gte", filter.from),
      ...bound("date", "$lte", filter.to),
      ...bound("amount", "$gte", decimal(filter.minAmount)),
      ...bound("amount", "$lte", decimal(filter.maxAmount)),
      ...more,
    ],
  } as Filter<Document>;
}

/** A field of a row that has one of some values, or nothing where any will do. */
export function anyOf(field: string, values: readonly string[] | undefined) {
  return values && values.length > 0 ? [{ [`row.${field}`]: { $in: values } }] : [];
}
