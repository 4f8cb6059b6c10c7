import { minorDigits } from "@finflow/money/currency";
import { formatMinor, parseDecimal } from "@finflow/money/decimal";
import type { Database, Transaction } from "@finflow/postgres/database";
import type { RowChange } from "@finflow/projection/change";
import type { Rows } from "@finflow/projection/postgres-projection-store";
import { and, desc, eq, gte, inArray, lte, ne, type SQL, sql } from "drizzle-orm";
import type { MerchantTotal, RowFilter } from "../domain/tools.ts";
import { namedRows } from "../merchant-index.ts";
import type { MerchantRow } from "../merchant-row.ts";
import { merchantRows } from "./tables.ts";

/** What a projection store needs of chatbot: how its rows change. */
export const postgresMerchants: Rows<MerchantRow> = {
  applyChanges: async (tx, userId, generation, changes) => {
    if (changes.length > 0) await write(tx, userId, generation, changes);
  },
  forget: async (tx, userId, keep) => {
    const others = keep === undefined ? undefined : ne(merchantRows.generation, keep);
    await tx.delete(merchantRows).where(and(eq(merchantRows.userId, userId), others));
  },
};

async function write(
  tx: Transaction,
  userId: string,
  generation: number,
  changes: readonly RowChange<MerchantRow>[],
): Promise<void> {
  const nothing = { date: null, type: null, flow: null, category: null, currency: null };
  const gone = { ...nothing, accountId: null, amount: null, merchantKey: null, merchant: null };
  const values = changes.map(({ transactionId, revision, row }) => ({
    ...{ userId, generation, transactionId, revision },
    ...(row ?? gone),
  }));
  const excluded = (name: string) => sql.raw(`excluded.${name}`);
  await tx
    .insert(merchantRows)
    .values(values)
    .onConflictDoUpdate({
      target: [merchantRows.userId, merchantRows.generation, merchantRows.transactionId],
      set: {
        revision: excluded("revision"),
        date: excluded("date"),
        type: excluded("type"),
        flow: excluded("flow"),
        category: excluded("category"),
        currency: excluded("currency"),
        accountId: excluded("account_id"),
        amount: excluded("amount"),
        merchantKey: excluded("merchant_key"),
        merchant: excluded("merchant"),
      },
      setWhere: sql`excluded.revision > ${merchantRows.revision}`,
    });
}

/** The merchants with the largest totals of each currency. Rows without a merchant are nobody's. */
export async function topMerchants(
  db: Database,
  userId: string,
  generation: number,
  filter: RowFilter,
  limit: number,
): Promise<MerchantTotal[]> {
  const total = sql<string>`sum(${merchantRows.amount})`;
  const found = await db
    .select({
      merchant: sql<string>`(array_agg(${merchantRows.merchant} order by ${merchantRows.date} desc))[1]`,
      currency: sql<string>`${merchantRows.currency}`,
      total,
      count: sql<number>`count(*)::int`,
      transactionIds: sql<
        string[]
      >`(array_agg(${merchantRows.transactionId} order by ${merchantRows.date} desc))[1:${sql.raw(String(namedRows))}]`,
    })
    .from(merchantRows)
    .where(and(rowsOf(userId, generation, filter), ne(merchantRows.merchantKey, "")))
    .groupBy(merchantRows.currency, merchantRows.merchantKey)
    .orderBy(merchantRows.currency, desc(total), merchantRows.merchantKey);
  const perCurrency = Map.groupBy(found, (each) => each.currency);
  return [...perCurrency.values()].flatMap((each) =>
    each
      .slice(0, limit)
      .map((merchant) => ({ ...merchant, total: plain(merchant.total, merchant.currency) })),
  );
}

/** The store fills up to four decimals; a currency has its own number of them. */
function plain(amount: string, currency: string): string {
  const digits = minorDigits(currency);
  return formatMinor(parseDecimal(amount, digits), digits);
}

/** The last day that has a row of the user's. */
export async function lastRowDate(
  db: Database,
  userId: string,
  generation: number,
): Promise<string | undefined> {
  const [found] = await db
    .select({ date: sql<string | null>`max(${merchantRows.date})` })
    .from(merchantRows)
    .where(and(eq(merchantRows.userId, userId), eq(merchantRows.generation, generation)));
  return found?.date ?? undefined;
}

function rowsOf(userId: string, generation: number, filter: RowFilter): SQL | undefined {
  const any = (column: Parameters<typeof inArray>[0], values: string[] | undefined): SQL | undefined =>
    values && values.length > 0 ? inArray(column, values) : undefined;
  return and(
    eq(merchantRows.userId, userId),
    eq(merchantRows.generation, generation),
    sql`${merchantRows.date} is not null`,
    any(merchantRows.category, filter.category),
    any(merchantRows.type, filter.type),
    any(merchantRows.flow, filter.flow),
    any(merchantRows.currency, filter.currency),
    any(merchantRows.accountId, filter.account),
    filter.from === undefined ? undefined : gte(merchantRows.date, filter.from),
    filter.to === undefined ? undefined : lte(merchantRows.date, filter.to),
    filter.minAmount === undefined ? undefined : gte(merchantRows.amount, filter.minAmount),
    filter.maxAmount === undefined ? undefined : lte(merchantRows.amount, filter.maxAmount),
  );
}
