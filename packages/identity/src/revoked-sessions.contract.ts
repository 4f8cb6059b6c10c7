import assert from "node:assert/strict";
import { test } from "node:test";
import { type RevokedSessions, revokedSessionKeptMs } from "./revoked-sessions.ts";

const session = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/**
 * What every adapter of RevokedSessions keeps.
 *
 * @param create an empty set; for an adapter with replicas, `reader` is another process's view of the same set
 * @param settled resolves when what was written is seen by `reader` and its listeners
 */
export function revokedSessionsContract(
  create: (now: () => Date) => Promise<{
    writer: RevokedSessions;
    reader: RevokedSessions;
    settled: () => Promise<void>;
  }>,
): void {
  const start = async () => {
    const clock = { now: new Date("2026-01-15T10:00:00Z") };
    const set = await create(() => clock.now);
    const pass = (milliseconds: number): void => {
      clock.now = new Date(clock.now.getTime() + milliseconds);
    };
    return { ...set, clock, pass };
  };

  test("what is not in a set that was never loaded is unknown; what is in it is revoked", async () => {
    const { writer, reader, settled, clock } = await start();
    await writer.add([session(1)], clock.now);
    await settled();
    assert.equal(await reader.isRevoked(session(1)), "revoked");
    assert.equal(await reader.isRevoked(session(2)), "unknown");
  });

  test("a loaded set is whole: the others stand", async () => {
    const { writer, reader, settled, clock } = await start();
    await reader.load([{ sessionId: session(1), revokeTime: clock.now }]);
    assert.equal(await reader.isRevoked(session(1)), "revoked");
    assert.equal(await reader.isRevoked(session(2)), "stands");
    await writer.add([session(2), session(3)], clock.now);
    await settled();
    assert.equal(await reader.isRevoked(session(2)), "revoked");
    assert.equal(await reader.isRevoked(session(3)), "revoked");
  });

  test("loading keeps what was added while auth was asked", async () => {
    const { writer, reader, settled, clock } = await start();
    await writer.add([session(1)], clock.now);
    await settled();
    await reader.load([]);
    assert.equal(await reader.isRevoked(session(1)), "revoked");
  });

  test("a session is kept as long as a token of it could be valid", async () => {
    const { writer, reader, settled, clock, pass } = await start();
    await reader.load([]);
    await writer.add([session(1)], clock.now);
    pass(revokedSessionKeptMs - 1);
    await writer.add([session(2)], clock.now);
    await settled();
    assert.equal(await reader.isRevoked(session(1)), "revoked");
    pass(1);
    assert.equal(await reader.isRevoked(session(1)), "stands");
    assert.equal(await reader.isRevoked(session(2)), "revoked");
    await writer.add([session(3)], new Date(clock.now.getTime() - revokedSessionKeptMs));
    await settled();
    assert.equal(await reader.isRevoked(session(3)), "stands");
  });

  test("adding twice keeps the later time, and adding nothing is nothing", async () => {
    const { writer, reader, settled, clock, pass } = await start();
    await reader.load([]);
    await writer.add([session(1)], clock.now);
    pass(60_000);
    await writer.add([session(1)], clock.now);
    await writer.add([session(1)], new Date(clock.now.getTime() - 120_000));
    await writer.add([], clock.now);
    await settled();
    pass(revokedSessionKeptMs - 1);
    assert.equal(await reader.isRevoked(session(1)), "revoked");
  });

  test("listeners hear of each session once, until they stop listening", async () => {
    const { writer, reader, settled, clock } = await start();
    const heard: string[] = [];
    const stop = reader.onRevoked((sessionId) => heard.push(sessionId));
    await writer.add([session(1)], clock.now);
    await writer.add([session(1), session(2)], clock.now);
    await settled();
    await reader.load([
      { sessionId: session(2), revokeTime: clock.now },
      { sessionId: session(3), revokeTime: clock.now },
    ]);
    assert.deepEqual(heard, [session(1), session(2), session(3)]);
    stop();
    await writer.add([session(4)], clock.now);
    await settled();
    assert.equal(heard.length, 3);
  });
}
