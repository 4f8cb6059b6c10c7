import { setTimeout as sleep } from "node:timers/promises";

/** Runs something now and then every so many seconds, never twice at once, until the signal. Its errors are told. */
export async function repeat(
  work: () => Promise<void>,
  { everySeconds, onProblem }: { everySeconds: number; onProblem: (error: unknown) => void },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch(onProblem);
    await sleep(everySeconds * 1_000, undefined, { signal }).catch(() => {});
  }
}
