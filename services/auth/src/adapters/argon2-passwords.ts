import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import {
  type Argon2Costs,
  formatPasswordHash,
  isOutdated,
  type PasswordHash,
  parsePasswordHash,
  saltBytes,
  tagBytes,
} from "../domain/password-hash.ts";
import { normalisePassword } from "../domain/password-rules.ts";
import { createBoundedWork } from "./bounded-work.ts";

export type Passwords = {
  readonly hash: (password: string, signal?: AbortSignal) => Promise<string>;
  /** Without a hash it does the work all the same and says no. */
  readonly matches: (password: string, phc: string | undefined, signal?: AbortSignal) => Promise<boolean>;
  readonly isOutdated: (phc: string) => boolean;
};

/**
 * Argon2id by Node's own crypto. Each run takes `costs.memory` KiB, so only `running` of them go at once and
 * `waiting` more may wait: a flood of logins is refused (AuthError `busy`) and cannot take the memory.
 */
export function createPasswords(
  costs: Argon2Costs,
  limits: { readonly running: number; readonly waiting: number },
): Passwords {
  const bounded = createBoundedWork(limits);
  const dummy: PasswordHash = { ...costs, salt: randomBytes(saltBytes), hash: randomBytes(tagBytes) };
  return {
    hash: async (password, signal) => {
      const salt = randomBytes(saltBytes);
      const hash = await bounded(() => run(password, { ...costs, salt }, tagBytes), signal);
      return formatPasswordHash({ ...costs, salt, hash });
    },
    matches: async (password, phc, signal) => {
      const stored = phc === undefined ? dummy : parsePasswordHash(phc);
      const hash = await bounded(() => run(password, stored, stored.hash.length), signal);
      return timingSafeEqual(hash, stored.hash) && phc !== undefined;
    },
    isOutdated: (phc) => isOutdated(phc, costs),
  };
}

function run(
  password: string,
  { memory, passes, parallelism, salt }: Omit<PasswordHash, "hash">,
  tagLength: number,
): Promise<Buffer> {
  const message = Buffer.from(normalisePassword(password), "utf8");
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  argon2("argon2id", { message, nonce: salt, memory, passes, parallelism, tagLength }, (error, key) => {
    message.fill(0);
    if (error === null) resolve(key);
    else reject(error);
  });
  return promise;
}
