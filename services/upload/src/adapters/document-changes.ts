import type { Pool, PoolClient } from "pg";

export type DocumentWatch = {
  /** Resolves when the user's documents may have changed, or after a while anyway; false once it is over. */
  next(): Promise<boolean>;
  stop(): void;
};

export type DocumentChanges = {
  watch(userId: string, signal: AbortSignal): DocumentWatch;
  close(): Promise<void>;
};

const channel = "upload_documents";
const reconnectMs = 1_000;

/**
 * One LISTEN for all watchers of this process. A notice is a hint that makes a watcher look sooner; who never
 * hears one looks every `pollMs`.
 */
export function listenForDocumentChanges(
  pool: Pool,
  options: { pollMs: number; onProblem: (error: unknown) => void },
): DocumentChanges {
  const bells = new Map<string, Set<() => void>>();
  let client: PoolClient | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;

  const ringAll = () => {
    for (const ofUser of bells.values()) for (const ring of ofUser) ring();
  };
  const connect = async (): Promise<void> => {
    const made = await pool.connect();
    if (isClosed) return made.release(true);
    client = made;
    made.on("notification", ({ payload }) => {
      for (const ring of bells.get(payload ?? "") ?? []) ring();
    });
    made.once("error", (error) => reconnect(error));
    await made.query(`listen ${channel}`);
    // What changed while nobody listened.
    ringAll();
  };
  const reconnect = (error: unknown): void => {
    if (isClosed) return;
    options.onProblem(error);
    client?.release(true);
    client = undefined;
    retry = setTimeout(() => void connect().catch(reconnect), reconnectMs);
  };
  const connecting = connect().catch(reconnect);

  return {
    watch: (userId, signal) => {
      const bell = makeBell(options.pollMs, signal);
      const ofUser = bells.get(userId) ?? new Set();
      bells.set(userId, ofUser.add(bell.ring));
      return {
        next: bell.next,
        stop: () => {
          ofUser.delete(bell.ring);
          if (ofUser.size === 0) bells.delete(userId);
        },
      };
    },
    close: async () => {
      isClosed = true;
      clearTimeout(retry);
      await connecting;
      client?.release(true);
    },
  };
}

/** A ring while nobody waits is kept. */
function makeBell(pollMs: number, signal: AbortSignal) {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    next: async (): Promise<boolean> => {
      if (!isRung && !signal.aborted) {
        const woken = Promise.withResolvers<void>();
        wake = woken.resolve;
        const timer = setTimeout(wake, pollMs);
        signal.addEventListener("abort", wake, { once: true });
        await woken.promise;
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
      }
      isRung = false;
      return !signal.aborted;
    },
  };
}
