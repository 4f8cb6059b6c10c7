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
  issuer: "finflow",
  audience: "finflow",
  passwordMinLength: 8,
  argon2: { memory: 65_536, passes: 3, parallelism: 4, running: 2, waiting: 64 },
  keyRotationMs: 30 * 24 * 60 * 60_000,
  erasureServices: ["auth", "upload", "analytics", "chatbot"],
  housekeepingMs: 60_000,
} as const satisfies Omit<AuthConfig, "keyEncryptionKeys">;
