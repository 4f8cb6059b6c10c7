import type { Pool } from "pg";
import { type Backoff, createBell, delayBefore, pause } from "./wait.ts";

type Bell = ReturnType<typeof createBell>;

export type LogListener = {
  /** A bell that rings when something was appended to the topic, or may have been. */
  readonly join: (topic: string) => Bell;
  readonly leave: (bell: Bell) => void;
  readonly close: () => Promise<void>;
};

const backoff: Backoff = { first: 200, longest: 10_000 };

/** One LISTEN for all readers of a process, taken up with the first of them. A hint only: readers poll as well. */
export function createLogListener(pool: Pool, onProblem: (error: unknown) => void): LogListener {
  const bells = new Map<Bell, string>();
  const closing = new AbortController();
  let listening: Promise<void> | undefined;
  const ring = (appendedTo?: string): void => {
    for (const [bell, topic] of bells) if (appendedTo === undefined || appendedTo === topic) bell.ring();
  };
  return {
    join: (topic) => {
      listening ??= listen(pool, ring, onProblem, closing.signal);
      const bell = createBell();
      bells.set(bell, topic);
      return bell;
    },
    leave: (bell) => void bells.delete(bell),
    close: async () => {
      closing.abort();
      await listening;
    },
  };
}

async function listen(
  pool: Pool,
  ring: (appendedTo?: string) => void,
  onProblem: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    const ended = Promise.withResolvers<Error | undefined>();
    const onAbort = (): void => ended.resolve(undefined);
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      const client = await pool.connect();
      try {
        client.on("notification", ({ payload }) => ring(payload));
        client.on("error", ended.resolve);
        client.on("end", () => ended.resolve(new Error("the connection that listens was closed")));
        await client.query("listen log_events");
        failures = 0;
        ring();
        const error = await ended.promise;
        if (error) throw error;
      } finally {
        client.release(true);
      }
    } catch (error) {
      onProblem(error);
      await pause(delayBefore(failures++, backoff), signal);
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }
}
