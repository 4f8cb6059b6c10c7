import { randomUUID, randomUUIDv7 } from "node:crypto";
import { type AccessTokenKey, signAccessToken } from "@finflow/identity/access-token";
import type { RevokedSessions } from "@finflow/identity/revoked-sessions";
import { type Database, database } from "@finflow/postgres/database";
import type { Logger } from "@finflow/telemetry/logger";
import type { Pool } from "pg";
import { createInTransaction, type PublishDeleted } from "./adapters/account-store.ts";
import { type Announcer, createAnnouncer } from "./adapters/announce-ended.ts";
import { createPasswords, type Passwords } from "./adapters/argon2-passwords.ts";
import { isBreachedPassword } from "./adapters/breached-passwords.ts";
import { createRefreshTokens } from "./adapters/hmac-refresh-tokens.ts";
import { createKeyRing, type KeyRing } from "./adapters/key-ring.ts";
import { findAccount, findStandingAccount } from "./adapters/postgres-accounts.ts";
import { createAttempts, forgetAttempts } from "./adapters/postgres-attempts.ts";
import { findRegistration } from "./adapters/postgres-registrations.ts";
import { createSigningKeys, type SigningKeys } from "./adapters/signing-keys.ts";
import type { AuthConfig } from "./config.ts";
import type { SignedIn } from "./domain/account.ts";
import type { ChangePasswordPorts, ResetPasswordPorts } from "./domain/change-password.ts";
import type { EndSessionPorts } from "./domain/end-session.ts";
import type { EraseUserPorts } from "./domain/erase-user.ts";
import type { RefreshPorts } from "./domain/refresh-session.ts";
import type { RefreshTokens } from "./domain/refresh-token.ts";
import type { RegisterPorts } from "./domain/register.ts";
import { accessTokenEnd } from "./domain/session-life.ts";
import type { SignInPorts } from "./domain/sign-in.ts";

export type PortAdapters = {
  readonly pool: Pool;
  readonly logger: Logger;
  readonly revokedSessions: RevokedSessions;
  readonly publishDeleted: PublishDeleted;
  readonly now?: () => Date;
};

/** Made once, used by every request. */
export type AuthResources = {
  readonly config: AuthConfig;
  readonly adapters: PortAdapters;
  readonly now: () => Date;
  readonly db: Database;
  readonly keyRing: KeyRing;
  readonly passwords: Passwords;
  readonly refreshTokens: RefreshTokens;
  readonly signingKeys: SigningKeys;
  readonly announcer: Announcer;
};

export function createResources(config: AuthConfig, adapters: PortAdapters): AuthResources {
  const { pool, revokedSessions } = adapters;
  const now = adapters.now ?? (() => new Date());
  const db = database(pool);
  const keyRing = createKeyRing(config.keyEncryptionKeys);
  return {
    config,
    adapters,
    now,
    db,
    keyRing,
    passwords: createPasswords(config.argon2, config.argon2),
    refreshTokens: createRefreshTokens(keyRing),
    signingKeys: createSigningKeys(pool, db, keyRing, { rotationMs: config.keyRotationMs, now }),
    announcer: createAnnouncer(db, revokedSessions),
  };
}

export type AuthPorts = RegisterPorts &
  SignInPorts &
  RefreshPorts &
  EndSessionPorts &
  ChangePasswordPorts &
  ResetPasswordPorts &
  EraseUserPorts & {
    readonly accessToken: (signedIn: SignedIn) => Promise<{ token: string; expiresInSeconds: number }>;
  };

/** The rules' ports, bound to one request: when its caller is gone, its hash and its statements stop. */
export function portsOf(resources: AuthResources, signal?: AbortSignal): AuthPorts {
  const { config, adapters, now, db, keyRing, passwords, refreshTokens, announcer } = resources;
  return {
    now,
    newId: randomUUIDv7,
    newSecretId: randomUUID,
    services: config.erasureServices,
    passwordRules: { minLength: config.passwordMinLength, isBreached: isBreachedPassword },
    hashPassword: (password) => passwords.hash(password, signal),
    passwordMatches: (password, hash) => passwords.matches(password, hash, signal),
    isOutdatedHash: passwords.isOutdated,
    refreshTokens,
    attempts: createAttempts(adapters.pool, db, keyRing, now),
    forgetAttempts: (email) => forgetAttempts(db, keyRing, email),
    findAccount: (email) => findAccount(db, email),
    findStandingAccount: (caller, time) => findStandingAccount(db, caller, time),
    findRegistration: (requestId) => findRegistration(db, requestId, now()),
    inTransaction: createInTransaction(adapters.pool, keyRing, adapters.publishDeleted, signal),
    announceEnded: announcer.announceEnded,
    noteReplay: (sessionId) => adapters.logger.warn("a traded refresh token was used again", { sessionId }),
    accessToken: (signedIn) => accessToken(resources, signedIn),
  };
}

async function accessToken(
  { config, signingKeys, now }: AuthResources,
  { account, session }: SignedIn,
): Promise<{ token: string; expiresInSeconds: number }> {
  const key: AccessTokenKey = await signingKeys.current();
  const issuedAt = now();
  const expiresAt = accessTokenEnd(session.createTime, issuedAt);
  const token = await signAccessToken(key, {
    issuer: config.issuer,
    audience: config.audience,
    userId: account.userId,
    sessionId: session.sessionId,
    issuedAt,
    expiresAt,
  });
  return { token, expiresInSeconds: Math.floor((expiresAt.getTime() - issuedAt.getTime()) / 1_000) };
}
