import type { Account, Session, SignedIn } from "./account.ts";
import { AuthError } from "./auth-error.ts";
import type { RefreshTokens, TokenSeed } from "./refresh-token.ts";
import { refreshGraceMs, sessionEnd } from "./session-life.ts";

/** A token that its session has or had. */
export type KnownToken = {
  readonly session: Session;
  /** Of the first use; undefined for the newest token. */
  readonly use: { readonly time: Date; readonly seed: TokenSeed | undefined } | undefined;
};

export type RefreshStore = {
  readonly ownerOfToken: (hash: Buffer) => Promise<string | undefined>;
  readonly lockUser: (userId: string) => Promise<Account | undefined>;
  /** Read after the lock: another refresh may have been first. */
  readonly readToken: (hash: Buffer) => Promise<KnownToken | undefined>;
  readonly useToken: (hash: Buffer, use: { time: Date; seed: TokenSeed }) => Promise<void>;
  readonly insertToken: (hash: Buffer, sessionId: string) => Promise<void>;
  readonly touchSession: (session: Session) => Promise<void>;
  readonly endSessions: (ended: { userId: string; only: string }, now: Date) => Promise<string[]>;
};

export type RefreshPorts = {
  readonly inTransaction: <Result>(work: (store: RefreshStore) => Promise<Result>) => Promise<Result>;
  readonly announceEnded: (sessionIds: readonly string[], time: Date) => Promise<void>;
  /** Somebody used a token that was traded long ago. */
  readonly noteReplay: (sessionId: string) => void;
  readonly refreshTokens: RefreshTokens;
  readonly now: () => Date;
};

/** @throws AuthError `refresh_token_invalid`, also when it was replayed: then its session is ended */
export async function refreshSession(ports: RefreshPorts, token: string): Promise<SignedIn> {
  const now = ports.now();
  const outcome = await ports.inTransaction((store) => trade(store, ports.refreshTokens, token, now));
  if (outcome === undefined) throw new AuthError("refresh_token_invalid");
  if ("account" in outcome) return outcome;
  ports.noteReplay(outcome.replayed);
  await ports.announceEnded([outcome.replayed], now);
  throw new AuthError("refresh_token_invalid");
}

async function trade(
  store: RefreshStore,
  tokens: RefreshTokens,
  token: string,
  now: Date,
): Promise<SignedIn | { replayed: string } | undefined> {
  const hash = tokens.hash(token);
  const userId = await store.ownerOfToken(hash);
  const account = userId === undefined ? undefined : await store.lockUser(userId);
  const known = account === undefined ? undefined : await store.readToken(hash);
  if (account === undefined || known === undefined || known.session.endTime <= now) return undefined;
  const { session, use } = known;
  if (use === undefined) return rotate(store, tokens, { account, session, token, hash, now });
  const isInGrace = now.getTime() - use.time.getTime() <= refreshGraceMs;
  if (isInGrace && use.seed !== undefined) {
    return { account, session, refreshToken: tokens.derive(token, use.seed) };
  }
  // Its rightful holder has the successor: one of the two who hold the family is a thief.
  await store.endSessions({ userId: account.userId, only: session.sessionId }, now);
  return { replayed: session.sessionId };
}

async function rotate(
  store: RefreshStore,
  tokens: RefreshTokens,
  {
    account,
    session,
    token,
    hash,
    now,
  }: {
    account: Account;
    session: Session;
    token: string;
    hash: Buffer;
    now: Date;
  },
): Promise<SignedIn> {
  const seed = tokens.newSeed();
  const refreshToken = tokens.derive(token, seed);
  await store.useToken(hash, { time: now, seed });
  await store.insertToken(tokens.hash(refreshToken), session.sessionId);
  const touched: Session = {
    ...session,
    lastUseTime: now,
    endTime: sessionEnd({ ...session, lastUseTime: now }),
  };
  await store.touchSession(touched);
  return { account, session: touched, refreshToken };
}
