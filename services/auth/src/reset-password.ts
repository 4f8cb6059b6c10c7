import { randomBytes } from "node:crypto";
import { database } from "@finflow/postgres/database";
import type { Pool } from "pg";
import { createInTransaction } from "./adapters/account-store.ts";
import { createPasswords } from "./adapters/argon2-passwords.ts";
import { isBreachedPassword } from "./adapters/breached-passwords.ts";
import { publishDeleted } from "./adapters/erasure-events.ts";
import { createKeyRing } from "./adapters/key-ring.ts";
import { findAccount } from "./adapters/postgres-accounts.ts";
import { forgetAttempts } from "./adapters/postgres-attempts.ts";
import type { AuthConfig } from "./config.ts";
import { resetPassword as reset } from "./domain/change-password.ts";
import { normaliseEmail } from "./domain/email.ts";

export type ResetPasswordOptions = {
  readonly config: AuthConfig;
  /** Of auth's own migrated database. */
  readonly pool: Pool;
  readonly email: string;
  /** Without one, a password is made up. */
  readonly password?: string;
};

/**
 * Sets a new password from the server's side, since no mail is sent, and ends all sessions of the account. A
 * running auth tells edge of them within two seconds.
 *
 * @returns the password that was made up, to be shown once; undefined when one was given
 * @throws AuthError `email_invalid`, a `password_…` reason; UnknownAccountError
 */
export async function resetPassword(options: ResetPasswordOptions): Promise<string | undefined> {
  const { config, pool } = options;
  const db = database(pool);
  const keyRing = createKeyRing(config.keyEncryptionKeys);
  const email = normaliseEmail(options.email);
  const password = options.password ?? makePassword();
  const isKnown = await reset(
    {
      now: () => new Date(),
      passwordRules: { minLength: config.passwordMinLength, isBreached: isBreachedPassword },
      hashPassword: createPasswords(config.argon2, config.argon2).hash,
      findAccount: (address) => findAccount(db, address),
      forgetAttempts: (address) => forgetAttempts(db, keyRing, address),
      inTransaction: createInTransaction(pool, keyRing, publishDeleted),
      // The rows say that nobody was told yet; auth's own process tells.
      announceEnded: async () => {},
    },
    { email, password },
  );
  if (!isKnown) throw new UnknownAccountError();
  return options.password === undefined ? password : undefined;
}

export class UnknownAccountError extends Error {
  constructor() {
    super("no account has this e-mail");
    this.name = "UnknownAccountError";
  }
}

/** Five groups of five from 32 letters and digits without look-alikes: 125 bits, to be typed once. */
export function makePassword(): string {
  const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  const letters = [...randomBytes(25)].map((byte) => alphabet[byte % alphabet.length]);
  return letters.join("").replaceAll(/.{5}(?=.)/g, "$&-");
}
