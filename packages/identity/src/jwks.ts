import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

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
