/** All in milliseconds. */
export const accessTokenLifeMs = 15 * 60_000;
export const longestSessionMs = 7 * 24 * 60 * 60_000;
export const longestIdleMs = 12 * 60 * 60_000;
/** Two tabs that refresh at once, or an answer that got lost: the old token still gets the same successor. */
export const refreshGraceMs = 30_000;

export type SessionTimes = {
  readonly createTime: Date;
  readonly lastUseTime: Date;
  readonly keepSignedIn: boolean;
};

/** When a session ends by itself: seven days after it began, or twelve hours after its last use. */
export function sessionEnd({ createTime, lastUseTime, keepSignedIn }: SessionTimes): Date {
  const latest = createTime.getTime() + longestSessionMs;
  return new Date(keepSignedIn ? latest : Math.min(latest, lastUseTime.getTime() + longestIdleMs));
}

/** An access token never outlives the seven days of its session. */
export function accessTokenEnd(createTime: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + accessTokenLifeMs, createTime.getTime() + longestSessionMs));
}
