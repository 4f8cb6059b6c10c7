import { AnalyticsError } from "./analytics-error.ts";

export type Order = { field: "date" | "amount" | "description"; descending: boolean };

const fields = ["date", "amount", "description"] as const;

/**
 * AIP-132's order_by with one field: "date", "amount desc". Rows that are equal in it keep the order in
 * which they were printed. Empty is "date desc".
 * @throws AnalyticsError naming orderBy
 */
export function parseOrder(text: string): Order {
  const trimmed = text.trim();
  if (trimmed === "") return { field: "date", descending: true };
  const [, name, direction] = /^([a-z_]+)(?:\s+(asc|desc))?$/.exec(trimmed) ?? [];
  const field = fields.find((candidate) => candidate === name);
  if (field === undefined) {
    throw new AnalyticsError("bad_filter", {
      field: "orderBy",
      problem: 'must be date, amount or description, alone or followed by " desc"',
    });
  }
  return { field, descending: direction === "desc" };
}
