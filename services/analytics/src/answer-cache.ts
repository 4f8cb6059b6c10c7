/** Answers that were computed once, kept for as long as they hold and at most for their time to live. */
export type AnswerCache = {
  get: (userId: string, key: string) => Promise<Uint8Array | undefined>;
  set: (userId: string, key: string, answer: Uint8Array) => Promise<void>;
  /** Drops everything of a user's. */
  forget: (userId: string) => Promise<void>;
};

type Kept = { answer: Uint8Array; until: number };

/** What an entry takes beside its text and its bytes, about. */
const overhead = 200;

/**
 * A cache in this process: the answers used last, up to a number of bytes, each for `ttlMs` at most. Keys carry
 * the user's generation and count of changes, so an answer is never stale, only unused.
 */
export function createMemoryAnswerCache(
  { maxBytes, ttlMs }: { maxBytes: number; ttlMs: number },
  now: () => number = () => performance.now(),
): AnswerCache {
  const answers = new Map<string, Kept>();
  let bytes = 0;
  const sizeOf = (key: string, { answer }: Kept): number => answer.length + 2 * key.length + overhead;
  const drop = (key: string): void => {
    const kept = answers.get(key);
    if (!kept) return;
    answers.delete(key);
    bytes -= sizeOf(key, kept);
  };
  return {
    get: async (userId, key) => {
      const whole = `${userId}|${key}`;
      const kept = answers.get(whole);
      if (!kept) return undefined;
      if (kept.until <= now()) {
        drop(whole);
        return undefined;
      }
      // The order of the map is that of use.
      answers.delete(whole);
      answers.set(whole, kept);
      return kept.answer;
    },
    set: async (userId, key, answer) => {
      const whole = `${userId}|${key}`;
      drop(whole);
      const kept = { answer, until: now() + ttlMs };
      if (sizeOf(whole, kept) > maxBytes) return;
      answers.set(whole, kept);
      bytes += sizeOf(whole, kept);
      for (const oldest of answers.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
    forget: async (userId) => {
      for (const key of [...answers.keys()]) if (key.startsWith(`${userId}|`)) drop(key);
    },
  };
}
