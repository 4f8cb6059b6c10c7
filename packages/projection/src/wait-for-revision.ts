import { setTimeout as sleep } from "node:timers/promises";
import type { Progress } from "./freshness.ts";

/** How long a reader waits for its own write to be applied, and how often it looks. Milliseconds. */
const patience = 1000;
const interval = 20;

/**
 * A user's progress, once it has reached `minRevision` or after a second. Looks at the store again and again,
 * since another process may be the one that applies, and holds no connection in between.
 */
export async function waitForRevision(
  progress: () => Promise<Progress>,
  minRevision: number,
  signal: AbortSignal,
): Promise<Progress> {
  const deadline = performance.now() + patience;
  for (;;) {
    const now = await progress();
    if (now.appliedRevision >= minRevision || performance.now() >= deadline) return now;
    await sleep(interval, undefined, { signal });
  }
}
