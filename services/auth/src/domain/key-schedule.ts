import { accessTokenLifeMs } from "./session-life.ts";

/** A new key is published this long before it signs, so that every verifier's cache has it. Milliseconds. */
export const publishAheadMs = 30 * 60_000;

/** A signer may hold a list this old, and clocks differ: so much longer an old key stays. Milliseconds. */
const retireSlackMs = 5 * 60_000;

export type ScheduledKey = { readonly kid: string; readonly signFrom: Date };

const bySignFrom = (a: ScheduledKey, b: ScheduledKey): number => a.signFrom.getTime() - b.signFrom.getTime();

/**
 * The key that signs now: of those whose time has come, the latest. If it has come for none, since the clock was
 * ahead when they were made, the earliest.
 */
export function signingKey<Key extends ScheduledKey>(keys: readonly Key[], now: Date): Key | undefined {
  const ordered = [...keys].sort(bySignFrom);
  return ordered.findLast(({ signFrom }) => signFrom <= now) ?? ordered[0];
}

/**
 * When a key that must be made now begins to sign; undefined while none is due. The very first signs at once:
 * no token was signed before it, so nobody verifies by an older list.
 */
export function nextKeySignsFrom(
  keys: readonly ScheduledKey[],
  rotationMs: number,
  now: Date,
): Date | undefined {
  const newest = [...keys].sort(bySignFrom).at(-1);
  if (newest === undefined) return now;
  const due = newest.signFrom.getTime() + rotationMs;
  const soonest = now.getTime() + publishAheadMs;
  return due <= soonest ? new Date(Math.max(due, soonest)) : undefined;
}

/** Keys whose successor has signed for so long that no token of theirs can be valid. */
export function retiredKeys<Key extends ScheduledKey>(keys: readonly Key[], now: Date): Key[] {
  const ordered = [...keys].sort(bySignFrom);
  return ordered.filter((_, index) => {
    const successor = ordered[index + 1];
    if (successor === undefined) return false;
    return successor.signFrom.getTime() + accessTokenLifeMs + retireSlackMs < now.getTime();
  });
}
