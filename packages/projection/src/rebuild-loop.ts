import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@connectrpc/connect";
import type { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { type ComparedStore, damageUsers, type UploadUsers } from "./compare-users.ts";
import { type ReadRow, readChanges } from "./read-change.ts";
import { type RebuildStore, rebuildUser, type UserStates } from "./rebuild.ts";

/** A hundred thousand rows take well under a minute; a stream that stalls must not hold up other users for ever. */
const longestStreamMs = 600_000;

/** A user's states out of upload's internal stream. */
export function statesFrom<Row>(
  upload: Client<typeof UserRowsService>,
  readRow: ReadRow<Row>,
): UserStates<Row> {
  return async function* (userId, signal) {
    const call = { signal, timeoutMs: longestStreamMs };
    for await (const piece of upload.streamUserRows({ userId, fromRevision: 0 }, call)) {
      yield { changes: readChanges(piece, readRow), headRevision: piece.headRevision };
    }
  };
}

export type RebuildLoop = { stop: () => Promise<void> };

/**
 * Rebuilds the users that are due, one after the other, looking for them once a second. Several processes may
 * do so: where two rebuild the same user, the one that began last counts. A user whose rebuild fails holds up
 * nobody else. It begins with a look for users whose revision is ahead of upload's.
 */
export function startRebuildLoop<Row>(options: {
  store: RebuildStore<Row> & ComparedStore;
  states: UserStates<Row>;
  upload: UploadUsers;
  onProblem: (error: unknown) => void;
  intervalMs?: number;
}): RebuildLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  const tell = (error: unknown): void => {
    if (!signal.aborted) options.onProblem(error);
  };
  const finished = (async () => {
    let compared = false;
    while (!signal.aborted) {
      try {
        if (!compared) await damageUsers(options.store, options.upload, "ahead", signal);
        compared = true;
        for (const userId of await options.store.usersToRebuild(100)) {
          if (signal.aborted) break;
          await rebuildUser(options.store, options.states, userId, signal).catch(tell);
        }
      } catch (error) {
        tell(error);
      }
      await sleep(options.intervalMs ?? 1000, undefined, { signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await finished;
    },
  };
}
