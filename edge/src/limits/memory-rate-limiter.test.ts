import assert from "node:assert/strict";
import { test } from "node:test";
import { createMemoryRateLimiter } from "./memory-rate-limiter.ts";
import { rateLimiterContract } from "./rate-limiter.contract.ts";

rateLimiterContract(async (now) => ({ limiter: createMemoryRateLimiter({ now }), close: async () => {} }));

test("memory is bounded: the key not used for longest is forgotten", async () => {
  const limiter = createMemoryRateLimiter({ maxKeys: 2, now: () => 0 });
  await limiter.take("a", 1, 1);
  await limiter.take("b", 1, 1);
  await limiter.take("a", 1, 1);
  await limiter.take("c", 1, 1);
  assert.equal((await limiter.take("a", 1, 1)).allowed, false, "used again, so kept");
  assert.equal((await limiter.take("b", 1, 1)).allowed, true, "forgotten");
});
