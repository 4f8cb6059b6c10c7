import { Code, type ConnectError } from "@connectrpc/connect";
import { RetryInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { restError } from "@finflow/rest-transcoder/rest-error";

export type UploadSlotsOptions = {
  /** Files held at once. Default 8. */
  slots?: number;
  /** Of these, for one user. Default 4: one person's slow uploads must not keep everybody else waiting. */
  perUser?: number;
  /** Uploads that may wait. Default 32. */
  waiting?: number;
  /** How long, in milliseconds. Default 30,000. */
  waitMs?: number;
};

export type UploadSlots = {
  /**
   * Waits for a slot, in order of arrival; the returned function gives it back.
   *
   * @throws ConnectError RESOURCE_EXHAUSTED (503, with Retry-After) when too many wait or it took too long
   */
  take(userId: string, signal: AbortSignal): Promise<() => void>;
};

type Waiter = { userId: string; go: () => void };

/** Bounds the memory that uploads take: `slots` times the largest file. */
export function createUploadSlots(options: UploadSlotsOptions = {}): UploadSlots {
  const { slots = 8, perUser = 4, waiting = 32, waitMs = 30_000 } = options;
  const held = new Map<string, number>();
  const queue: Waiter[] = [];
  let taken = 0;

  const mayGo = (userId: string) => taken < slots && (held.get(userId) ?? 0) < perUser;

  function hold(userId: string): () => void {
    taken += 1;
    held.set(userId, (held.get(userId) ?? 0) + 1);
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      taken -= 1;
      const left = (held.get(userId) ?? 1) - 1;
      if (left === 0) held.delete(userId);
      else held.set(userId, left);
      const next = queue.findIndex((waiter) => mayGo(waiter.userId));
      if (next >= 0) queue.splice(next, 1)[0]?.go();
    };
  }

  return {
    async take(userId, signal) {
      signal.throwIfAborted();
      if (mayGo(userId)) return hold(userId);
      if (queue.length >= waiting) throw busy();
      return new Promise((resolve, reject) => {
        const leave = (reason: unknown) => {
          const at = queue.indexOf(waiter);
          if (at >= 0) queue.splice(at, 1);
          done();
          reject(reason);
        };
        const onAbort = () => leave(signal.reason);
        const timer = setTimeout(() => leave(busy()), waitMs);
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", onAbort);
        };
        const waiter: Waiter = {
          userId,
          go: () => {
            done();
            resolve(hold(userId));
          },
        };
        signal.addEventListener("abort", onAbort, { once: true });
        queue.push(waiter);
      });
    },
  };
}

function busy(): ConnectError {
  const error = restError(Code.ResourceExhausted, "too many uploads at once; try again shortly", {
    reason: "UPLOADS_BUSY",
    httpStatus: 503,
  });
  error.details.push({ desc: RetryInfoSchema, value: { retryDelay: { seconds: 5n } } });
  return error;
}
