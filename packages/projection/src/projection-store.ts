import type { Chunk, RowChange } from "./change.ts";
import type { Progress } from "./freshness.ts";

/** A rebuild under way: the generation it makes, and how much damage it repairs. */
export type Rebuild = { userId: string; building: number; damage: number };

/**
 * Which users a read model cannot trust, by its applied revision and the one upload has.
 * - `every`: upload was restored from a backup, so equal revisions may have different rows.
 * - `different`: events may have been missed. What is still on its way counts too, and is rebuilt for nothing.
 * - `ahead`: the read model knows what upload does not; that happens only after such a restore.
 */
export type Distrust = "every" | "different" | "ahead";

/** A stretch of the order of user ids: after the one, up to and with the other. */
export type UserRange = { after: string | undefined; upTo: string | undefined };

/** A chunk, and when its change was committed in upload. */
export type ReceivedChunk<Row> = { chunk: Chunk<Row>; committed: Date };

/**
 * The book-keeping of a read model, as each store of it does it. Each function is one transaction that holds
 * the user's lock; `Tx` is what that transaction is to the store, so that a caller can commit something of its
 * own with it (the position in the log).
 */
export type ProjectionStore<Row, Tx> = {
  /**
   * Applies chunks, of one user or several, to the generation that answers and to the one being built, if any: each
   * state only where it is newer than the stored one. What comes twice, late or out of order changes nothing; an
   * erased user's chunk is dropped.
   */
  apply: (tx: Tx, received: readonly ReceivedChunk<Row>[]) => Promise<void>;
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
