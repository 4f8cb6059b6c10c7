import type { Revocation } from "./revocation.ts";

/** A session that ended before the access tokens made for it did. */
export type RevokedSession = { readonly sessionId: string; readonly revokeTime: Date };

export type SessionState = "revoked" | "stands" | "unknown";

/**
 * The sessions revoked lately: auth writes them, edge reads them. What is not in the set stands only while the set
 * is known to be whole; a store that lost its content, or never had it, answers `unknown`.
 *
 * Deliberately absent: taking a session back. Ended sessions never stand again.
 */
export type RevokedSessions = {
  /** Resolves when readers see them. Adding one twice is no error. */
  add(sessionIds: readonly string[], revokeTime: Date): Promise<void>;
  isRevoked(sessionId: string): Promise<SessionState>;
  /**
   * Adds all that auth lists, and with that the set is whole. What was added while auth was being asked is kept.
   */
  load(all: readonly RevokedSession[]): Promise<void>;
  /** Calls `listener` for each session that is newly in the set; returns what ends that. */
  onRevoked(listener: (sessionId: string) => void): () => void;
};

/**
 * How long a revoked session is kept, in milliseconds: the 15 minutes of an access token, and one for clocks that
 * differ.
 */
export const revokedSessionKeptMs = 16 * 60_000;

/** How often what need not be kept is dropped, in milliseconds. */
const sweepEveryMs = 60_000;

/** For one process: solo, and tests. */
export function createInMemoryRevokedSessions(now: () => Date = () => new Date()): RevokedSessions {
  /** By the time until which they are kept. */
  const kept = new Map<string, number>();
  const listeners = new Set<(sessionId: string) => void>();
  let isWhole = false;
  let sweptAt = now().getTime();

  function insert(sessionId: string, revokeTime: Date): void {
    const until = revokeTime.getTime() + revokedSessionKeptMs;
    if (until <= now().getTime()) return;
    const known = kept.get(sessionId);
    kept.set(sessionId, Math.max(until, known ?? 0));
    if (known === undefined) for (const listener of [...listeners]) listener(sessionId);
  }

  function sweep(): void {
    const time = now().getTime();
    if (time - sweptAt < sweepEveryMs) return;
    sweptAt = time;
    for (const [sessionId, until] of kept) if (until <= time) kept.delete(sessionId);
  }

  return {
    add: async (sessionIds, revokeTime) => {
      sweep();
      for (const sessionId of sessionIds) insert(sessionId, revokeTime);
    },
    isRevoked: async (sessionId) => {
      if ((kept.get(sessionId) ?? 0) > now().getTime()) return "revoked";
      return isWhole ? "stands" : "unknown";
    },
    load: async (all) => {
      for (const { sessionId, revokeTime } of all) insert(sessionId, revokeTime);
      isWhole = true;
    },
    onRevoked: (listener) => {
      // Wrapped, so that the same function given twice is two listeners.
      const own = (sessionId: string): void => listener(sessionId);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}

/**
 * What authentication asks. While the set is not whole it asks auth.
 *
 * @param askAuth whether a session stands; bounded in time by the caller, and its throw refuses the call
 */
export function revocationOf(
  sessions: RevokedSessions,
  askAuth: (sessionId: string) => Promise<boolean>,
): Revocation {
  return {
    isRevoked: async (sessionId) => {
      const state = await sessions.isRevoked(sessionId);
      return state === "unknown" ? !(await askAuth(sessionId)) : state === "revoked";
    },
    watch: (sessionId) => {
      const ended = new AbortController();
      const release = sessions.onRevoked((revoked) => {
        if (revoked === sessionId) ended.abort();
      });
      // It may have been revoked after the call was let in and before anybody listened.
      sessions.isRevoked(sessionId).then(
        (state) => state === "revoked" && ended.abort(),
        () => {},
      );
      return { signal: ended.signal, release };
    },
  };
}
