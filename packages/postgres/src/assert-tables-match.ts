import { deepStrictEqual } from "node:assert/strict";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Pool } from "pg";

type Columns = Record<string, { type: string; nullable: boolean }>;

/** Not types of their own: an integer with a sequence. */
const serials: Record<string, string> = { smallserial: "smallint", serial: "integer", bigserial: "bigint" };

/**
 * For tests: that drizzle's tables say of the migrated database what is true, column by column in both
 * directions (name, type with its length or precision, nullability).
 *
 * @throws AssertionError that shows the difference
 */
export async function assertTablesMatch(pool: Pool, tables: readonly PgTable[]): Promise<void> {
  for (const table of tables) {
    const { name, schema = "public", columns } = getTableConfig(table);
    const declared: Columns = {};
    for (const column of columns) {
      declared[column.name] = { type: await canonical(pool, column.getSQLType()), nullable: !column.notNull };
    }
    deepStrictEqual(await columnsOf(pool, schema, name), declared, `table ${schema}.${name}`);
  }
}

/** As PostgreSQL itself spells the type: `varchar(3)` is `character varying(3)`. */
async function canonical(pool: Pool, type: string): Promise<string> {
  const { rows } = await pool.query<{ type: string | null }>(
    "select format_type(to_regtype($1), to_regtypemod($1)) as type",
    [serials[type] ?? type],
  );
  return rows[0]?.type ?? `${type}, unknown to the database`;
}

async function columnsOf(pool: Pool, schema: string, table: string): Promise<Columns> {
  const { rows } = await pool.query<{ name: string; type: string; nullable: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable
       from pg_attribute
      where attrelid = to_regclass(format('%I.%I', $1::text, $2::text)) and attnum > 0 and not attisdropped`,
    [schema, table],
  );
  return Object.fromEntries(rows.map(({ name, type, nullable }) => [name, { type, nullable }]));
}
