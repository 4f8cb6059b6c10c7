import { createHmac, timingSafeEqual } from "node:crypto";
import { isObjectKey, objectName } from "./object-key.ts";
import type { ObjectStat, PresignRequest } from "./object-store.ts";

/** Edge's own route for bytes; the document's id follows. */
export const UPLOAD_PATH = "/upload/content/";

export type SignedPut = { key: string; expected: ObjectStat; expiresAt: Date };

export type SignedPutErrorReason =
  /** Not signed by us, or changed since. */
  | "bad_signature"
  /** Signed by us for a time that has passed. */
  | "expired";

export class SignedPutError extends Error {
  readonly reason: SignedPutErrorReason;

  constructor(reason: SignedPutErrorReason) {
    super(reason);
    this.name = "SignedPutError";
    this.reason = reason;
  }
}

/**
 * A path and query, relative to edge, that allow one document's bytes until a time (in whole seconds).
 * @throws ObjectError `invalid_key`
 */
export function signPut(signingKey: Uint8Array, request: PresignRequest): string {
  const { key, sha256 } = request;
  objectName(key);
  const sizeBytes = String(request.sizeBytes);
  const expires = String(Math.floor(request.expiresAt.getTime() / 1000));
  const signature = mac(signingKey, key, sizeBytes, sha256, expires).toString("base64url");
  return `${UPLOAD_PATH}${key}?${new URLSearchParams({ expires, sizeBytes, sha256, signature })}`;
}

/**
 * What a signed address allows: the object whose key, size and checksum `put` is then given.
 * @param key the path's last part, as it came
 * @throws SignedPutError `bad_signature` before all else, so that nobody learns from `expired` what they
 * could not sign; then `expired`
 */
export function verifySignedPut(
  signingKey: Uint8Array,
  key: string,
  query: URLSearchParams,
  now: Date,
): SignedPut {
  const expires = only(query, "expires");
  const sizeBytes = only(query, "sizeBytes");
  const sha256 = only(query, "sha256");
  const signature = Buffer.from(only(query, "signature"), "base64url");
  const right = mac(signingKey, key, sizeBytes, sha256, expires);
  if (!isObjectKey(key) || signature.length !== right.length || !timingSafeEqual(signature, right)) {
    throw new SignedPutError("bad_signature");
  }
  const expiresAt = new Date(Number(expires) * 1000);
  if (expiresAt <= now) throw new SignedPutError("expired");
  return { key, expected: { sizeBytes: Number(sizeBytes), sha256 }, expiresAt };
}

/** HMAC-SHA-256 (RFC 2104) over every part; none can hold the line feed that parts them, since signed ones never do. */
function mac(signingKey: Uint8Array, ...parts: string[]): Buffer {
  return createHmac("sha256", signingKey)
    .update(["finflow put 1", ...parts].join("\n"))
    .digest();
}

/** A parameter that is given once; one that is missing or repeated makes no valid signature. */
function only(query: URLSearchParams, name: string): string {
  const [value, ...more] = query.getAll(name);
  return value === undefined || more.length > 0 ? "" : value;
}
