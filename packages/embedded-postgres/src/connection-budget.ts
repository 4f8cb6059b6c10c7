import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";

/** Kept free: PostgreSQL's own reserve for superusers (3), the owner's session, and room to look inside. */
export const reservedConnections = 8;

/**
 * What a server must allow so that every pool can be full at once: a pool that runs out waits, a server that
 * runs out refuses.
 *
 * @param budget connections each user of the server may open, by name
 * @throws EmbeddedPostgresError `too_many_connections`
 */
export function assertConnectionBudget(
  budget: Readonly<Record<string, number>>,
  maxConnections: number,
): void {
  const wanted = Object.values(budget).reduce((sum, each) => sum + each, reservedConnections);
  if (wanted <= maxConnections) return;
  const parts = Object.entries(budget).map(([name, each]) => `${name} ${each}`);
  throw new EmbeddedPostgresError(
    "too_many_connections",
    `the pools may open ${wanted} connections (${parts.join(", ")}, reserved ${reservedConnections}) ` +
      `and the server allows ${maxConnections}`,
  );
}
