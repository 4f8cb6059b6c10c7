import pg from "pg";

/** How to reach a database. */
export type PostgresConfig = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

export type PoolOptions = (
  | { readonly connectionString: string; readonly config?: undefined }
  | { readonly config: PostgresConfig; readonly connectionString?: undefined }
) & {
  /** Shown as `application_name` in pg_stat_activity and in the server's log. */
  readonly name: string;
  /** Connections at most; callers past it wait for `connectTimeoutMs`. */
  readonly max: number;
  /** Where names without a schema are looked for, `public` when left out. */
  readonly schema?: string;
  /** Of one statement, in milliseconds; the server ends it with SQLSTATE 57014. */
  readonly statementTimeoutMs: number;
  /** For a new connection, and for a free one when all are busy. Milliseconds, 5,000 when left out. */
  readonly connectTimeoutMs?: number;
  /** Told of a connection that broke while nobody used it; the pool has already replaced it. */
  readonly onIdleError?: (error: Error) => void;
};

const DATE = 1082;

/** `date` stays the text it is: a civil date has no time zone, and pg would make it a local midnight. */
const types = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === DATE && format !== "binary"
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

/**
 * A pool that survives its server: a connection that breaks is dropped and reported, never thrown into the
 * process. int8 and numeric come as strings, as pg has them; `date` as `YYYY-MM-DD`.
 */
export function createPool(options: PoolOptions): pg.Pool {
  const where =
    options.connectionString === undefined
      ? { ...options.config }
      : { connectionString: options.connectionString };
  const pool = new pg.Pool({
    ...where,
    application_name: options.name,
    ...(options.schema === undefined ? {} : { options: `-c search_path=${options.schema}` }),
    max: options.max,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: options.statementTimeoutMs,
    // A transaction whose owner went silent must not keep its locks; statements have their own limit.
    idle_in_transaction_session_timeout: Math.max(options.statementTimeoutMs, 10_000),
    types,
  });
  const report = options.onIdleError ?? ((error: Error) => process.emitWarning(error));
  pool.on("error", (error) => report(error));
  // While it is checked out nobody else listens, and an `error` without a listener ends the process. Whoever
  // holds the connection learns of it from the query that fails.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
