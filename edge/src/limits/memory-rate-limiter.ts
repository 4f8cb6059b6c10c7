import type { RateLimiter } from "./rate-limiter.ts";
import { describeUsage, leavesAt, type Usage } from "./usage.ts";

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
      return describeUsage(usage, time, cost, limit, allowed);
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

function spend(usage: Usage, second: number, cost: number): void {
  usage.total += cost;
  if (usage.spent.at(-2) === second) usage.spent.push((usage.spent.pop() as number) + cost);
  else usage.spent.push(second, cost);
}
