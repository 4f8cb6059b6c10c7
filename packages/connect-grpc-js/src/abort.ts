import { Code, ConnectError } from "@connectrpc/connect";

/** Why a signal fired, as an error that can go on the wire; `canceled` unless the reason says otherwise. */
export function abortError(signal: AbortSignal): ConnectError {
  return signal.reason instanceof ConnectError
    ? signal.reason
    : new ConnectError("the call was canceled", Code.Canceled, undefined, undefined, signal.reason);
}

/**
 * Settles as `promise` does, or rejects with the signal's reason, whichever is first. What `promise` does
 * afterwards is ignored, its rejection included.
 */
export function raceAbort<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortError(signal));
    const unlink = () => signal.removeEventListener("abort", onAbort);
    // Unlinked before whoever waits goes on: an abort at the end of a call would make an error for nobody.
    promise.then(
      (value) => {
        unlink();
        resolve(value);
      },
      (reason: unknown) => {
        unlink();
        reject(reason);
      },
    );
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  });
}

/**
 * The same messages, ending with the signal's reason as soon as it fires, even while the source is busy and
 * ignores it. The source is told by `return()`, so that a suspended generator runs its `finally`.
 */
export function endOnAbort<T>(signal: AbortSignal, source: AsyncIterable<T>): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = source[Symbol.asyncIterator]();
      let open = true;
      const stop = () => {
        if (!open) return;
        open = false;
        signal.removeEventListener("abort", stop);
        // A generator that is running queues this until it comes up for air; nobody waits for it.
        iterator.return?.(undefined).then(undefined, () => {});
      };
      const settle = (result: IteratorResult<T>) => {
        if (result.done) {
          open = false;
          signal.removeEventListener("abort", stop);
        }
        return result;
      };
      if (signal.aborted) stop();
      else signal.addEventListener("abort", stop, { once: true });
      return {
        next: () =>
          raceAbort(
            signal,
            signal.aborted ? Promise.reject(abortError(signal)) : iterator.next().then(settle),
          ),
        async return() {
          stop();
          return { done: true, value: undefined };
        },
      };
    },
  };
}

/**
 * The same messages; `finish` runs once they are over: at their end, at an error, or when they are left, also
 * before the first was asked for (where a generator's `finally` would not run).
 */
export function onceOver<T>(source: AsyncIterable<T>, finish: (error?: unknown) => void): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const iterator = source[Symbol.asyncIterator]();
      let open = true;
      const over = (error?: unknown) => {
        if (open) finish(error);
        open = false;
      };
      return {
        async next() {
          try {
            const result = await iterator.next();
            if (result.done) over();
            return result;
          } catch (error) {
            over(error);
            throw error;
          }
        },
        async return() {
          over();
          await iterator.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
