import { type Freshness, freshness } from "@finflow/projection/freshness";
import { waitForRevision } from "@finflow/projection/wait-for-revision";
import type { AnswerCache } from "./answer-cache.ts";
import type { ReadModel } from "./read-model.ts";

/** How often a read starts again because the generation it read was swapped away meanwhile. */
const swaps = 3;

export type Question = {
  userId: string;
  minRevision: number;
  signal: AbortSignal;
  /** What tells this answer from others of the same user: the RPC and everything it was asked. */
  key: string;
};

export type Answers = <Answer>(
  question: Question,
  answer: {
    compute: (generation: number) => Promise<Answer>;
    encode: (answer: Answer) => Uint8Array;
    decode: (bytes: Uint8Array) => Answer;
  },
) => Promise<{ answer: Answer; fresh: Freshness; etag: string }>;

/**
 * Gives answers with how fresh they are: waits for the revision asked for, takes what is cached for the
 * user's present state, computes the rest. How fresh an answer is, is never cached.
 */
export function createAnswers(model: ReadModel, cache: AnswerCache, clock: () => Date): Answers {
  return async (question, { compute, encode, decode }) => {
    for (let attempt = 1; ; attempt++) {
      const progress = await waitForRevision(
        () => model.progress(question.userId),
        question.minRevision,
        question.signal,
      );
      const key = `${question.userId}|${progress.generation}|${progress.changes}|${question.key}`;
      const fresh = freshness(progress, question.minRevision, clock());
      const etag = `W/"${progress.generation}-${progress.changes}-${fresh.complete ? "c" : "i"}"`;
      const cached = await cache.get(key);
      if (cached) return { answer: decode(cached), fresh, etag };
      const answer = await compute(progress.generation);
      // A rebuild may have swapped the generation away, and its rows with it, while they were read.
      const { generation } = await model.progress(question.userId);
      if (generation === progress.generation) {
        await cache.set(key, encode(answer));
        return { answer, fresh, etag };
      }
      if (attempt === swaps) throw new Error("rebuilds swapped the generation at every attempt to read it");
    }
  };
}
