import type { Database } from "@finflow/postgres/database";
import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { cover, type Span } from "../domain/cover.ts";
import type { Group } from "../domain/figures.ts";
import { type Filter, needsRows } from "../domain/filter.ts";
import type { Flow, TransactionType } from "../domain/row.ts";
import { toMinor } from "./amount.ts";
import { rowsOf } from "./postgres-rows.ts";
import { days, months, rows } from "./tables.ts";

/**
 * What the rows of a filter sum up to. From the sums per month and day wherever they can answer, whose number
 * does not grow with that of the rows; else from the rows.
 */
export async function groups(
  db: Database,
  userId: string,
  generation: number,
  filter: Filter,
): Promise<Group[]> {
  const found = needsRows(filter)
    ? await fromRows(db, userId, generation, filter)
    : await fromSums(db, userId, generation, filter);
  return found.map((group) => ({
    ...group,
    type: group.type as TransactionType,
    flow: group.flow as Flow,
    amount: toMinor(group.amount, group.currency),
    unprovenAmount: toMinor(group.unprovenAmount, group.currency),
  }));
}

async function fromSums(db: Database, userId: string, generation: number, filter: Filter) {
  const { months: whole, days: edges } = cover(filter);
  const parts = [
    ...(whole ? [sumsOf(db, months, userId, generation, filter, whole)] : []),
    ...edges.map((span) => sumsOf(db, days, userId, generation, filter, span)),
  ];
  const [first, second, ...more] = parts;
  if (!first) return [];
  const source = (second ? unionAll(first, second, ...more) : first).as("source");
  return db
    .select({
      month: source.month,
      currency: source.currency,
      category: source.category,
      type: source.type,
      flow: source.flow,
      count: sql<number>`sum(${source.count})::int`,
      amount: sql<string>`sum(${source.amount})`,
      unprovenCount: sql<number>`sum(${source.unprovenCount})::int`,
      unprovenAmount: sql<string>`sum(${source.unprovenAmount})`,
    })
    .from(source)
    .groupBy(source.month, source.currency, source.category, source.type, source.flow);
}

function sumsOf(
  db: Database,
  table: typeof days | typeof months,
  userId: string,
  generation: number,
  filter: Filter,
  span: Span,
) {
  const any = (column: Parameters<typeof inArray>[0], values: string[]): SQL | undefined =>
    values.length > 0 ? inArray(column, values) : undefined;
  return db
    .select({
      month: sql<string>`to_char(${table.date}, 'YYYY-MM')`.as("month"),
      currency: table.currency,
      category: table.category,
      type: table.type,
      flow: table.flow,
      count: table.count,
      amount: table.amount,
      unprovenCount: table.unprovenCount,
      unprovenAmount: table.unprovenAmount,
    })
    .from(table)
    .where(
      and(
        eq(table.userId, userId),
        eq(table.generation, generation),
        span.from === undefined ? undefined : gte(table.date, span.from),
        span.to === undefined ? undefined : lte(table.date, span.to),
        any(table.currency, filter.currency),
        any(table.accountId, filter.account),
        any(table.category, filter.category),
        any(table.type, filter.type),
        any(table.flow, filter.flow),
      ),
    );
}

async function fromRows(db: Database, userId: string, generation: number, filter: Filter) {
  const unproven = sql`filter (where ${rows.verdict} <> 'RECONCILED')`;
  const month = sql<string>`to_char(${rows.date}, 'YYYY-MM')`;
  return db
    .select({
      month,
      currency: sql<string>`${rows.currency}`,
      category: sql<string>`${rows.category}`,
      type: sql<string>`${rows.type}`,
      flow: sql<string>`${rows.flow}`,
      count: sql<number>`count(*)::int`,
      amount: sql<string>`sum(${rows.amount})`,
      unprovenCount: sql<number>`(count(*) ${unproven})::int`,
      unprovenAmount: sql<string>`coalesce(sum(${rows.amount}) ${unproven}, 0)`,
    })
    .from(rows)
    .where(rowsOf(userId, generation, filter))
    .groupBy(sql`1`, rows.currency, rows.category, rows.type, rows.flow);
}
