/** Failed attempts of one subject: an account, an address, or an account from an address. */
export type AttemptCounter = { readonly failures: number; readonly lastTime: Date };

export type AttemptLimits = {
  /** Attempts that cost no delay. */
  readonly free: number;
  /** The longest delay, in milliseconds. */
  readonly longestMs: number;
};

export type AttemptSubject = "account" | "address" | "account_at_address";

/**
 * Whoever guesses from one place is slowed down to four attempts an hour. The whole account is slowed only a
 * little: else anyone who knows an e-mail could keep its owner out, which would be a lockout by another name. The
 * free ones leave room for people behind one address who sign in at the same moment.
 */
export const attemptLimits: Record<AttemptSubject, AttemptLimits> = {
  account_at_address: { free: 10, longestMs: 15 * 60_000 },
  account: { free: 30, longestMs: 30_000 },
  address: { free: 100, longestMs: 15 * 60_000 },
};

/** After a day without an attempt, a subject starts anew. */
export const forgetAttemptsAfterMs = 24 * 60 * 60_000;

const firstDelayMs = 1_000;

/** How long after the last failure the next attempt must wait: 1 s, doubled by each further one. */
export function delayAfter(failures: number, { free, longestMs }: AttemptLimits): number {
  if (failures <= free) return 0;
  return Math.min(longestMs, firstDelayMs * 2 ** (failures - free - 1));
}

/**
 * Counts an attempt before its password is looked at, so that many at once cannot slip through together; the
 * right password takes it back. One that has to wait is not counted: waiting people do not make it longer.
 *
 * @returns the milliseconds still to wait, or the counter as it now stands
 */
export function attempt(
  counter: AttemptCounter | undefined,
  limits: AttemptLimits,
  now: Date,
): { waitMs: number } | { counter: AttemptCounter } {
  const first = { counter: { failures: 1, lastTime: now } };
  if (counter === undefined) return first;
  // Without its sign: a clock that was far ahead for a moment must keep nobody out until it is there again.
  const elapsedMs = Math.abs(now.getTime() - counter.lastTime.getTime());
  if (elapsedMs > forgetAttemptsAfterMs) return first;
  const waitMs = delayAfter(counter.failures, limits) - elapsedMs;
  if (waitMs > 0) return { waitMs };
  return { counter: { failures: counter.failures + 1, lastTime: now } };
}
