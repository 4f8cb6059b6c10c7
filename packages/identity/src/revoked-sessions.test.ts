import assert from "node:assert/strict";
import { once } from "node:events";
import { describe, test } from "node:test";
import { revokedSessionsContract } from "./revoked-sessions.contract.ts";
import { createInMemoryRevokedSessions, revocationOf } from "./revoked-sessions.ts";

const now = new Date("2026-01-15T10:00:00Z");
const session = "00000000-0000-7000-8000-000000000001";
const never = async (): Promise<boolean> => assert.fail("auth was asked");

describe("in memory", () => {
  revokedSessionsContract(async (clock) => {
    const sessions = createInMemoryRevokedSessions(clock);
    return { writer: sessions, reader: sessions, settled: async () => {} };
  });
});

describe("revocation", () => {
  test("auth is asked only while the set is not whole", async () => {
    const sessions = createInMemoryRevokedSessions(() => now);
    const asked: string[] = [];
    const unsure = revocationOf(sessions, async (sessionId) => {
      asked.push(sessionId);
      return asked.length === 1;
    });
    assert.equal(await unsure.isRevoked(session), false);
    assert.equal(await unsure.isRevoked(session), true);
    assert.deepEqual(asked, [session, session]);
    await sessions.load([]);
    const sure = revocationOf(sessions, never);
    assert.equal(await sure.isRevoked(session), false);
    await sessions.add([session], now);
    assert.equal(await sure.isRevoked(session), true);
  });

  test("an auth that does not answer is an error, not a session that stands", async () => {
    const unsure = revocationOf(createInMemoryRevokedSessions(), () => Promise.reject(new Error("late")));
    await assert.rejects(async () => unsure.isRevoked(session), /late/);
  });

  test("a watch fires for its own session alone, and not after its release", async () => {
    const sessions = createInMemoryRevokedSessions(() => now);
    const { watch } = revocationOf(sessions, never);
    const own = watch?.(session);
    const other = watch?.("00000000-0000-7000-8000-000000000002");
    const released = watch?.(session);
    released?.release();
    await sessions.add([session], now);
    assert.deepEqual(
      [own, other, released].map((watched) => watched?.signal.aborted),
      [true, false, false],
    );
  });

  test("a watch that begins just after the revocation fires too", async () => {
    const sessions = createInMemoryRevokedSessions(() => now);
    await sessions.add([session], now);
    const { signal } = revocationOf(sessions, never).watch?.(session) ?? assert.fail("no watch");
    if (!signal.aborted) await once(signal, "abort");
    assert.ok(signal.aborted);
  });
});
