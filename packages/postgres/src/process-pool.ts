import type pg from "pg";
import { createPool } from "./pool.ts";

/** What a process's environment says of its database. */
export type PoolEnvironment = { readonly DATABASE_URL: string; readonly DATABASE_CONNECTIONS: number };

/**
 * Milliseconds that a call waits for a connection. Callers' proxies give up a try after three seconds and take the
 * process for a dead one: that none is free, or the database away, is said before that.
 */
const connectTimeoutMs = 2_000;

/** The pool of a service that runs as a process of the mesh. */
export function createProcessPool(
  { DATABASE_URL, DATABASE_CONNECTIONS }: PoolEnvironment,
  name: string,
  onIdleError: (error: Error) => void,
): pg.Pool {
  return createPool({
    connectionString: DATABASE_URL,
    max: DATABASE_CONNECTIONS,
    statementTimeoutMs: 15_000,
    ...{ name, connectTimeoutMs, onIdleError },
  });
}
