import type { VerifyAccessToken } from "./access-token.ts";
import type { Identity } from "./identity.ts";

/** How long a token that was verified is known: so much later a key that was taken away is trusted no more. */
const rememberedMs = 30_000;
/** Tokens of so many people at once; about a kilobyte each. */
const mostRemembered = 10_000;

/**
 * Verifies a token once in half a minute instead of at every call: checking its signature is dear beside a small call.
 * What is refused is not remembered, and nothing beyond its token's expiry.
 */
export function rememberTokens(verify: VerifyAccessToken, now: () => number = Date.now): VerifyAccessToken {
  const remembered = new Map<string, { identity: Identity; until: number }>();
  return async (token) => {
    const known = remembered.get(token);
    if (known && now() < known.until) return known.identity;
    remembered.delete(token);
    const identity = await verify(token);
    const until = Math.min(now() + rememberedMs, identity.expiresAt.getTime());
    // The one that was verified longest ago goes first.
    const [oldest] = remembered.size < mostRemembered ? [] : remembered.keys();
    if (oldest !== undefined) remembered.delete(oldest);
    remembered.set(token, { identity, until });
    return identity;
  };
}
