import type { DescMethod } from "@bufbuild/protobuf";
import type { Interceptor } from "@connectrpc/connect";
import { decodeProtectedHeader, jwtVerify, SignJWT } from "jose";
import { refuse } from "./refusal.ts";

/** Carries a service's token to RPCs of `internal` packages. */
export const serviceTokenHeader = "x-finflow-service-token";

const tokenType = "finflow-service+jwt";
const lifetimeSeconds = 60;
// A token that is about to end would end under way.
const renewSeconds = 15;
const clockToleranceSeconds = 5;

/** Whether an RPC is for services only: a segment of its package is `internal`. */
export function isInternal(method: DescMethod): boolean {
  return method.parent.file.proto.package.split(".").includes("internal");
}

export type ServiceTokens = {
  /** Adds the token to calls of `audience`'s internal RPCs, and to no other call. */
  interceptor(audience: string): Interceptor;
};

/**
 * Signs this service's tokens: Ed25519, 60 s, for one callee each, and kept until shortly before they end.
 *
 * @param name this service's name, under which callees know its public key
 */
export function createServiceTokens(options: {
  name: string;
  privateKey: CryptoKey;
  now?: () => Date;
}): ServiceTokens {
  const now = options.now ?? (() => new Date());
  const kept = new Map<string, { token: Promise<string>; renewAt: number }>();

  function tokenFor(audience: string): Promise<string> {
    const seconds = Math.floor(now().getTime() / 1000);
    const known = kept.get(audience);
    if (known && seconds < known.renewAt) return known.token;
    const token = new SignJWT()
      .setProtectedHeader({ alg: "EdDSA", kid: options.name, typ: tokenType })
      .setSubject(options.name)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetimeSeconds)
      .sign(options.privateKey);
    kept.set(audience, { token, renewAt: seconds + lifetimeSeconds - renewSeconds });
    return token;
  }

  return {
    interceptor: (audience) => (next) => async (request) => {
      if (isInternal(request.method)) request.header.set(serviceTokenHeader, await tokenFor(audience));
      return next(request);
    },
  };
}

/** Proves which service calls, or throws a ConnectError. */
export type VerifyServiceToken = (token: string | null) => Promise<string>;

/**
 * A verifier of service tokens: type, signature by the named caller's key, audience, subject and age.
 *
 * @param options.audience this service's name
 * @param options.publicKeys every known service's public key, by its name
 * @param options.allowed the services that may call; others are refused with `permission_denied`
 */
export function verifyServiceToken(options: {
  audience: string;
  publicKeys: Readonly<Record<string, CryptoKey>>;
  allowed: readonly string[];
  now?: () => Date;
}): VerifyServiceToken {
  return async (token) => {
    if (!token) throw refuse("SERVICE_TOKEN_MISSING");
    const caller = await provenCaller(token, options);
    if (!options.allowed.includes(caller)) throw refuse("SERVICE_NOT_ALLOWED");
    return caller;
  };
}

async function provenCaller(
  token: string,
  options: Parameters<typeof verifyServiceToken>[0],
): Promise<string> {
  try {
    const { kid = "" } = decodeProtectedHeader(token);
    const key = Object.hasOwn(options.publicKeys, kid) ? options.publicKeys[kid] : undefined;
    if (!key) throw new Error("no such caller");
    await jwtVerify(token, key, {
      algorithms: ["EdDSA"],
      typ: tokenType,
      audience: options.audience,
      subject: kid,
      maxTokenAge: lifetimeSeconds,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ["exp"],
      currentDate: options.now?.(),
    });
    return kid;
  } catch (cause) {
    throw refuse("SERVICE_TOKEN_INVALID", cause);
  }
}
