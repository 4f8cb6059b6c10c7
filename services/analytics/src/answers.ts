import { createHash } from "node:crypto";
import { type Freshness, freshness } from "@finflow/projection/freshness";
import { readGeneration } from "@finflow/projection/read-generation";
import type { AnswerCache } from "./answer-cache.ts";
import type { ReadModel } from "./read-model.ts";

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
  return async ({ userId, key, ...question }, { compute, encode, decode }) => {
    const { answer, progress } = await readGeneration(
      () => model.progress(userId),
      question,
      async ({ generation, changes }) => {
        const cacheKey = `${generation}|${changes}|${key}`;
        const cached = await cache.get(userId, cacheKey);
        return cached ? { given: decode(cached) } : { given: await compute(generation), cacheKey };
      },
    );
    // Only now is it known that the generation was not swapped away while it was read.
    if (answer.cacheKey) await cache.set(userId, answer.cacheKey, encode(answer.given));
    const fresh = freshness(progress, question.minRevision, clock());
    const { generation, changes } = progress;
    return { answer: answer.given, fresh, etag: etagOf([userId, key, generation, changes, fresh.complete]) };
  };
}

/** Of whom and what as well: a browser that two people use must not take one's figures for the other's. */
function etagOf(parts: readonly unknown[]): string {
  return `W/"${createHash("sha256").update(parts.join("|")).digest("base64url").slice(0, 22)}"`;
}
