import type { Redis } from "ioredis";
import { type RevokedSessions, revokedSessionKeptMs } from "./revoked-sessions.ts";

export type RedisRevokedSessionsOptions = {
  redis: Redis;
  /** A connection of its own: one that listens takes no other commands. None where nobody listens (auth). */
  listener?: Redis;
  /** Told of a server that does not answer a question; the question is then answered `unknown`. */
  onProblem: (error: unknown) => void;
  now?: () => Date;
};

/** Sessions by the time until which they are kept, in milliseconds. */
const key = "revoked-sessions";
/** Named when somebody is revoked. */
const channel = "revoked-sessions";
/**
 * A member of the set itself says that it is whole: a server that loses or evicts the set loses the mark with it, so
 * that half a set never passes for a whole one.
 */
const wholeMark = "whole";

/** Adds sessions with their times and tells of those that were not there. */
const script = `
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[2])
for i = 3, #ARGV, 2 do
  local isNew = not redis.call('ZSCORE', KEYS[1], ARGV[i])
  redis.call('ZADD', KEYS[1], 'GT', ARGV[i + 1], ARGV[i])
  if isNew then redis.call('PUBLISH', ARGV[1], ARGV[i]) end
end
return 1
`;

/** The set that auth writes and every replica of edge reads. Writing throws when Redis does not answer. */
export function createRedisRevokedSessions(
  options: RedisRevokedSessionsOptions,
): RevokedSessions & { ready: Promise<void> } {
  const { redis, listener, onProblem, now = () => new Date() } = options;
  const write = definedOn(redis);
  const listeners = new Set<(sessionId: string) => void>();
  /** Told of, by the time until which the set keeps them: what is read again after a break is told once. */
  const heard = new Map<string, number>();

  function tell(sessionId: string): void {
    const time = now().getTime();
    for (const [known, until] of heard) if (until <= time) heard.delete(known);
    if (sessionId === wholeMark || heard.has(sessionId)) return;
    heard.set(sessionId, time + revokedSessionKeptMs);
    for (const each of [...listeners]) each(sessionId);
  }

  /** What was published while nobody was connected is in the set. */
  async function listen(): Promise<void> {
    await listener?.subscribe(channel);
    const missed = await redis.zrangebyscore(key, `(${now().getTime()}`, "(inf");
    for (const sessionId of missed) tell(sessionId);
  }

  const add = async (entries: readonly (readonly [sessionId: string, until: number])[], mark: string[]) => {
    const time = now().getTime();
    const kept = entries.filter(([, until]) => until > time);
    const pairs = kept.flatMap(([sessionId, until]) => [sessionId, String(until)]);
    if (pairs.length + mark.length > 0) await write(key, channel, String(time), ...pairs, ...mark);
    for (const [sessionId] of kept) tell(sessionId);
  };
  const until = (time: Date) => time.getTime() + revokedSessionKeptMs;

  let ready = Promise.resolve();
  if (listener) {
    listener.on("message", (from: string, sessionId: string) => from === channel && tell(sessionId));
    const again = () => listen().catch(onProblem);
    if (listener.status === "ready") ready = again();
    else ready = new Promise((resolve) => listener.once("ready", resolve));
    listener.on("ready", again);
  }

  return {
    ready,
    add: (sessionIds, time) =>
      add(
        sessionIds.map((sessionId) => [sessionId, until(time)]),
        [],
      ),
    load: (all) =>
      add(
        all.map(({ sessionId, revokeTime }) => [sessionId, until(revokeTime)]),
        [wholeMark, "+inf"],
      ),
    isRevoked: async (sessionId) => {
      try {
        const [score, mark] = await redis.zmscore(key, sessionId, wholeMark);
        if (Number(score ?? 0) > now().getTime()) return "revoked";
        return mark === null ? "unknown" : "stands";
      } catch (error) {
        onProblem(error);
        return "unknown";
      }
    },
    onRevoked: (each) => {
      const own = (sessionId: string): void => each(sessionId);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}

function definedOn(redis: Redis): (...args: string[]) => Promise<unknown> {
  redis.defineCommand("finflowRevoke", { numberOfKeys: 1, lua: script });
  const commands = redis as unknown as { finflowRevoke(...args: string[]): Promise<unknown> };
  return (...args) => commands.finflowRevoke(...args);
}
