import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  type AttemptCounter,
  attempt,
  attemptLimits,
  delayAfter,
  forgetAttemptsAfterMs,
} from "./login-delay.ts";

const limits = { free: 5, longestMs: 60_000 };
const start = new Date("2026-03-10T09:00:00Z");
const later = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);

describe("delays between attempts", () => {
  test("begin after the free ones, double, and have a limit", () => {
    const delays = [0, 5, 6, 7, 8, 11, 12, 13, 5_000].map((failures) => delayAfter(failures, limits));
    assert.deepEqual(delays, [0, 0, 1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000]);
  });

  test("never shrink with more failures, and never pass the limit", () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.constantFrom(...Object.values(attemptLimits)), (failures, each) => {
        assert.ok(delayAfter(failures, each) <= delayAfter(failures + 1, each));
        assert.ok(delayAfter(failures, each) <= each.longestMs);
      }),
    );
  });

  test("an attempt that has to wait is not counted, the one after the wait is", () => {
    const counter: AttemptCounter = { failures: 7, lastTime: start };
    assert.deepEqual(attempt(counter, limits, later(500)), { waitMs: 1_500 });
    assert.deepEqual(attempt(counter, limits, later(2_000)), {
      counter: { failures: 8, lastTime: later(2_000) },
    });
  });

  test("a subject starts anew after a day", () => {
    const counter: AttemptCounter = { failures: 100, lastTime: start };
    assert.deepEqual(attempt(counter, limits, later(forgetAttemptsAfterMs + 1)), {
      counter: { failures: 1, lastTime: later(forgetAttemptsAfterMs + 1) },
    });
    assert.deepEqual(attempt(undefined, limits, start), { counter: { failures: 1, lastTime: start } });
  });

  test("a clock that was ahead for a moment keeps nobody out until it is there again", () => {
    const counter: AttemptCounter = { failures: 50, lastTime: start };
    assert.deepEqual(attempt(counter, limits, later(-10_000)), { waitMs: 50_000 });
    assert.ok("counter" in attempt(counter, limits, later(-60_000)));
    assert.ok("counter" in attempt(counter, limits, later(-365 * 24 * 60 * 60_000)));
  });
});
