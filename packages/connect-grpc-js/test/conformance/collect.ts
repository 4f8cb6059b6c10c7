import { Code, ConnectError } from "@connectrpc/connect";

export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
}

/** The ConnectError that `promise` rejects with. */
export async function failure(promise: Promise<unknown>): Promise<ConnectError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ConnectError) return error;
    throw error;
  }
  throw new Error("the call succeeded");
}

/** The name of the code it fails with, which reads better in a report than a number. */
export async function failureCode(promise: Promise<unknown>): Promise<string> {
  return Code[(await failure(promise)).code];
}

/** A promise and what settles it, resolved when the handler under test gets somewhere. */
export function milestone<T = void>() {
  return Promise.withResolvers<T>();
}

export function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason);
    else signal.addEventListener("abort", () => resolve(signal.reason), { once: true });
  });
}

/** Never settles: a handler that is stuck and minds no signal. */
export function forever(): Promise<never> {
  return new Promise(() => {});
}
