import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  nextKeySignsFrom,
  publishAheadMs,
  retiredKeys,
  type ScheduledKey,
  signingKey,
} from "./key-schedule.ts";
import { accessTokenLifeMs } from "./session-life.ts";

const start = Date.parse("2026-03-10T09:00:00Z");
const rotationMs = 30 * 24 * 60 * 60_000;

type Published = ScheduledKey & { readonly publishedAt: number };

/** Runs the schedule at these moments, as a process does that wakes up now and then. */
function live(pauses: readonly number[], check: (now: Date, keys: readonly Published[]) => void): void {
  let keys: Published[] = [];
  let time = start;
  for (const pause of pauses) {
    time += pause;
    const now = new Date(time);
    const retired = new Set(retiredKeys(keys, now));
    keys = keys.filter((key) => !retired.has(key));
    const signFrom = nextKeySignsFrom(keys, rotationMs, now);
    if (signFrom !== undefined) keys.push({ kid: String(keys.length + time), signFrom, publishedAt: time });
    check(now, keys);
  }
}

const pause = fc.oneof(
  fc.integer({ min: 0, max: 2 * accessTokenLifeMs }),
  fc.integer({ min: 0, max: 3 * rotationMs }),
);
const pauses = fc.array(pause, { minLength: 1, maxLength: 60 });

describe("the schedule of signing keys", () => {
  test("there is always a key that signs, and it was published half an hour before, but for the first", () => {
    fc.assert(
      fc.property(pauses, (each) => {
        const first = { kid: "" };
        live(each, (now, keys) => {
          const key = signingKey(keys, now);
          assert.ok(key !== undefined);
          first.kid ||= key.kid;
          if (key.kid !== first.kid) assert.ok(key.signFrom.getTime() - key.publishedAt >= publishAheadMs);
        });
      }),
    );
  });

  test("no key goes before the last token it signed has expired", () => {
    fc.assert(
      fc.property(pauses, (each) => {
        let before: { at: number; kid: string | undefined } = { at: start, kid: undefined };
        live(each, (now, keys) => {
          const isRecent = now.getTime() - before.at <= accessTokenLifeMs;
          if (isRecent && before.kid !== undefined) assert.ok(keys.some(({ kid }) => kid === before.kid));
          before = { at: now.getTime(), kid: signingKey(keys, now)?.kid };
        });
      }),
    );
  });

  test("keys made by a clock that was ahead sign at once", () => {
    const keys = [0, 1].map((days) => ({ kid: String(days), signFrom: new Date(start + days * rotationMs) }));
    assert.equal(signingKey(keys, new Date(start - 1))?.kid, "0");
    assert.equal(signingKey([], new Date(start)), undefined);
  });

  test("keys do not pile up", () => {
    fc.assert(fc.property(pauses, (each) => live(each, (_, keys) => assert.ok(keys.length <= 3))));
  });
});
