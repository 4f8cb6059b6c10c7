import type { Chunk, RowChange } from "./change.ts";
import type { Distrust, UserRange } from "./compare-users.ts";
import type { Progress } from "./freshness.ts";

/** A rebuild under way: the generation it makes, and how much damage it repairs. */
export type Rebuild = { userId: string; building: number; damage: number };

/**
 * The book-keeping of a read model, as each store of it does it. Each function is one transaction that holds
 * the user's lock; `Tx` is what that transaction is to the store, so that a caller can commit something of its
 * own with it (the position in the log).
 */
export type ProjectionStore<Row, Tx> = {
  /**
   * Applies a chunk to the generation that answers and to the one being built, if any: each state only where
   * it is newer than the stored one. What comes twice, late or out of order changes nothing; an erased user's
   * chunk is dropped.
   * @param committed when the change was committed in upload
   */
  apply: (tx: Tx, chunk: Chunk<Row>, committed: Date) => Promise<void>;
  /** Says that something of a user's could not be applied: figures are incomplete until a rebuild. */
  markDamaged: (tx: Tx, userId: string) => Promise<void>;
  /** Whether no user was ever heard of. */
  isEmpty: () => Promise<boolean>;
  /**
   * Raises the damage of those within a range of ids that are not to be trusted. A user of this store that is not
   * among `listed` stands at revision 0 in upload; one of `listed` that was never heard of stands at 0 here.
   */
  damageWhere: (
    distrust: Distrust,
    listed: readonly { userId: string; revision: number }[],
    range: UserRange,
  ) => Promise<void>;
  /** Forgets everything of a user but that there was one. */
  erase: (tx: Tx, userId: string) => Promise<void>;

  /** A user never heard of stands at revision 0 of generation 1. */
  progress: (userId: string) => Promise<Progress>;
  /**
   * Users whose rebuild is due and nobody's: those with damage, and those whose builder was not heard of for the
   * lease. What failed waits as long, the longest waiting first.
   */
  usersToRebuild: (limit: number) => Promise<string[]>;
  /** Begins a generation beside the one that answers; live changes reach both from here on. */
  beginRebuild: (userId: string) => Promise<Rebuild | undefined>;
  /** Applies states to what is being built. False once the rebuild counts for nothing: another began, or an erasure. */
  addToRebuild: (rebuild: Rebuild, changes: readonly RowChange<Row>[]) => Promise<boolean>;
  /** Lets what was built answer, complete up to `headRevision`, and forgets the generation before. */
  finishRebuild: (rebuild: Rebuild, headRevision: number) => Promise<boolean>;
};
