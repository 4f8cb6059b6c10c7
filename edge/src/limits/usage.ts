import { type Taken, windowSeconds } from "./rate-limiter.ts";

/** What one key has taken within the window, counted by seconds. */
export type Usage = {
  /** Second, units; second, units; … oldest first. */
  spent: number[];
  total: number;
};

/** A second's units were spent until its very end. */
export function leavesAt(second: number): number {
  return second + 1 + windowSeconds;
}

/** @param time seconds, when `cost` was asked for */
export function describeUsage(
  usage: Usage,
  time: number,
  cost: number,
  limit: number,
  allowed: boolean,
): Taken {
  const [oldest] = usage.spent;
  return {
    allowed,
    remaining: Math.max(0, limit - usage.total),
    resetSeconds: oldest === undefined ? 0 : Math.min(windowSeconds, Math.ceil(leavesAt(oldest) - time)),
    retryAfterSeconds: allowed ? 0 : secondsUntil(usage, time, cost, limit),
  };
}

function secondsUntil(usage: Usage, time: number, cost: number, limit: number): number {
  let left = usage.total;
  for (let i = 0; i < usage.spent.length; i += 2) {
    left -= usage.spent[i + 1] as number;
    if (left + cost <= limit) return Math.max(1, Math.ceil(leavesAt(usage.spent[i] as number) - time));
  }
  // The cost alone is over the limit; a minute is as good an answer as any.
  return windowSeconds;
}
