export type Measured = {
  /** Milliseconds of each answer, ascending. */
  latencies: number[];
  perSecond: number;
};

/**
 * So many calls in flight, each followed by the next, without a pause anywhere. What the first `warmUpSeconds` brought is
 * thrown away.
 */
export async function closedCalls(options: {
  inFlight: number;
  seconds: number;
  warmUpSeconds?: number;
  call: (caller: number) => Promise<unknown>;
}): Promise<Measured> {
  const { inFlight, seconds, warmUpSeconds = 1, call } = options;
  const latencies: number[] = [];
  const begun = performance.now() + warmUpSeconds * 1_000;
  const end = begun + seconds * 1_000;
  const caller = async (index: number): Promise<void> => {
    for (let sentAt = performance.now(); sentAt < end; sentAt = performance.now()) {
      await call(index);
      if (sentAt >= begun) latencies.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, index) => caller(index)));
  return { latencies: latencies.sort((a, b) => a - b), perSecond: latencies.length / seconds };
}
