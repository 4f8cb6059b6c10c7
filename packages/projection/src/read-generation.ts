import type { Progress } from "./freshness.ts";
import { waitForRevision } from "./wait-for-revision.ts";

/** How often a read starts again because the generation it read was swapped away meanwhile. */
const attempts = 3;

/**
 * Reads from the generation that answers, once the user's progress has reached `minRevision` or after a second.
 * A rebuild may swap that generation away, and its rows with it, while they are read: then it reads again.
 *
 * @throws where that happened at every attempt
 */
export async function readGeneration<Answer>(
  progress: () => Promise<Progress>,
  { minRevision, signal }: { minRevision: number; signal: AbortSignal },
  read: (progress: Progress) => Promise<Answer>,
): Promise<{ answer: Answer; progress: Progress }> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await waitForRevision(progress, minRevision, signal);
    const answer = await read(before);
    const { generation } = await progress();
    if (generation === before.generation) return { answer, progress: before };
  }
  throw new Error("rebuilds swapped the generation at every attempt to read it");
}
