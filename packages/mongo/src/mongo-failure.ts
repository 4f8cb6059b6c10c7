import { MongoError, MongoNetworkError, MongoSystemError } from "mongodb";

/** What the server says while its replica set has no primary, or one that stops: the same may succeed later. */
const passing = ["RetryableWriteError", "RetryableError", "TransientTransactionError"];
/** NotWritablePrimary, NotPrimaryNoSecondaryOk, shutting down, primary stepped down, MaxTimeMSExpired and the like. */
const passingCodes = [6, 7, 50, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436];

/**
 * Whether MongoDB failed rather than refused: no server, no connection, none free in time, no primary. False for what
 * it says of a command or its data, and for errors that are not its own.
 */
export function isMongoUnavailable(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (!(each instanceof MongoError)) continue;
    // A server selection that ended is a MongoSystemError, a cleared pool a MongoNetworkError.
    if (each instanceof MongoNetworkError || each instanceof MongoSystemError) return true;
    if (each.name === "MongoWaitQueueTimeoutError") return true;
    if (passing.some((label) => (each as MongoError).hasErrorLabel(label))) return true;
    if (typeof each.code === "number" && passingCodes.includes(each.code)) return true;
  }
  return false;
}
