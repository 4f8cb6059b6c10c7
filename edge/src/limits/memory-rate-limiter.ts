import { type RateLimiter, type Taken, windowSeconds } from "./rate-limiter.ts";

type Usage = {
  /** Second, units; second, units; … oldest first. */
  spent: number[];
  total: number;
};

export type MemoryRateLimiterOptions = {
  /** Milliseconds on a clock that nobody sets back. */
  now?: () => number;
  /** Keys remembered at once; the one not used for longest goes first. Default 50,000 (some 20 MB at worst). */
  maxKeys?: number;
};

/**
 * Counts by seconds, and keeps a second until all of it has left the window: never more than the limit in any
 * sixty seconds, at the price of giving back up to one second late.
 */
export function createMemoryRateLimiter(options: MemoryRateLimiterOptions = {}): RateLimiter {
  const { now = () => performance.now(), maxKeys = 50_000 } = options;
  /** In the order of last use. */
  const keys = new Map<string, Usage>();

  function usageOf(key: string): Usage {
    const usage = keys.get(key) ?? { spent: [], total: 0 };
    keys.delete(key);
    keys.set(key, usage);
    if (keys.size > maxKeys) {
      const [oldest] = keys.keys();
      if (oldest !== undefined) keys.delete(oldest);
    }
    return usage;
  }

  return {
    async take(key, cost, limit) {
      const time = now() / 1000;
      const usage = usageOf(key);
      giveBack(usage, time);
      const allowed = cost === 0 || usage.total + cost <= limit;
      if (allowed && cost > 0) spend(usage, Math.floor(time), cost);
      return describe(usage, time, cost, limit, allowed);
    },
  };
}

function giveBack(usage: Usage, time: number): void {
  let gone = 0;
  while (gone < usage.spent.length && leavesAt(usage.spent[gone] as number) <= time) {
    usage.total -= usage.spent[gone + 1] as number;
    gone += 2;
  }
  if (gone > 0) usage.spent.splice(0, gone);
}

/** A second's units were spent until its very end. */
function leavesAt(second: number): number {
  return second + 1 + windowSeconds;
}

function spend(usage: Usage, second: number, cost: number): void {
  usage.total += cost;
  if (usage.spent.at(-2) === second) usage.spent.push((usage.spent.pop() as number) + cost);
  else usage.spent.push(second, cost);
}

function describe(usage: Usage, time: number, cost: number, limit: number, allowed: boolean): Taken {
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
