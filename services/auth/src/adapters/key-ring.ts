import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** 32 bytes and a name by which what it sealed says so. */
export type KeyEncryptionKey = { readonly id: string; readonly key: Buffer };

export type Sealed = { readonly sealed: Buffer; readonly keyId: string };

/** The server's secrets: everything that must be of no use to whoever holds only the database. */
export type KeyRing = {
  readonly currentKeyId: string;
  /** AES-256-GCM; `context` is authenticated with it, so that what was sealed for one place opens in no other. */
  readonly seal: (plain: Buffer, context: string) => Sealed;
  /** @throws Error when the key is not among those configured, or the bytes are not what was sealed */
  readonly open: (sealed: Sealed, context: string) => Buffer;
  /** HMAC-SHA-256 under a key made for `purpose` alone. @throws Error when the key is not configured */
  readonly mac: (purpose: string, keyId: string, ...parts: readonly (string | Buffer)[]) => Buffer;
  /** The same under each accepted key, the current one first. */
  readonly macs: (purpose: string, ...parts: readonly (string | Buffer)[]) => [Buffer, ...Buffer[]];
};

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** @param keys the current one first, then those still accepted */
export function createKeyRing(keys: readonly [KeyEncryptionKey, ...KeyEncryptionKey[]]): KeyRing {
  const [current] = keys;
  const subkeys = new Map<string, Buffer>();
  const subkey = (keyId: string, purpose: string): Buffer => {
    const name = `${keyId} ${purpose}`;
    const known = subkeys.get(name);
    if (known !== undefined) return known;
    const parent = keys.find(({ id }) => id === keyId);
    if (parent === undefined) throw new Error(`key encryption key "${keyId}" is not configured`);
    const made = Buffer.from(hkdfSync("sha256", parent.key, "", `finflow auth ${purpose}`, 32));
    subkeys.set(name, made);
    return made;
  };
  const mac = (purpose: string, keyId: string, ...parts: readonly (string | Buffer)[]): Buffer => {
    const hmac = createHmac("sha256", subkey(keyId, purpose));
    // Lengths first, so that parts cannot run into each other.
    for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
    return hmac.digest();
  };
  return {
    currentKeyId: current.id,
    seal: (plain, context) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, subkey(current.id, "seal"), iv);
      cipher.setAAD(Buffer.from(context));
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { sealed: Buffer.concat([iv, cipher.getAuthTag(), text]), keyId: current.id };
    },
    open: ({ sealed, keyId }, context) => {
      const decipher = createDecipheriv(algorithm, subkey(keyId, "seal"), sealed.subarray(0, ivBytes));
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
    },
    mac,
    macs: (purpose, ...parts) => {
      const [first, ...others] = keys.map(({ id }) => mac(purpose, id, ...parts));
      return [first as Buffer, ...others];
    },
  };
}
