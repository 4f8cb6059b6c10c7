import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { RateLimiter } from "./rate-limiter.ts";

/**
 * What every adapter of RateLimiter keeps.
 *
 * @param create an empty limiter on a clock that the suite moves; milliseconds
 */
export function rateLimiterContract(
  create: (now: () => number) => Promise<{ limiter: RateLimiter; close: () => Promise<void> }>,
): void {
  async function start() {
    const clock = { ms: 1_000_000 };
    const { limiter, close } = await create(() => clock.ms);
    return { clock, limiter, close };
  }

  test("the limit is reached, and costs count", async () => {
    const { limiter, close } = await start();
    const left: number[] = [];
    for (const cost of [1, 2, 1]) left.push((await limiter.take("a", cost, 5)).remaining);
    assert.deepEqual(left, [4, 2, 1]);
    const refused = await limiter.take("a", 2, 5);
    assert.equal(refused.allowed, false);
    assert.equal(refused.remaining, 1, "what is refused takes nothing");
    assert.ok(refused.retryAfterSeconds >= 1 && refused.retryAfterSeconds <= 61);
    assert.equal((await limiter.take("a", 1, 5)).allowed, true);
    await close();
  });

  test("keys do not share", async () => {
    const { limiter, close } = await start();
    assert.equal((await limiter.take("a", 1, 1)).allowed, true);
    assert.equal((await limiter.take("b", 1, 1)).allowed, true);
    assert.equal((await limiter.take("a", 1, 1)).allowed, false);
    await close();
  });

  test("a cost of nothing is allowed at the limit, and takes nothing", async () => {
    const { limiter, close } = await start();
    await limiter.take("a", 1, 1);
    const free = await limiter.take("a", 0, 1);
    assert.deepEqual([free.allowed, free.remaining, free.retryAfterSeconds], [true, 0, 0]);
    await close();
  });

  test("waiting as long as told is enough", async () => {
    const { limiter, clock, close } = await start();
    await limiter.take("a", 3, 4);
    clock.ms += 20_500;
    await limiter.take("a", 1, 4);
    const refused = await limiter.take("a", 2, 4);
    clock.ms += refused.retryAfterSeconds * 1000;
    assert.equal((await limiter.take("a", 2, 4)).allowed, true);
    assert.ok(refused.retryAfterSeconds < 45, "the first three come back before the fourth");
    await close();
  });

  test("it slides: no burst at the turn of a minute", async () => {
    const { limiter, clock, close } = await start();
    clock.ms = 1_019_900;
    await limiter.take("a", 5, 5);
    clock.ms += 200;
    assert.equal((await limiter.take("a", 1, 5)).allowed, false);
    clock.ms += 61_000;
    const free = await limiter.take("a", 1, 5);
    assert.deepEqual([free.allowed, free.remaining], [true, 4]);
    await close();
  });

  test("property: never more than the limit in any sixty seconds", async () => {
    const call = fc.record({
      waitMs: fc.integer({ min: 0, max: 15_000 }),
      cost: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 60 }),
        fc.integer({ min: 1, max: 12 }),
        async (calls, limit) => {
          const { limiter, clock, close } = await start();
          const allowed: { at: number; cost: number }[] = [];
          for (const { waitMs, cost } of calls) {
            clock.ms += waitMs;
            const taken = await limiter.take("a", cost, limit);
            if (taken.allowed) allowed.push({ at: clock.ms, cost });
            const inWindow = allowed.filter(({ at }) => at > clock.ms - 60_000);
            const sum = inWindow.reduce((total, spent) => total + spent.cost, 0);
            assert.ok(sum <= limit);
            assert.ok(taken.remaining <= limit - sum);
          }
          await close();
        },
      ),
      { numRuns: 30 },
    );
  });
}
