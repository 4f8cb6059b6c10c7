import { AuthError } from "../domain/auth-error.ts";

/** Runs at most so many at once and lets at most so many wait. */
export type BoundedWork = <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

const retryAfterMs = 1_000;

/** Further work is refused with AuthError `busy`; who is gone before the turn comes is skipped. */
export function createBoundedWork({ running, waiting }: { running: number; waiting: number }): BoundedWork {
  let active = 0;
  const queue: (() => void)[] = [];
  return async (work, signal) => {
    signal?.throwIfAborted();
    if (active >= running) {
      if (queue.length >= waiting) throw new AuthError("busy", { retryAfterMs });
      await turn(queue, signal);
    } else {
      active += 1;
    }
    try {
      return await work();
    } finally {
      // The next one takes over this one's place.
      const next = queue.shift();
      if (next === undefined) active -= 1;
      else next();
    }
  };
}

function turn(queue: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onTurn = (): void => {
    signal?.removeEventListener("abort", onAbort);
    resolve();
  };
  const onAbort = (): void => {
    queue.splice(queue.indexOf(onTurn), 1);
    reject(signal?.reason);
  };
  signal?.addEventListener("abort", onAbort, { once: true });
  queue.push(onTurn);
  return promise;
}
