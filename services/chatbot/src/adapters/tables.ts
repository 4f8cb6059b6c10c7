import {
  customType,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Plan } from "../domain/plan.ts";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** The tables of migrations/ that are chatbot's own, as the compiler knows them. */
export const merchantRows = pgTable("merchant_rows", {
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
  merchantKey: text("merchant_key"),
  merchant: text("merchant"),
});

export const conversations = pgTable("conversations", {
  userId: uuid("user_id").notNull(),
  conversationId: uuid("conversation_id").notNull(),
  title: text("title").notNull(),
  createTime: timestamp("create_time", { withTimezone: true }).notNull(),
  updateTime: timestamp("update_time", { withTimezone: true }).notNull(),
  plan: jsonb("plan").$type<Plan>(),
});

export const turns = pgTable("turns", {
  userId: uuid("user_id").notNull(),
  conversationId: uuid("conversation_id").notNull(),
  turn: integer("turn").notNull(),
  question: text("question").notNull(),
  response: bytea("response").notNull(),
  askTime: timestamp("ask_time", { withTimezone: true }).notNull(),
  requestId: uuid("request_id"),
});
