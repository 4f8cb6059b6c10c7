import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** 32 bytes. */
export type SealingKey = { id: string; key: Uint8Array };

/** New passwords are sealed with the first; those sealed with any are opened, so that keys can change. */
export type SealingKeys = { current: SealingKey; previous?: SealingKey | undefined };

/** Nonce, then ciphertext, then tag. */
export type Sealed = { keyId: string; sealed: Buffer };

const cipherName = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * A file's password, readable only with the key and only for this document: AES-256-GCM with the document's id
 * as associated data, so that a sealed password moved to another row does not open.
 */
export function sealPassword(keys: SealingKeys, documentId: string, password: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(cipherName, keys.current.key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(documentId));
  const sealed = Buffer.concat([nonce, cipher.update(password, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return { keyId: keys.current.id, sealed };
}

/** @throws Error when its key is not held any more or it is not this document's */
export function openPassword(keys: SealingKeys, documentId: string, { keyId, sealed }: Sealed): string {
  const key = [keys.current, keys.previous].find((held) => held?.id === keyId);
  if (!key) throw new Error(`a file's password is sealed with key ${keyId}, which is not held`);
  const decipher = createDecipheriv(cipherName, key.key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(documentId));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const opened = [decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()];
  return Buffer.concat(opened).toString("utf8");
}
