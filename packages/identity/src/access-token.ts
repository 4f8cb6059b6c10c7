import { randomUUID } from "node:crypto";
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify, SignJWT } from "jose";
import type { Identity } from "./identity.ts";
import { refuse } from "./refusal.ts";

/** Proves who holds a token, or throws a ConnectError that says no more than it must. */
export type VerifyAccessToken = (token: string) => Promise<Identity>;

export type AccessTokenRules = {
  issuer: string;
  audience: string;
  /** From `createRemoteJwks` or `staticJwks`. */
  jwks: JWTVerifyGetKey;
  /** How far clocks may differ, in seconds. Default 5. */
  clockToleranceSeconds?: number;
  now?: () => Date;
};

/** What tokens of ours say of who made them and whom they are for, unless told otherwise. */
export const accessTokenNames = { issuer: "finflow", audience: "finflow" } as const;

/** RFC 9068: a type of its own, so that no other signed token passes for an access token. */
const tokenType = "at+jwt";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// Ours have about 700 characters; more is not worth decoding.
const longestToken = 4096;

/**
 * A verifier of access tokens: RS256 by a key of the set, type, issuer, audience, expiry, and ids that are
 * UUIDs.
 *
 * The verifier throws ConnectError `unauthenticated` (`TOKEN_INVALID`, `TOKEN_EXPIRED`), or `unavailable`
 * (`IDENTITY_UNAVAILABLE`) when the keys cannot be had.
 */
export function verifyAccessToken(rules: AccessTokenRules): VerifyAccessToken {
  return async (token) => {
    if (token.length > longestToken) throw refuse("TOKEN_INVALID");
    const payload = await verified(token, rules);
    const { sub, sid, exp } = payload;
    if (!isUuid(sub) || !isUuid(sid) || exp === undefined) throw refuse("TOKEN_INVALID");
    return { userId: sub, sessionId: sid, token, expiresAt: new Date(exp * 1000) };
  };
}

async function verified(token: string, rules: AccessTokenRules): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, rules.jwks, {
      algorithms: ["RS256"],
      typ: tokenType,
      issuer: rules.issuer,
      audience: rules.audience,
      clockTolerance: rules.clockToleranceSeconds ?? 5,
      requiredClaims: ["exp", "iat", "sub", "sid"],
      currentDate: rules.now?.(),
    });
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw refuse("TOKEN_EXPIRED", cause);
    throw refuse(isTokensFault(cause) ? "TOKEN_INVALID" : "IDENTITY_UNAVAILABLE", cause);
  }
}

// What else jose throws is about the key set: unreachable, slow, not a key set.
function isTokensFault(error: unknown): boolean {
  return (
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey
  );
}

function isUuid(value: unknown): value is string {
  return typeof value === "string" && uuid.test(value);
}

export type AccessTokenKey = {
  /** The key's id in the published set. */
  keyId: string;
  /** An RS256 private key. */
  privateKey: CryptoKey;
};

/** What `signAccessToken` says; instants with a resolution of a second. */
export type AccessTokenClaims = {
  issuer: string;
  audience: string;
  /** UUID. */
  userId: string;
  /** UUID. */
  sessionId: string;
  issuedAt: Date;
  expiresAt: Date;
};

/** Signs what `verifyAccessToken` accepts. For auth alone; here so that both ends of the format are one file. */
export function signAccessToken(key: AccessTokenKey, claims: AccessTokenClaims): Promise<string> {
  return new SignJWT({ sid: claims.sessionId })
    .setProtectedHeader({ alg: "RS256", kid: key.keyId, typ: tokenType })
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setSubject(claims.userId)
    .setIssuedAt(claims.issuedAt)
    .setExpirationTime(claims.expiresAt)
    .setJti(randomUUID())
    .sign(key.privateKey);
}
