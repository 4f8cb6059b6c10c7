import { setTimeout as sleep } from "node:timers/promises";

/** Waiting times in milliseconds: doubling from `first` to `longest`, a quarter of it left to chance. */
export type Backoff = { readonly first: number; readonly longest: number };

export function delayBefore(attempt: number, { first, longest }: Backoff): number {
  const whole = Math.min(longest, first * 2 ** Math.min(attempt, 20));
  return whole * (0.75 + Math.random() / 4);
}

/** Sleeps; an abort ends it early without an error, the caller looks at its signal. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/**
 * A bell that loops wait by: a ring that comes while nobody waits is kept, several are one.
 */
export function createBell(): {
  ring(): void;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
} {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    wait: async (milliseconds, signal) => {
      if (!isRung && !signal.aborted) {
        const rung = Promise.withResolvers<void>();
        wake = rung.resolve;
        signal.addEventListener("abort", wake, { once: true });
        const timer = setTimeout(wake, milliseconds);
        await rung.promise;
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        wake = undefined;
      }
      isRung = false;
    },
  };
}
