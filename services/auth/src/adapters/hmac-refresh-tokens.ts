import { createHash, randomBytes } from "node:crypto";
import type { RefreshTokens } from "../domain/refresh-token.ts";
import type { KeyRing } from "./key-ring.ts";

const tokenBytes = 32;
const saltLength = 16;

/**
 * A successor is an HMAC of the old token under the server's key and a salt of its own: given again without being
 * stored, and not to be had from the database (no key), from an old token (no key, no salt), nor from both once
 * the salt is wiped.
 */
export function createRefreshTokens(keyRing: KeyRing): RefreshTokens {
  return {
    random: () => randomBytes(tokenBytes).toString("base64url"),
    newSeed: () => ({ salt: randomBytes(saltLength), keyId: keyRing.currentKeyId }),
    derive: (from, { salt, keyId }) => keyRing.mac("refresh token", keyId, salt, from).toString("base64url"),
    // A plain hash is enough for 256 random bits: nobody guesses them.
    hash: (token) => createHash("sha256").update(token).digest(),
  };
}
