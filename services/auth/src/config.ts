import { accessTokenNames } from "@finflow/identity/access-token";
import { z } from "zod";
import type { KeyEncryptionKey } from "./adapters/key-ring.ts";
import type { Argon2Costs } from "./domain/password-hash.ts";

export type AuthConfig = {
  /** `iss` and `aud` of access tokens. */
  readonly issuer: string;
  readonly audience: string;
  /** In characters, at least 8. NIST SP 800-63B-4 asks 15 where nothing but the password proves a person. */
  readonly passwordMinLength: number;
  readonly argon2: Argon2Costs & {
    /** Hashes computed at once, each with the costs' memory. */
    readonly running: number;
    /** Requests that may wait for their hash; more are refused. */
    readonly waiting: number;
  };
  /** The current one first, then those still accepted. */
  readonly keyEncryptionKeys: readonly [KeyEncryptionKey, ...KeyEncryptionKey[]];
  /** How long a signing key signs, in milliseconds. */
  readonly keyRotationMs: number;
  /** Whose acknowledgement makes an erasure finished. */
  readonly erasureServices: readonly string[];
  /** Between two rounds of rotating keys, announcing and sweeping, in milliseconds. */
  readonly housekeepingMs: number;
};

/**
 * What need not be chosen. Argon2id as RFC 9106 recommends where 2 GiB a hash are too many (section 4): 64 MiB,
 * three passes, four lanes; two at once take 128 MiB.
 */
export const authDefaults = {
  ...accessTokenNames,
  passwordMinLength: 8,
  argon2: { memory: 65_536, passes: 3, parallelism: 4, running: 2, waiting: 64 },
  keyRotationMs: 30 * 24 * 60 * 60_000,
  erasureServices: ["auth", "upload", "analytics", "chatbot"],
  housekeepingMs: 60_000,
} as const satisfies Omit<AuthConfig, "keyEncryptionKeys">;

const days = 24 * 60 * 60_000;
const { argon2, ...others } = authDefaults;

/**
 * What an operator may choose, by the names of environment variables, for `readConfig`. The least memory is that of
 * OWASP's recommendation.
 */
export const authVariables = z.object({
  PASSWORD_MIN_LENGTH: z.coerce.number().int().min(8).max(64).default(others.passwordMinLength),
  ARGON2_MEMORY_KIB: z.coerce.number().int().min(19_456).max(1_048_576).default(argon2.memory),
  ARGON2_PASSES: z.coerce.number().int().min(1).max(20).default(argon2.passes),
  ARGON2_LANES: z.coerce.number().int().min(1).max(16).default(argon2.parallelism),
  ARGON2_AT_ONCE: z.coerce.number().int().min(1).max(64).default(argon2.running),
  SIGNING_KEY_DAYS: z.coerce
    .number()
    .min(1)
    .max(366)
    .default(others.keyRotationMs / days),
});

/** The configuration an operator chose, with the keys of wherever this process keeps them. */
export function authConfig(
  chosen: z.infer<typeof authVariables>,
  keyEncryptionKeys: AuthConfig["keyEncryptionKeys"],
): AuthConfig {
  return {
    ...authDefaults,
    passwordMinLength: chosen.PASSWORD_MIN_LENGTH,
    argon2: {
      ...argon2,
      memory: chosen.ARGON2_MEMORY_KIB,
      passes: chosen.ARGON2_PASSES,
      parallelism: chosen.ARGON2_LANES,
      running: chosen.ARGON2_AT_ONCE,
    },
    keyRotationMs: chosen.SIGNING_KEY_DAYS * days,
    keyEncryptionKeys,
  };
}
