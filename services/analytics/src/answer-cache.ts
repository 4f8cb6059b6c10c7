/** Answers that were computed once, kept for as long as they hold and at most for their time to live. */
export type AnswerCache = {
  get: (key: string) => Promise<Uint8Array | undefined>;
  set: (key: string, answer: Uint8Array) => Promise<void>;
};

/**
 * A cache in this process: the answers used last, up to a number of bytes. Keys carry the user's generation
 * and count of changes, so an answer is never stale, only unused.
 */
export function createMemoryAnswerCache(maxBytes: number): AnswerCache {
  const answers = new Map<string, Uint8Array>();
  let bytes = 0;
  const drop = (key: string): void => {
    const answer = answers.get(key);
    if (!answer) return;
    answers.delete(key);
    bytes -= answer.length + key.length;
  };
  return {
    get: async (key) => {
      const answer = answers.get(key);
      if (answer) {
        answers.delete(key);
        answers.set(key, answer);
      }
      return answer;
    },
    set: async (key, answer) => {
      drop(key);
      answers.set(key, answer);
      bytes += answer.length + key.length;
      for (const oldest of answers.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
  };
}
