import { customType, date, integer, numeric, pgTable, text, uuid } from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** The tables of migrations/ that are analytics' own, as the compiler knows them; what each is for stands there. */
export const rows = pgTable("rows", {
  userId: uuid("user_id").notNull(),
  generation: integer("generation").notNull(),
  transactionId: uuid("transaction_id").notNull(),
  revision: integer("revision").notNull(),
  date: date("date"),
  type: text("type"),
  flow: text("flow"),
  category: text("category"),
  currency: text("currency"),
  accountId: uuid("account_id"),
  amount: numeric("amount", { precision: 24, scale: 4 }),
  verdict: text("verdict"),
  documents: uuid("documents").array(),
  search: text("search"),
  description: text("description"),
  state: bytea("state"),
});

const sums = {
  userId: uuid("user_id").notNull(),
  generation: integer("generation").notNull(),
  date: date("date").notNull(),
  currency: text("currency").notNull(),
  accountId: uuid("account_id").notNull(),
  category: text("category").notNull(),
  type: text("type").notNull(),
  flow: text("flow").notNull(),
  count: integer("count").notNull(),
  amount: numeric("amount", { precision: 38, scale: 4 }).notNull(),
  unprovenCount: integer("unproven_count").notNull(),
  unprovenAmount: numeric("unproven_amount", { precision: 38, scale: 4 }).notNull(),
};

export const days = pgTable("days", sums);
export const months = pgTable("months", sums);
