import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

/**
 * The keys published at a URL, fetched when first needed, kept for ten minutes, and fetched again when a token
 * names an unknown key, but not more than every thirty seconds.
 */
export function createRemoteJwks(url: URL): JWTVerifyGetKey {
  return createRemoteJWKSet(url, {
    timeoutDuration: 3_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
}

/** The keys that `keys` returns at the moment: for where auth runs in the same process. */
export function staticJwks(keys: () => JSONWebKeySet | Promise<JSONWebKeySet>): JWTVerifyGetKey {
  let source: JSONWebKeySet | undefined;
  let set: ReturnType<typeof createLocalJWKSet> | undefined;
  return async (header, token) => {
    const current = await keys();
    // The set keeps imported keys, so it is made anew only when the keys are others.
    if (!set || current !== source) set = createLocalJWKSet(current);
    source = current;
    return set(header, token);
  };
}
