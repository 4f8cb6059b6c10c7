import { Redis } from "ioredis";

export type RedisOptions = {
  /** `redis://` or, with TLS, `rediss://`; user, password and database as usual. */
  url: string;
  /** Told of a server that is away; connecting goes on for ever. */
  onProblem: (error: unknown) => void;
  /** Milliseconds until a command that is not answered fails. */
  commandTimeoutMs?: number;
};

/** Milliseconds between attempts to connect, at most. */
const longestPause = 2_000;

/**
 * A connection for those who can do without an answer: a command fails at once while the server is away, and after
 * `commandTimeoutMs` when it does not answer, instead of waiting for it.
 */
export function connectRedis({ url, onProblem, commandTimeoutMs = 250 }: RedisOptions): Redis {
  const redis = new Redis(url, {
    commandTimeout: commandTimeoutMs,
    connectTimeout: 2_000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempts) => Math.min(attempts * 100, longestPause),
  });
  redis.on("error", onProblem);
  return redis;
}
