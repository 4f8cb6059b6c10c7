import type { Account, Origin, Session, SignedIn } from "./account.ts";
import { AuthError } from "./auth-error.ts";
import { normaliseEmail } from "./email.ts";
import { assertGoodPassword, type PasswordRules } from "./password-rules.ts";
import { type ProvePasswordPorts, provePassword } from "./prove-password.ts";
import type { RefreshTokens, TokenSeed } from "./refresh-token.ts";
import { type StartSessionStore, startSession } from "./start-session.ts";

/** What a request_id stood for. */
export type Registration = {
  readonly account: Account;
  /** Undefined once it ended. */
  readonly session: Session | undefined;
  readonly seed: TokenSeed;
};

export type RegisterStore = StartSessionStore & {
  /** @throws AuthError `email_taken` when a living account has it */
  readonly insertAccount: (account: Account) => Promise<void>;
  /** @throws AuthError `request_id_reused` when another registration has it */
  readonly insertRegistration: (row: {
    readonly requestId: string;
    readonly userId: string;
    readonly sessionId: string;
    readonly seed: TokenSeed;
    readonly createTime: Date;
  }) => Promise<void>;
};

export type RegisterPorts = ProvePasswordPorts & {
  readonly passwordRules: PasswordRules;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly findAccount: (email: string) => Promise<Account | undefined>;
  /** Within the last day. */
  readonly findRegistration: (requestId: string) => Promise<Registration | undefined>;
  readonly inTransaction: <Result>(work: (store: RegisterStore) => Promise<Result>) => Promise<Result>;
  readonly refreshTokens: RefreshTokens;
  readonly newId: () => string;
  readonly now: () => Date;
};

export type RegisterInput = Origin & {
  readonly email: string;
  readonly password: string;
  readonly keepSignedIn: boolean;
  /** AIP-155: the same one within a day makes one account and gives one session. Empty for none. */
  readonly requestId: string;
};

/** @throws AuthError `email_invalid`, `email_taken`, a `password_…` reason, `request_id_reused`, `busy` */
export async function register(ports: RegisterPorts, input: RegisterInput): Promise<SignedIn> {
  const email = normaliseEmail(input.email);
  const { password, requestId } = input;
  assertGoodPassword(ports.passwordRules, { password, email, field: "password" });
  const earlier = requestId === "" ? undefined : await ports.findRegistration(requestId);
  if (earlier !== undefined) return repeat(ports, earlier, { ...input, email });
  try {
    return await createAccount(ports, { ...input, email });
  } catch (error) {
    const isTaken = error instanceof AuthError && ["email_taken", "request_id_reused"].includes(error.reason);
    if (!isTaken || requestId === "") throw error;
    // The same request may have come twice at once, and the other one won.
    const other = await ports.findRegistration(requestId);
    if (other === undefined) throw error;
    return repeat(ports, other, { ...input, email });
  }
}

async function createAccount(ports: RegisterPorts, input: RegisterInput): Promise<SignedIn> {
  const { email, requestId } = input;
  // The unique index decides; this only spares the hashing.
  if ((await ports.findAccount(email)) !== undefined) throw new AuthError("email_taken", { field: "email" });
  const passwordHash = await ports.hashPassword(input.password);
  const now = ports.now();
  const account: Account = { userId: ports.newId(), email, passwordHash, createTime: now };
  const sessionId = ports.newId();
  const seed = ports.refreshTokens.newSeed();
  const refreshToken =
    requestId === "" ? ports.refreshTokens.random() : ports.refreshTokens.derive(tokenText(requestId), seed);
  return ports.inTransaction(async (store) => {
    await store.insertAccount(account);
    if (requestId !== "") {
      const { userId } = account;
      await store.insertRegistration({ requestId, userId, sessionId, seed, createTime: now });
    }
    return startSession(store, {
      account,
      sessionId,
      refreshToken,
      refreshTokenHash: ports.refreshTokens.hash(refreshToken),
      keepSignedIn: input.keepSignedIn,
      userAgent: input.userAgent,
      now,
    });
  });
}

/** The first answer again, for whoever knows the password. */
async function repeat(ports: RegisterPorts, earlier: Registration, input: RegisterInput): Promise<SignedIn> {
  const { account, session, seed } = earlier;
  const isSame =
    account.email === input.email &&
    (await provePassword(ports, input, input.password, account.passwordHash));
  if (!isSame) throw new AuthError("request_id_reused", { field: "requestId" });
  if (session === undefined) throw new AuthError("email_taken", { field: "email" });
  return { account, session, refreshToken: ports.refreshTokens.derive(tokenText(input.requestId), seed) };
}

const tokenText = (requestId: string): string => `register ${requestId.toLowerCase()}`;
