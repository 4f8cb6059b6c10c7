import assert from "node:assert/strict";
import { test } from "node:test";
import { withFallback } from "./fallback-rate-limiter.ts";
import { createMemoryRateLimiter } from "./memory-rate-limiter.ts";
import { rateLimiterContract } from "./rate-limiter.contract.ts";

const down = { take: () => Promise.reject(new Error("away")) };

rateLimiterContract(async (now) => ({
  limiter: withFallback(down, createMemoryRateLimiter({ now }), { onProblem: () => {} }),
  close: async () => {},
}));

test("a store that is away is asked once a pause, told of once, and used again when it answers", async () => {
  const clock = { ms: 0 };
  const now = () => clock.ms;
  const problems: unknown[] = [];
  let asked = 0;
  let isDown = true;
  const memory = createMemoryRateLimiter({ now });
  const shared = {
    take: (key: string, cost: number, limit: number) => {
      asked++;
      return isDown ? Promise.reject(new Error("away")) : memory.take(key, cost, limit);
    },
  };
  const limiter = withFallback(shared, createMemoryRateLimiter({ now }), {
    onProblem: (error) => problems.push(error),
    pauseMs: 1_000,
    now,
  });
  for (let call = 0; call < 5; call++) assert.equal((await limiter.take("a", 1, 5)).remaining, 4 - call);
  assert.equal((await limiter.take("a", 1, 5)).allowed, false, "limits are kept meanwhile");
  assert.deepEqual([asked, problems.length], [1, 1]);
  clock.ms += 1_000;
  await limiter.take("b", 1, 5);
  assert.deepEqual([asked, problems.length], [2, 1]);
  isDown = false;
  clock.ms += 1_000;
  for (let call = 0; call < 3; call++) await limiter.take("a", 1, 5);
  assert.equal(asked, 5);
  isDown = true;
  await limiter.take("a", 1, 5);
  assert.equal(problems.length, 2);
});
