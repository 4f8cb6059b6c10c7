import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../../solo/test/end-to-end/http.ts";

/** Milliseconds for which a client goes on trying: longer than anything takes to come back. */
const patience = 120_000;

/** A client that tries again while it is told that something is away, or is told nothing at all. */
export async function patiently<Body>(attempt: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await attempt().catch((error: unknown) => {
      if (performance.now() > deadline) throw error;
      return undefined;
    });
    const passes = answer === undefined || [429, 500, 502, 503, 504].includes(answer.status);
    if (!passes || performance.now() > deadline) return answer!;
    await pause(400);
  }
}
