import { useSyncExternalStore } from "react";

let last: string | undefined;
const listeners = new Set<() => void>();

/** The erasure that this visit asked for. It outlives the signed-in page, and nothing else keeps its id. */
export function useLastErasure(): string | undefined {
  return useSyncExternalStore(subscribe, () => last);
}

export function setLastErasure(erasureId: string): void {
  last = erasureId;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
