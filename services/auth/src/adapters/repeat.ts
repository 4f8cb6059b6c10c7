export type Repeated = {
  /** Ends after the round under way. */
  readonly stop: () => Promise<void>;
};

/** Runs `work` now and then, one round after the other; a round that fails is reported and the next one comes. */
export function repeat(
  everyMs: number,
  work: () => Promise<unknown>,
  onProblem: (error: unknown) => void,
): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let round: Promise<void> = Promise.resolve();
  const schedule = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      round = work().then(schedule, (error: unknown) => {
        onProblem(error);
        schedule();
      });
    }, everyMs);
    timer.unref();
  };
  schedule();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
