import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * The tables that each read model's first migration makes (see services/analytics/migrations): who its users
 * are, how far their generations have come, and which parts of later revisions are in.
 */
export const users = pgTable("users", {
  userId: uuid("user_id").notNull(),
  generation: integer("generation").notNull(),
  building: integer("building"),
  damage: integer("damage").notNull(),
  buildingUntil: timestamp("building_until", { withTimezone: true }),
  erased: boolean("erased").notNull(),
});

export const progress = pgTable("progress", {
  userId: uuid("user_id").notNull(),
  generation: integer("generation").notNull(),
  appliedRevision: integer("applied_revision").notNull(),
  seenRevision: integer("seen_revision").notNull(),
  changes: bigint("changes", { mode: "bigint" }).notNull(),
  appliedTime: timestamp("applied_time", { withTimezone: true }),
});

export const chunks = pgTable("chunks", {
  userId: uuid("user_id").notNull(),
  generation: integer("generation").notNull(),
  revision: integer("revision").notNull(),
  chunk: integer("chunk").notNull(),
  chunks: integer("chunks").notNull(),
});

/** Up to when everything that a source committed is in, by topic and partition. */
export const watermarks = pgTable("watermarks", {
  source: text("source").notNull(),
  topic: text("topic").notNull(),
  partition: integer("partition").notNull(),
  time: timestamp("time", { withTimezone: true }).notNull(),
});
