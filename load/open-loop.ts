import { setTimeout as sleep } from "node:timers/promises";

export type OpenMeasured = {
  /** Milliseconds from when a request was due, ascending: one that had to wait for its turn counts the waiting. */
  latencies: number[];
  offered: number;
  /** Requests that were not answered when the last was sent. */
  behind: number;
};

/**
 * Requests at a fixed rate that waits for nothing, as people do who do not know of each other. What is due during the
 * first `warmUpSeconds` is sent, and not counted.
 */
export async function openLoop(options: {
  perSecond: number;
  seconds: number;
  warmUpSeconds?: number;
  send: (turn: number) => Promise<unknown>;
}): Promise<OpenMeasured> {
  const { perSecond, seconds, warmUpSeconds = 2, send } = options;
  const every = 1_000 / perSecond;
  const uncounted = Math.round(warmUpSeconds * perSecond);
  const count = uncounted + Math.round(seconds * perSecond);
  const latencies: number[] = [];
  const sent: Promise<void>[] = [];
  let answered = 0;
  const begun = performance.now();
  for (let turn = 0; turn < count; turn++) {
    const due = begun + turn * every;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    sent.push(
      send(turn).then(() => {
        answered += 1;
        if (turn >= uncounted) latencies.push(performance.now() - due);
      }),
    );
    // What fails ends the run where it is awaited, not as a rejection that nobody looks at.
    sent.at(-1)!.catch(() => {});
  }
  const offered = (count * 1_000) / (performance.now() - begun);
  const behind = count - answered;
  await Promise.all(sent);
  return { latencies: latencies.sort((a, b) => a - b), offered, behind };
}
