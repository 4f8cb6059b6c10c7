export type ServerErrorReason =
  /** It cannot be had on this machine: another platform, no Python or Java, no network. */
  | "unavailable"
  /** What came is not what is pinned. */
  | "wrong_checksum"
  /** The disk is as good as full. */
  | "no_space"
  /** It ended, or did not answer in time. */
  | "did_not_start";

/** Why a server of the mesh does not run here; the message says what a person can do. */
export class ServerError extends Error {
  readonly reason: ServerErrorReason;

  constructor(reason: ServerErrorReason, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = "ServerError";
    this.reason = reason;
  }
}
