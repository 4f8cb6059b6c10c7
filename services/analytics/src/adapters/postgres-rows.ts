import type { Database } from "@finflow/postgres/database";
import {
  and,
  arrayOverlaps,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  like,
  lte,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Filter } from "../domain/filter.ts";
import type { Order } from "../domain/order.ts";
import type { Position } from "../domain/page.ts";
import { rows } from "./tables.ts";

export type RowPage = { states: Uint8Array[]; next: Position | undefined };

const columns = { date: rows.date, amount: rows.amount, description: rows.description };

/** A page of rows in their order; `skip` is for numbered pages. */
export async function listRows(
  db: Database,
  userId: string,
  generation: number,
  filter: Filter,
  page: { order: Order; size: number; after: Position | undefined; skip: number },
): Promise<RowPage> {
  const column = columns[page.order.field];
  const direction = page.order.descending ? desc : asc;
  const type = { date: sql`date`, amount: sql`numeric`, description: sql`text` }[page.order.field];
  const compare = page.order.descending ? sql`<` : sql`>`;
  const after =
    page.after &&
    sql`(${column}, ${rows.transactionId}) ${compare} (${page.after.value}::${type}, ${page.after.transactionId}::uuid)`;
  const found = await db
    .select({ state: rows.state, value: sql<string>`${column}::text`, transactionId: rows.transactionId })
    .from(rows)
    .where(and(rowsOf(userId, generation, filter), after))
    .orderBy(direction(column), direction(rows.transactionId))
    .limit(page.size + 1)
    .offset(page.skip);
  const shown = found.slice(0, page.size);
  const last = found.length > page.size ? shown.at(-1) : undefined;
  return {
    states: shown.map((row) => row.state!),
    next: last && { value: last.value, transactionId: last.transactionId },
  };
}

/** The living rows of a user that a filter leaves. */
export function rowsOf(userId: string, generation: number, filter: Filter): SQL | undefined {
  const any = (column: Parameters<typeof inArray>[0], values: string[]): SQL | undefined =>
    values.length > 0 ? inArray(column, values) : undefined;
  return and(
    eq(rows.userId, userId),
    eq(rows.generation, generation),
    isNotNull(rows.state),
    any(rows.category, filter.category),
    any(rows.type, filter.type),
    any(rows.flow, filter.flow),
    any(rows.currency, filter.currency),
    any(rows.accountId, filter.account),
    any(rows.verdict, filter.verdict),
    filter.document.length > 0 ? arrayOverlaps(rows.documents, filter.document) : undefined,
    filter.from === undefined ? undefined : gte(rows.date, filter.from),
    filter.to === undefined ? undefined : lte(rows.date, filter.to),
    filter.minAmount === undefined ? undefined : gte(rows.amount, filter.minAmount),
    filter.maxAmount === undefined ? undefined : lte(rows.amount, filter.maxAmount),
    // Words hold letters, digits and marks only, so nothing in them is a pattern to LIKE.
    ...filter.search.map((word) => like(rows.search, `% ${word}%`)),
  );
}
