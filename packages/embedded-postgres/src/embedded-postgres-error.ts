/**
 * - `unsupported_platform`: npm carries no PostgreSQL for this system, or it was not installed.
 * - `no_os_user`: run as root, and there is no unprivileged OS user that PostgreSQL could run as.
 * - `unreachable`: that OS user can reach neither the folder asked for nor the one used instead.
 * - `other_version`: the data folder was written by another major version of PostgreSQL.
 * - `wrong_password`: the server refuses the password that was kept for it.
 * - `did_not_start`: it exits or does not become ready; the message ends with what its log says.
 * - `did_not_stop`: it is still there after being told to stop in every way that keeps its data whole.
 * - `owned_by_other`: another living process uses the data folder.
 * - `too_many_connections`: the pools together may open more connections than the server allows.
 */
export type EmbeddedPostgresErrorReason =
  | "unsupported_platform"
  | "no_os_user"
  | "unreachable"
  | "other_version"
  | "wrong_password"
  | "did_not_start"
  | "did_not_stop"
  | "owned_by_other"
  | "too_many_connections";

export class EmbeddedPostgresError extends Error {
  readonly reason: EmbeddedPostgresErrorReason;

  constructor(reason: EmbeddedPostgresErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedPostgresError";
    this.reason = reason;
  }
}
