import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createMemoryRateLimiter } from "@finflow/edge/limits/memory-rate-limiter";
import { rateLimiterContract } from "@finflow/edge/limits/rate-limiter.contract";
import { createRedisRateLimiter } from "@finflow/edge/limits/redis-rate-limiter";
import { startValkey, type Valkey } from "@finflow/local-servers/valkey";
import { connectRedis } from "@finflow/redis/connect-redis";
import fc from "fast-check";
import type { Redis } from "ioredis";

let folder = "";
let valkey: Valkey;
let redis: Redis;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-limits-"));
  valkey = await startValkey(folder, "cache");
  redis = await connected(valkey.url);
});
after(async () => {
  redis?.disconnect();
  await valkey?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function connected(url: string): Promise<Redis> {
  const client = connectRedis({ url, onProblem: () => {}, commandTimeoutMs: 5_000 });
  if (client.status !== "ready") await new Promise((resolve) => client.once("ready", resolve));
  return client;
}

/** Each case has keys of its own on the one server. */
function limiterOf(now?: () => number) {
  const own = randomUUID();
  const limiter = createRedisRateLimiter({ redis, ...(now && { now }) });
  return {
    take: (key: string, cost: number, limit: number) => limiter.take(`${own}:${key}`, cost, limit),
  };
}

rateLimiterContract(async (now) => ({ limiter: limiterOf(now), close: async () => {} }));

test("property: it answers what the one in memory answers", async () => {
  const call = fc.record({
    waitMs: fc.integer({ min: 0, max: 20_000 }),
    cost: fc.integer({ min: 0, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(call, { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      async (calls, limit) => {
        const clock = { ms: 1_000_000 };
        const one = limiterOf(() => clock.ms);
        const other = createMemoryRateLimiter({ now: () => clock.ms });
        for (const { waitMs, cost } of calls) {
          clock.ms += waitMs;
          assert.deepEqual(await one.take("a", cost, limit), await other.take("a", cost, limit));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("replicas share a limit, also when they ask at once", async () => {
  const second = await connected(valkey.url);
  const key = randomUUID();
  const replicas = [redis, second].map((client) => createRedisRateLimiter({ redis: client }));
  const taken = await Promise.all(Array.from({ length: 60 }, (_, at) => replicas[at % 2]!.take(key, 1, 25)));
  assert.equal(taken.filter(({ allowed }) => allowed).length, 25);
  second.disconnect();
});

test("what is no longer needed is gone from the server by itself", async () => {
  const key = randomUUID();
  await createRedisRateLimiter({ redis }).take(key, 1, 5);
  const seconds = await redis.ttl(`limit:${key}`);
  assert.ok(seconds > 55 && seconds <= 62, String(seconds));
});

test("a server that does not answer is an error in time, and one that is away at once", async () => {
  const own = join(folder, "own");
  const server = await startValkey(own, "cache");
  const client = connectRedis({ url: server.url, onProblem: () => {}, commandTimeoutMs: 100 });
  await new Promise((resolve) => client.once("ready", resolve));
  const limiter = createRedisRateLimiter({ redis: client });
  await limiter.take("a", 1, 5);
  server.pause();
  await assert.rejects(limiter.take("a", 1, 5), /timed out/i);
  server.resume();
  await server.kill();
  await assert.rejects(limiter.take("a", 1, 5));
  client.disconnect();
});
