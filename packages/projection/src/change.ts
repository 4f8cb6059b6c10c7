/** What a revision made of a row: its new state, or none where it was deleted. */
export type RowChange<Row> = { transactionId: string; revision: number; row: Row | undefined };

/** A part of one revision of a user's rows. */
export type Chunk<Row> = {
  userId: string;
  revision: number;
  /** 1 to `chunks`. */
  chunk: number;
  chunks: number;
  changes: RowChange<Row>[];
};
