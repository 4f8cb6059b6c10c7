import { AuthError } from "./auth-error.ts";

/** Whose attempts are counted together. */
export type Attempter = { readonly email: string; readonly address: string };

/** Counts attempts that outlive processes and are seen by all of them. */
export type Attempts = {
  /** @returns milliseconds to wait; 0 when it is counted and may go on */
  readonly count: (attempter: Attempter) => Promise<number>;
  /** It was neither right nor wrong. */
  readonly takeBack: (attempter: Attempter) => Promise<void>;
  /** It was right: the account starts anew, and its address has this one less. */
  readonly succeed: (attempter: Attempter) => Promise<void>;
};

export type ProvePasswordPorts = {
  readonly attempts: Attempts;
  /** Without a hash it does the same work and says no. */
  readonly passwordMatches: (password: string, hash: string | undefined) => Promise<boolean>;
};

/**
 * Whether the password is the account's. An account that does not exist takes the same steps: the answer, its
 * delays and the work done tell nothing.
 *
 * @throws AuthError `too_many_attempts`, and what `passwordMatches` throws
 */
export async function provePassword(
  { attempts, passwordMatches }: ProvePasswordPorts,
  attempter: Attempter,
  password: string,
  hash: string | undefined,
): Promise<boolean> {
  const retryAfterMs = await attempts.count(attempter);
  if (retryAfterMs > 0) throw new AuthError("too_many_attempts", { retryAfterMs });
  let matches: boolean;
  try {
    matches = await passwordMatches(password, hash);
  } catch (error) {
    await attempts.takeBack(attempter);
    throw error;
  }
  if (matches) await attempts.succeed(attempter);
  return matches;
}
