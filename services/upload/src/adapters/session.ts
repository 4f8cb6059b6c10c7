import type { ClientBase } from "pg";

/** A connection inside a transaction, or a pool for statements that stand alone. */
export type Session = Pick<ClientBase, "query">;
