/**
 * - `schema_too_new`: the database has migrations that this code does not know; it is never migrated down.
 * - `migration_changed`: a file that was applied has other contents now.
 * - `bad_migrations`: the folder holds something else than 0001_name.sql, 0002_name.sql and so on.
 * - `migration_failed`: PostgreSQL refused a file; nothing of it stands. The cause is pg's error.
 */
export type MigrationErrorReason =
  | "schema_too_new"
  | "migration_changed"
  | "bad_migrations"
  | "migration_failed";

export class MigrationError extends Error {
  readonly reason: MigrationErrorReason;

  constructor(reason: MigrationErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "MigrationError";
    this.reason = reason;
  }
}
