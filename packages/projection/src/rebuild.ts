import type { RowChange } from "./change.ts";
import type { ProjectionStore } from "./projection-store.ts";

/** A user's states from upload, in revision order; the last piece has the head. */
export type UserStates<Row> = (
  userId: string,
  signal: AbortSignal,
) => AsyncIterable<{ changes: RowChange<Row>[]; headRevision: number | undefined }>;

/** The part of a projection store that rebuilds. */
export type RebuildStore<Row> = Pick<
  ProjectionStore<Row, never>,
  "usersToRebuild" | "beginRebuild" | "addToRebuild" | "finishRebuild"
>;

/**
 * Rebuilds one user from upload into a generation beside the one that answers, then lets it answer. Live
 * changes reach both meanwhile, so nothing is missed.
 *
 * @returns false where it counted for nothing: the user was erased, or another rebuild began
 * @throws what the stream or the store throws; the rebuild is then still due
 */
export async function rebuildUser<Row>(
  store: RebuildStore<Row>,
  states: UserStates<Row>,
  userId: string,
  signal: AbortSignal,
): Promise<boolean> {
  const rebuild = await store.beginRebuild(userId);
  if (!rebuild) return false;
  let head: number | undefined;
  for await (const { changes, headRevision } of states(userId, signal)) {
    head = headRevision ?? head;
    if (changes.length > 0 && !(await store.addToRebuild(rebuild, changes))) return false;
  }
  // A stream that ends without its head was cut off: what it gave is not everything.
  if (head === undefined) throw new Error("the stream of a user's rows ended before its head");
  return store.finishRebuild(rebuild, head);
}
