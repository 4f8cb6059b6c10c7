import type { RateLimiter } from "./rate-limiter.ts";

export type FallbackOptions = {
  /** Told once each time the shared limiter stops answering. */
  onProblem: (error: unknown) => void;
  /** How long the shared one is left alone after it failed, in milliseconds. */
  pauseMs?: number;
  /** Milliseconds on a clock that nobody sets back. */
  now?: () => number;
};

/**
 * The shared limiter while it answers, else one of this process: with n replicas a client then gets up to n times
 * its limit, and no request waits for a store that is away.
 */
export function withFallback(
  shared: RateLimiter,
  own: RateLimiter,
  { onProblem, pauseMs = 1_000, now = () => performance.now() }: FallbackOptions,
): RateLimiter {
  let askAgainAt = Number.NEGATIVE_INFINITY;
  let answers = true;
  return {
    async take(key, cost, limit) {
      if (now() >= askAgainAt) {
        try {
          const taken = await shared.take(key, cost, limit);
          answers = true;
          return taken;
        } catch (error) {
          askAgainAt = now() + pauseMs;
          if (answers) onProblem(error);
          answers = false;
        }
      }
      return own.take(key, cost, limit);
    },
  };
}
