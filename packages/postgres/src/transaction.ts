import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";
import { cancelQuery } from "./cancel-query.ts";
import { databaseOn, type Transaction } from "./database.ts";

export type TransactionOptions = {
  /** Aborting cancels the statement that runs and rolls back; once COMMIT is under way it changes nothing. */
  readonly signal?: AbortSignal;
};

/**
 * Runs `work` in a READ COMMITTED transaction: committed when it returns, rolled back when it throws. Whether to
 * try again is the caller's to decide. When the connection breaks during COMMIT it is unknown whether the
 * transaction stands; the error is thrown all the same.
 *
 * @throws what `work` throws; `signal.reason` after an abort; pg's error, with its SQLSTATE in `code`
 */
export async function transaction<Result>(
  pool: Pool,
  work: (tx: Transaction) => Promise<Result>,
  { signal }: TransactionOptions = {},
): Promise<Result> {
  signal?.throwIfAborted();
  const client = await pool.connect();
  const aborted = Promise.withResolvers<never>();
  const state = { isCommitting: false, isBroken: false, isAborted: false };
  const onAbort = (): void => {
    if (state.isCommitting) return;
    state.isAborted = true;
    aborted.reject(signal?.reason);
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();
  const running = run(client, work, state);
  try {
    return await Promise.race([running, aborted.promise]);
  } finally {
    signal?.removeEventListener("abort", onAbort);
    if (state.isAborted) await abandon(client, running);
    else client.release(state.isBroken);
  }
}

async function run<Result>(
  client: PoolClient,
  work: (tx: Transaction) => Promise<Result>,
  state: { isCommitting: boolean; isBroken: boolean; isAborted: boolean },
): Promise<Result> {
  try {
    await client.query("begin isolation level read committed");
    if (state.isAborted) throw new Error("aborted before it began");
    const result = await work(databaseOn(client));
    if (state.isAborted) throw new Error("aborted before COMMIT");
    state.isCommitting = true;
    const { command } = await client.query("commit");
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
    if (command !== "ROLLBACK") return result;
  } catch (error) {
    // What cannot be rolled back is closed, which rolls back too; the first error is the one that tells.
    await client.query("rollback").catch(() => {
      state.isBroken = true;
    });
    throw error;
  }
  throw new Error("rolled back at COMMIT: a statement had failed and its error was swallowed");
}

/** How long a cancelled statement may take to end before the connection is closed under it, in milliseconds. */
const cancelPatience = 1_000;

/**
 * Cancels what runs, rolls back and closes the connection. It is never used again: a cancel request that arrives
 * late would hit whatever its next user runs.
 */
async function abandon(client: PoolClient, running: Promise<unknown>): Promise<void> {
  const settled = running.then(
    () => {},
    () => {},
  );
  // Between statements there is nothing to cancel, and `work` may wait for something else for long.
  const isIdle = (client as unknown as { readyForQuery: boolean }).readyForQuery;
  if (!isIdle) await cancelQuery(client);
  const ended = isIdle ? client.query("rollback").catch(() => {}) : settled;
  await Promise.race([ended, sleep(cancelPatience, undefined, { ref: false })]);
  client.release(true);
}
