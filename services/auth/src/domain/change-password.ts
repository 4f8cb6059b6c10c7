import type { Account, Caller, Origin } from "./account.ts";
import { AuthError } from "./auth-error.ts";
import { assertGoodPassword, type PasswordRules } from "./password-rules.ts";
import { type ProvePasswordPorts, provePassword } from "./prove-password.ts";

export type ChangePasswordStore = {
  readonly lockUser: (userId: string) => Promise<Account | undefined>;
  readonly sessionStands: (caller: Caller, now: Date) => Promise<boolean>;
  readonly setPassword: (userId: string, hash: string, now: Date) => Promise<void>;
  /** All but one, or all. */
  readonly endSessions: (ended: { userId: string; except?: string }, now: Date) => Promise<string[]>;
};

export type SetPasswordPorts = {
  readonly passwordRules: PasswordRules;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly inTransaction: <Result>(work: (store: ChangePasswordStore) => Promise<Result>) => Promise<Result>;
  readonly announceEnded: (sessionIds: readonly string[], time: Date) => Promise<void>;
  readonly now: () => Date;
};

export type ChangePasswordPorts = SetPasswordPorts &
  ProvePasswordPorts & {
    readonly findStandingAccount: (caller: Caller, now: Date) => Promise<Account | undefined>;
  };

export type ChangePasswordInput = Origin & {
  readonly currentPassword: string;
  readonly newPassword: string;
};

/** @throws AuthError `session_ended`, `bad_credentials`, `too_many_attempts`, `busy`, a `password_…` reason */
export async function changePassword(
  ports: ChangePasswordPorts,
  caller: Caller,
  input: ChangePasswordInput,
): Promise<void> {
  const account = await ports.findStandingAccount(caller, ports.now());
  if (account === undefined) throw new AuthError("session_ended");
  const { email, passwordHash } = account;
  assertGoodPassword(ports.passwordRules, { password: input.newPassword, email, field: "newPassword" });
  const attempter = { email, address: input.address };
  if (!(await provePassword(ports, attempter, input.currentPassword, passwordHash))) {
    throw new AuthError("bad_credentials", { field: "currentPassword" });
  }
  const newHash = await ports.hashPassword(input.newPassword);
  const now = ports.now();
  const ended = await ports.inTransaction(async (store) => {
    const locked = await store.lockUser(account.userId);
    if (locked === undefined || !(await store.sessionStands(caller, now)))
      throw new AuthError("session_ended");
    // Changed meanwhile by somebody else: what was proven is no longer the password.
    if (locked.passwordHash !== passwordHash) {
      throw new AuthError("bad_credentials", { field: "currentPassword" });
    }
    await store.setPassword(account.userId, newHash, now);
    return store.endSessions({ userId: account.userId, except: caller.sessionId }, now);
  });
  await ports.announceEnded(ended, now);
}

export type ResetPasswordPorts = SetPasswordPorts & {
  readonly findAccount: (email: string) => Promise<Account | undefined>;
  readonly forgetAttempts: (email: string) => Promise<void>;
};

/**
 * By whoever runs the server, without the old password: ends every session and forgets failed attempts.
 *
 * @returns false when no account has this e-mail
 * @throws AuthError a `password_…` reason
 */
export async function resetPassword(
  ports: ResetPasswordPorts,
  { email, password }: { email: string; password: string },
): Promise<boolean> {
  const account = await ports.findAccount(email);
  if (account === undefined) return false;
  const { userId } = account;
  assertGoodPassword(ports.passwordRules, { password, email: account.email, field: "password" });
  const hash = await ports.hashPassword(password);
  const now = ports.now();
  const ended = await ports.inTransaction(async (store) => {
    if ((await store.lockUser(userId)) === undefined) return undefined;
    await store.setPassword(userId, hash, now);
    return store.endSessions({ userId }, now);
  });
  if (ended === undefined) return false;
  await ports.forgetAttempts(account.email);
  await ports.announceEnded(ended, now);
  return true;
}
