/** Argon2id's costs: memory in KiB, passes over it, lanes. */
export type Argon2Costs = { readonly memory: number; readonly passes: number; readonly parallelism: number };

export type PasswordHash = Argon2Costs & { readonly salt: Buffer; readonly hash: Buffer };

/** Salt and tag lengths in bytes: RFC 9106, 3.1 and 4. */
export const saltBytes = 16;
export const tagBytes = 32;

const shape = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,4}),p=(\d{1,3})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** The PHC string format: `$argon2id$v=19$m=65536,t=3,p=4$salt$hash`, base64 without padding. */
export function formatPasswordHash({ memory, passes, parallelism, salt, hash }: PasswordHash): string {
  const unpadded = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** @throws Error for what this service never wrote */
export function parsePasswordHash(phc: string): PasswordHash {
  const [, memory, passes, parallelism, salt, hash] = shape.exec(phc) ?? [];
  // The text itself is not named: it must reach no log.
  if (salt === undefined || hash === undefined)
    throw new Error("a stored password hash is no argon2id PHC string");
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

/** Whether a hash was made with other costs than today's. */
export function isOutdated(phc: string, costs: Argon2Costs): boolean {
  const { memory, passes, parallelism } = parsePasswordHash(phc);
  return memory !== costs.memory || passes !== costs.passes || parallelism !== costs.parallelism;
}
