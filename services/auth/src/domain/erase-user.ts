import type { Account, Caller } from "./account.ts";
import { AuthError } from "./auth-error.ts";

export type Erasure = {
  readonly erasureId: string;
  readonly requestTime: Date;
  /** Undefined until the service says that it is done. */
  readonly services: readonly { readonly service: string; readonly eraseTime: Date | undefined }[];
};

export type EraseUserStore = {
  readonly lockUser: (userId: string) => Promise<Account | undefined>;
  readonly sessionStands: (caller: Caller, now: Date) => Promise<boolean>;
  readonly findErasureOf: (userId: string) => Promise<Erasure | undefined>;
  readonly endSessions: (ended: { userId: string }, now: Date) => Promise<string[]>;
  readonly forgetAttempts: (email: string) => Promise<void>;
  /** The account and everything that hangs on it; a tombstone of the id stays for ever. */
  readonly eraseAccount: (userId: string) => Promise<void>;
  readonly insertErasure: (userId: string, erasure: Erasure) => Promise<void>;
  /** Into the outbox: `users.deleted` for the others, and `users.erased` of this service itself. */
  readonly publishDeleted: (userId: string, erasureId: string, now: Date) => Promise<void>;
};

export type EraseUserPorts = {
  readonly inTransaction: <Result>(work: (store: EraseUserStore) => Promise<Result>) => Promise<Result>;
  readonly announceEnded: (sessionIds: readonly string[], time: Date) => Promise<void>;
  /** Those that hold something of a user and acknowledge its erasing. */
  readonly services: readonly string[];
  /** Unguessable: whoever knows it may follow the erasing. */
  readonly newSecretId: () => string;
  readonly now: () => Date;
};

/**
 * Deletes the account for good. A second call, by an access token from before, gives the same erasure.
 *
 * @throws AuthError `session_ended`
 */
export async function eraseUser(ports: EraseUserPorts, caller: Caller): Promise<Erasure> {
  const now = ports.now();
  const { userId } = caller;
  const { erasure, ended } = await ports.inTransaction(async (store) => {
    const account = await store.lockUser(userId);
    if (account === undefined) {
      const earlier = await store.findErasureOf(userId);
      if (earlier === undefined) throw new AuthError("session_ended");
      return { erasure: earlier, ended: [] };
    }
    if (!(await store.sessionStands(caller, now))) throw new AuthError("session_ended");
    const sessionIds = await store.endSessions({ userId }, now);
    await store.forgetAttempts(account.email);
    await store.eraseAccount(userId);
    const created: Erasure = {
      erasureId: ports.newSecretId(),
      requestTime: now,
      services: [...ports.services].sort().map((service) => ({ service, eraseTime: undefined })),
    };
    await store.insertErasure(userId, created);
    await store.publishDeleted(userId, created.erasureId, now);
    return { erasure: created, ended: sessionIds };
  });
  await ports.announceEnded(ended, now);
  return erasure;
}

export function isFinished({ services }: Erasure): boolean {
  return services.every(({ eraseTime }) => eraseTime !== undefined);
}
