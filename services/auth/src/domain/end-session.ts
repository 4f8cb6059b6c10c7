import type { Account, Caller } from "./account.ts";
import { AuthError } from "./auth-error.ts";

export type EndSessionStore = {
  readonly ownerOfToken: (hash: Buffer) => Promise<string | undefined>;
  readonly sessionOfToken: (hash: Buffer) => Promise<string | undefined>;
  readonly lockUser: (userId: string) => Promise<Account | undefined>;
  readonly sessionStands: (caller: Caller, now: Date) => Promise<boolean>;
  readonly endSessions: (ended: { userId: string; only: string }, now: Date) => Promise<string[]>;
};

export type EndSessionPorts = {
  readonly inTransaction: <Result>(work: (store: EndSessionStore) => Promise<Result>) => Promise<Result>;
  readonly announceEnded: (sessionIds: readonly string[], time: Date) => Promise<void>;
  readonly now: () => Date;
};

/** Ends the session that the refresh token has or had. An unknown token is no error. */
export async function signOut(ports: EndSessionPorts, tokenHash: Buffer): Promise<void> {
  const now = ports.now();
  const ended = await ports.inTransaction(async (store) => {
    const userId = await store.ownerOfToken(tokenHash);
    if (userId === undefined || (await store.lockUser(userId)) === undefined) return [];
    const only = await store.sessionOfToken(tokenHash);
    return only === undefined ? [] : store.endSessions({ userId, only }, now);
  });
  await ports.announceEnded(ended, now);
}

/** @throws AuthError `session_ended` for the caller's own, `session_not_found` for one that is not the caller's */
export async function endOwnSession(
  ports: EndSessionPorts,
  caller: Caller,
  sessionId: string,
): Promise<void> {
  const now = ports.now();
  const ended = await ports.inTransaction(async (store) => {
    const account = await store.lockUser(caller.userId);
    if (account === undefined || !(await store.sessionStands(caller, now))) {
      throw new AuthError("session_ended");
    }
    return store.endSessions({ userId: caller.userId, only: sessionId }, now);
  });
  if (ended.length === 0) throw new AuthError("session_not_found");
  await ports.announceEnded(ended, now);
}
