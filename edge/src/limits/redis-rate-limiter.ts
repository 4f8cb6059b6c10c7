import type { Redis } from "ioredis";
import { type RateLimiter, windowSeconds } from "./rate-limiter.ts";
import { describeUsage, type Usage } from "./usage.ts";

export type RedisRateLimiterOptions = {
  redis: Redis;
  /** Milliseconds, for tests. Default: the server's own clock, which all replicas share. */
  now?: () => number;
};

/**
 * One key's seconds as fields of a hash; a second stays until all of it has left the window. Gives whether it was
 * allowed, the time in seconds, and what is spent as second, units; …
 */
const script = `
local now = tonumber(ARGV[3])
if not now then
  local time = redis.call('TIME')
  now = tonumber(time[1]) + tonumber(time[2]) / 1000000
end
local cost, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
local fields = redis.call('HGETALL', KEYS[1])
local total = 0
for i = 1, #fields, 2 do
  if tonumber(fields[i]) + 1 + ${windowSeconds} <= now then
    redis.call('HDEL', KEYS[1], fields[i])
  else
    total = total + tonumber(fields[i + 1])
  end
end
local allowed = cost == 0 or total + cost <= limit
if allowed and cost > 0 then
  redis.call('HINCRBY', KEYS[1], math.floor(now), cost)
  redis.call('EXPIRE', KEYS[1], ${windowSeconds + 2})
end
return { allowed and 1 or 0, tostring(now), redis.call('HGETALL', KEYS[1]) }
`;

type Answer = [allowed: number, now: string, fields: string[]];

/** The same window as in memory, shared by all replicas of edge. Throws when Redis does not answer. */
export function createRedisRateLimiter({ redis, now }: RedisRateLimiterOptions): RateLimiter {
  const run = definedOn(redis);
  return {
    async take(key, cost, limit) {
      const time = now ? String(now() / 1_000) : "";
      const [allowed, at, fields] = await run(`limit:${key}`, cost, limit, time);
      return describeUsage(usageOf(fields), Number(at), cost, limit, allowed === 1);
    },
  };
}

function definedOn(redis: Redis): (key: string, cost: number, limit: number, now: string) => Promise<Answer> {
  redis.defineCommand("finflowTake", { numberOfKeys: 1, lua: script });
  const commands = redis as unknown as {
    finflowTake(key: string, cost: number, limit: number, now: string): Promise<Answer>;
  };
  return (key, cost, limit, now) => commands.finflowTake(key, cost, limit, now);
}

function usageOf(fields: readonly string[]): Usage {
  const seconds: [second: number, units: number][] = [];
  for (let at = 0; at < fields.length; at += 2) seconds.push([Number(fields[at]), Number(fields[at + 1])]);
  seconds.sort(([a], [b]) => a - b);
  return { spent: seconds.flat(), total: seconds.reduce((sum, [, units]) => sum + units, 0) };
}
