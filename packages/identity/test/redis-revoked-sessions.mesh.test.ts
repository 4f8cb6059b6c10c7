import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createRedisRevokedSessions } from "@finflow/identity/redis-revoked-sessions";
import { revokedSessionsContract } from "@finflow/identity/revoked-sessions.contract";
import { startValkey, type Valkey } from "@finflow/local-servers/valkey";
import { connectRedis } from "@finflow/redis/connect-redis";
import type { Redis } from "ioredis";

const session = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const clients: Redis[] = [];
let folder = "";
let valkey: Valkey;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "finflow-revoked-"));
  valkey = await startValkey(folder, "cache");
});
after(async () => {
  for (const client of clients) client.disconnect();
  await valkey?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function connected(commandTimeoutMs = 5_000): Promise<Redis> {
  const client = connectRedis({ url: valkey.url, onProblem: () => {}, commandTimeoutMs });
  clients.push(client);
  await new Promise((resolve) => client.once("ready", resolve));
  return client;
}

async function sessionsOf(now: () => Date, problems: unknown[] = []) {
  const [redis, listener] = [await connected(), await connected()];
  await redis.flushall();
  const sessions = createRedisRevokedSessions({
    redis,
    listener,
    now,
    onProblem: (error) => problems.push(error),
  });
  await sessions.ready;
  return { sessions, redis, listener };
}

describe("on Redis", () => {
  revokedSessionsContract(async (now) => {
    const { sessions: reader, redis, listener } = await sessionsOf(now);
    const writer = createRedisRevokedSessions({ redis: await connected(), now, onProblem: () => {} });
    // Publications arrive in order: once a later one was heard, those before it were.
    await listener.subscribe("settled");
    const settled = () =>
      new Promise<void>((resolve) => {
        listener.on("message", (from) => from === "settled" && resolve());
        void redis.publish("settled", "");
      });
    return { writer, reader, settled };
  });
});

test("a server that lost the set does not pass for one that has none in it", async () => {
  const now = () => new Date("2026-01-15T10:00:00Z");
  const { sessions, redis } = await sessionsOf(now);
  await sessions.load([{ sessionId: session(1), revokeTime: now() }]);
  assert.equal(await sessions.isRevoked(session(2)), "stands");
  await redis.flushall();
  assert.equal(await sessions.isRevoked(session(1)), "unknown");
  await sessions.load([{ sessionId: session(1), revokeTime: now() }]);
  assert.equal(await sessions.isRevoked(session(1)), "revoked");
});

test("a server that is away is unknown to readers, and an error to writers", async () => {
  const own = await startValkey(join(folder, "own"), "cache");
  const problems: unknown[] = [];
  const client = connectRedis({ url: own.url, onProblem: () => {}, commandTimeoutMs: 100 });
  clients.push(client);
  await new Promise((resolve) => client.once("ready", resolve));
  const sessions = createRedisRevokedSessions({ redis: client, onProblem: (error) => problems.push(error) });
  await sessions.load([]);
  assert.equal(await sessions.isRevoked(session(1)), "stands");
  own.pause();
  assert.equal(await sessions.isRevoked(session(1)), "unknown");
  await assert.rejects(sessions.add([session(1)], new Date()));
  assert.equal(problems.length, 1);
  own.resume();
  await own.kill();
  assert.equal(await sessions.isRevoked(session(1)), "unknown");
});

test("what was revoked while the listener was cut off is heard when it is back, once", async () => {
  const now = () => new Date("2026-01-15T10:00:00Z");
  const { sessions, listener } = await sessionsOf(now);
  const heard: string[] = [];
  sessions.onRevoked((sessionId) => heard.push(sessionId));
  await sessions.add([session(1)], now());
  while (heard.length < 1) await new Promise((resolve) => setImmediate(resolve));
  listener.disconnect(true);
  await sessions.add([session(2)], now());
  while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(heard, [session(1), session(2)]);
});
