import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until something holds.
 *
 * @param what is said when it does not within `patience` milliseconds
 */
export async function until(what: string, holds: () => Promise<boolean>, patience: number): Promise<void> {
  for (const end = performance.now() + patience; performance.now() < end; await sleep(200)) {
    if (await holds()) return;
  }
  assert.fail(`${what}: not within ${patience / 1000} s`);
}
