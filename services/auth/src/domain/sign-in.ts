import type { Account, Origin, SignedIn } from "./account.ts";
import { AuthError } from "./auth-error.ts";
import { normaliseEmail } from "./email.ts";
import { type ProvePasswordPorts, provePassword } from "./prove-password.ts";
import type { RefreshTokens } from "./refresh-token.ts";
import { type StartSessionStore, startSession } from "./start-session.ts";

export type SignInStore = StartSessionStore & {
  readonly lockUser: (userId: string) => Promise<Account | undefined>;
  readonly replaceHash: (userId: string, hash: string) => Promise<void>;
};

export type SignInPorts = ProvePasswordPorts & {
  readonly findAccount: (email: string) => Promise<Account | undefined>;
  readonly isOutdatedHash: (hash: string) => boolean;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly inTransaction: <Result>(work: (store: SignInStore) => Promise<Result>) => Promise<Result>;
  readonly refreshTokens: RefreshTokens;
  readonly newId: () => string;
  readonly now: () => Date;
};

export type SignInInput = Origin & {
  readonly email: string;
  readonly password: string;
  readonly keepSignedIn: boolean;
};

/** @throws AuthError `bad_credentials`, `too_many_attempts`, `busy` */
export async function signIn(ports: SignInPorts, input: SignInInput): Promise<SignedIn> {
  const email = addressOf(input.email);
  // The password may be changed while it is being compared: what counts is the one that stands in the end.
  for (let round = 0; round < 3; round += 1) {
    const account = await ports.findAccount(email);
    const attempter = { email, address: input.address };
    const matches = await provePassword(ports, attempter, input.password, account?.passwordHash);
    if (account === undefined || !matches) throw new AuthError("bad_credentials");
    const newHash = ports.isOutdatedHash(account.passwordHash)
      ? await ports.hashPassword(input.password)
      : undefined;
    const signedIn = await openSession(ports, input, account, newHash);
    if (signedIn !== "password_changed") return signedIn;
  }
  throw new AuthError("bad_credentials");
}

function openSession(
  ports: SignInPorts,
  input: SignInInput,
  proven: Account,
  newHash: string | undefined,
): Promise<SignedIn | "password_changed"> {
  const refreshToken = ports.refreshTokens.random();
  return ports.inTransaction(async (store) => {
    const account = await store.lockUser(proven.userId);
    if (account === undefined) throw new AuthError("bad_credentials");
    if (account.passwordHash !== proven.passwordHash) return "password_changed";
    if (newHash !== undefined) await store.replaceHash(account.userId, newHash);
    return startSession(store, {
      account,
      sessionId: ports.newId(),
      refreshToken,
      refreshTokenHash: ports.refreshTokens.hash(refreshToken),
      keepSignedIn: input.keepSignedIn,
      userAgent: input.userAgent,
      now: ports.now(),
    });
  });
}

/** What cannot be an address is an unknown account like any other. */
function addressOf(written: string): string {
  try {
    return normaliseEmail(written);
  } catch {
    // PostgreSQL takes no NUL in a text.
    return written.toLowerCase().replaceAll("\0", "");
  }
}
