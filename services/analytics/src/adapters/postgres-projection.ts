import type { Transaction } from "@finflow/postgres/database";
import type { RowChange } from "@finflow/projection/change";
import type { Rows } from "@finflow/projection/postgres-projection-store";
import { tokens } from "@finflow/search-tokens/tokens";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { dayDifferences, monthDifferences, type Replacement, type Rollup } from "../domain/rollup.ts";
import type { Flow, Row, TransactionType, Verdict } from "../domain/row.ts";
import { toMajor, toMinor } from "./amount.ts";
import { days, months, rows } from "./tables.ts";

/**
 * How much of a description rows are ordered by: an index holds no more than 2.7 kB, and a page token, which
 * says where to go on, 512 characters of base64.
 */
const sortedCharacters = 75;

/** What a projection store needs of analytics: how its rows and their sums change. */
export const postgresRows: Rows<Row> = {
  applyChanges,
  forget: async (tx, userId, keep) => {
    for (const table of [rows, days, months]) {
      const others = keep === undefined ? undefined : ne(table.generation, keep);
      await tx.delete(table).where(and(eq(table.userId, userId), others));
    }
  },
};

/** Applies row changes by the guard of their revisions, and the rollups by the difference. */
async function applyChanges(
  tx: Transaction,
  userId: string,
  generation: number,
  changes: readonly RowChange<Row>[],
): Promise<void> {
  if (changes.length === 0) return;
  const own = and(eq(rows.userId, userId), eq(rows.generation, generation));
  const ids = changes.map((change) => change.transactionId);
  const stored = await tx
    .select()
    .from(rows)
    .where(and(own, inArray(rows.transactionId, ids)));
  const before = new Map(stored.map((row) => [row.transactionId, row]));
  const newer = changes.filter(
    (change) => change.revision > (before.get(change.transactionId)?.revision ?? 0),
  );
  if (newer.length === 0) return;
  await writeRows(tx, userId, generation, newer);
  const replaced: Replacement[] = newer.map(({ transactionId, row }) => {
    const old = before.get(transactionId);
    return { before: old?.state ? readRow(old) : undefined, after: row };
  });
  const byDay = dayDifferences(replaced);
  await addTo(tx, sql`days`, userId, generation, byDay);
  await addTo(tx, sql`months`, userId, generation, monthDifferences(byDay));
}

async function writeRows(
  tx: Transaction,
  userId: string,
  generation: number,
  changes: readonly RowChange<Row>[],
): Promise<void> {
  const values = changes.map(({ transactionId, revision, row }) => {
    const key = { userId, generation, transactionId, revision };
    if (!row) return key;
    const { date, type, flow, category, currency, accountId, verdict, state } = row;
    const words = tokens(row.description);
    return {
      ...key,
      ...{ date, type, flow, category, currency, accountId, verdict, state },
      amount: toMajor(row.amount, currency),
      documents: row.documentIds,
      search: ` ${words.join(" ")} `,
      description: [...words.join(" ")].slice(0, sortedCharacters).join(""),
    };
  });
  const names = [
    "revision",
    "date",
    "type",
    "flow",
    "category",
    "currency",
    "account_id",
    "amount",
    "verdict",
  ];
  const set = Object.fromEntries(
    [...names, "documents", "search", "description", "state"].map((name) => [
      name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      sql.raw(`excluded.${name}`),
    ]),
  );
  await tx
    .insert(rows)
    .values(values)
    .onConflictDoUpdate({ target: [rows.userId, rows.generation, rows.transactionId], set });
}

function readRow(stored: typeof rows.$inferSelect): Row {
  return {
    transactionId: stored.transactionId,
    date: stored.date!,
    type: stored.type as TransactionType,
    flow: stored.flow as Flow,
    category: stored.category!,
    currency: stored.currency!,
    accountId: stored.accountId!,
    amount: toMinor(stored.amount!, stored.currency!),
    verdict: stored.verdict as Verdict,
    documentIds: stored.documents!,
    description: stored.description!,
    state: stored.state!,
  };
}

/** Adds differences to sums; a sum without rows is taken away. */
async function addTo(
  tx: Transaction,
  table: ReturnType<typeof sql>,
  userId: string,
  generation: number,
  differences: readonly Rollup[],
): Promise<void> {
  if (differences.length === 0) return;
  const column = (values: (string | number)[], type: string) => sql`${sql.param(values)}::${sql.raw(type)}[]`;
  await tx.execute(sql`
    insert into ${table} as kept (user_id, generation, date, currency, account_id, category, type, flow,
      count, amount, unproven_count, unproven_amount)
    select ${userId}, ${generation}, * from unnest(
      ${column(
        differences.map((d) => d.date),
        "date",
      )},
      ${column(
        differences.map((d) => d.currency),
        "text",
      )},
      ${column(
        differences.map((d) => d.accountId),
        "uuid",
      )},
      ${column(
        differences.map((d) => d.category),
        "text",
      )},
      ${column(
        differences.map((d) => d.type),
        "text",
      )},
      ${column(
        differences.map((d) => d.flow),
        "text",
      )},
      ${column(
        differences.map((d) => d.count),
        "int",
      )},
      ${column(
        differences.map((d) => toMajor(d.amount, d.currency)),
        "numeric",
      )},
      ${column(
        differences.map((d) => d.unprovenCount),
        "int",
      )},
      ${column(
        differences.map((d) => toMajor(d.unprovenAmount, d.currency)),
        "numeric",
      )})
    on conflict (user_id, generation, date, currency, account_id, category, type, flow) do update set
      count = kept.count + excluded.count,
      amount = kept.amount + excluded.amount,
      unproven_count = kept.unproven_count + excluded.unproven_count,
      unproven_amount = kept.unproven_amount + excluded.unproven_amount`);
  if (differences.every((difference) => difference.count > 0)) return;
  await tx.execute(sql`
    delete from ${table} where user_id = ${userId} and generation = ${generation} and count = 0
      and date = any(${column([...new Set(differences.map((d) => d.date))], "date")})`);
}
