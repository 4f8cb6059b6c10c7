import type { Transaction } from "@finflow/postgres/database";
import { transaction } from "@finflow/postgres/transaction";
import type { Pool } from "pg";
import type { ChangePasswordStore } from "../domain/change-password.ts";
import type { EndSessionStore } from "../domain/end-session.ts";
import type { EraseUserStore } from "../domain/erase-user.ts";
import type { RefreshStore } from "../domain/refresh-session.ts";
import type { RegisterStore } from "../domain/register.ts";
import type { SignInStore } from "../domain/sign-in.ts";
import type { KeyRing } from "./key-ring.ts";
import { insertAccount, lockUser, replaceHash, setPassword } from "./postgres-accounts.ts";
import { forgetAttempts } from "./postgres-attempts.ts";
import { eraseAccount, findErasureOf, insertErasure } from "./postgres-erasures.ts";
import { insertRegistration } from "./postgres-registrations.ts";
import {
  endSessions,
  insertSession,
  insertToken,
  ownerOfToken,
  readToken,
  sessionOfToken,
  sessionStands,
  touchSession,
  useToken,
} from "./postgres-sessions.ts";

/** All that the rules write, each rule seeing the part it needs. */
export type AccountStore = RegisterStore &
  SignInStore &
  RefreshStore &
  EndSessionStore &
  Omit<ChangePasswordStore, "endSessions"> &
  Omit<EraseUserStore, "endSessions"> & {
    readonly endSessions: (
      ended: { userId: string; only?: string; except?: string },
      now: Date,
    ) => Promise<string[]>;
  };

export type InTransaction = <Result>(work: (store: AccountStore) => Promise<Result>) => Promise<Result>;

export type PublishDeleted = (
  tx: Transaction,
  deleted: { userId: string; erasureId: string; time: Date },
) => Promise<void>;

/** Runs a rule in one transaction over auth's database. */
export function createInTransaction(
  pool: Pool,
  keyRing: KeyRing,
  publishDeleted: PublishDeleted,
  signal?: AbortSignal,
): InTransaction {
  return (work) => transaction(pool, (tx) => work(storeOn(tx, keyRing, publishDeleted)), { signal });
}

function storeOn(tx: Transaction, keyRing: KeyRing, publishDeleted: PublishDeleted): AccountStore {
  return {
    lockUser: (userId) => lockUser(tx, userId),
    insertAccount: (account) => insertAccount(tx, account),
    replaceHash: (userId, hash) => replaceHash(tx, userId, hash),
    setPassword: (userId, hash, now) => setPassword(tx, userId, hash, now),
    insertRegistration: (row) => insertRegistration(tx, row),
    insertSession: (session, hash) => insertSession(tx, session, hash),
    sessionStands: (caller, now) => sessionStands(tx, caller, now),
    touchSession: (session) => touchSession(tx, session),
    endSessions: (ended, now) => endSessions(tx, ended, now),
    ownerOfToken: (hash) => ownerOfToken(tx, hash),
    sessionOfToken: (hash) => sessionOfToken(tx, hash),
    readToken: (hash) => readToken(tx, hash),
    useToken: (hash, use) => useToken(tx, hash, use),
    insertToken: (hash, sessionId) => insertToken(tx, hash, sessionId),
    forgetAttempts: (email) => forgetAttempts(tx, keyRing, email),
    eraseAccount: (userId) => eraseAccount(tx, userId),
    findErasureOf: (userId) => findErasureOf(tx, userId),
    insertErasure: (userId, erasure) => insertErasure(tx, userId, erasure),
    publishDeleted: (userId, erasureId, time) => publishDeleted(tx, { userId, erasureId, time }),
  };
}
