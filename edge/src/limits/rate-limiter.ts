/** What taking from a limit came to. */
export type Taken = {
  allowed: boolean;
  /** Units left in the window. */
  remaining: number;
  /** Whole seconds until some of what was taken is given back; 0 when nothing is taken. */
  resetSeconds: number;
  /** Whole seconds until the same cost would be allowed; 0 when it was. */
  retryAfterSeconds: number;
};

/**
 * A sliding window of sixty seconds: in no sixty seconds more than `limit` units are allowed under one key.
 * What is refused takes nothing, so that a client that waits comes through.
 *
 * Deliberately absent: giving back, and looking without taking.
 */
export type RateLimiter = {
  /**
   * @param key whose limit: keys of different quotas must differ
   * @param cost units; 0 is always allowed
   * @throws when the store does not answer
   */
  take(key: string, cost: number, limit: number): Promise<Taken>;
};

export const windowSeconds = 60;
