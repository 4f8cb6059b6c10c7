import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from "jose";

export type RemoteJwksOptions = {
  /** How long a fetch may take, in milliseconds. Default 3,000. */
  timeoutMs?: number;
  /** After this the keys are fetched again, in milliseconds. Default 600,000. */
  freshMs?: number;
  /**
   * While they cannot be fetched, the last keys serve for this long, in milliseconds: auth may be restarted
   * without everybody being signed out. A key withdrawn meanwhile is trusted as long. Default 3,600,000.
   */
  staleMs?: number;
  /** Least time between fetches, in milliseconds: tokens with made-up key ids cause no more. Default 30,000. */
  cooldownMs?: number;
  /** Milliseconds, monotonic. */
  now?: () => number;
};

type Kept = { keys: ReturnType<typeof createLocalJWKSet>; at: number };

/**
 * The keys published at a URL (RFC 7517), fetched when first needed, and again when they are old or a token
 * names a key that is not among them. Concurrent calls share one fetch.
 */
export function createRemoteJwks(url: URL, options: RemoteJwksOptions = {}): JWTVerifyGetKey {
  const { timeoutMs = 3_000, freshMs = 600_000, staleMs = 3_600_000, cooldownMs = 30_000 } = options;
  const now = options.now ?? (() => performance.now());
  let kept: Kept | undefined;
  let triedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<Kept> | undefined;

  function refresh(): Promise<Kept> {
    triedAt = now();
    fetching ??= fetchKeys(url, timeoutMs)
      .then((set) => (kept = { keys: createLocalJWKSet(set), at: now() }))
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  }
  const cooledDown = () => now() - triedAt >= cooldownMs;

  async function current(): Promise<Kept> {
    if (!kept) return refresh();
    const age = now() - kept.at;
    if (age < freshMs) return kept;
    const last = kept;
    if (age >= freshMs + staleMs) return refresh();
    return cooledDown() ? refresh().catch(() => last) : last;
  }

  return async (header, token) => {
    const { keys, at } = await current();
    try {
      return await keys(header, token);
    } catch (error) {
      const worthAnother = error instanceof errors.JWKSNoMatchingKey && kept?.at === at && cooledDown();
      if (!worthAnother) throw error;
      return (await refresh()).keys(header, token);
    }
  };
}

async function fetchKeys(url: URL, timeoutMs: number): Promise<JSONWebKeySet> {
  const response = await fetch(url, {
    headers: { accept: "application/jwk-set+json, application/json" },
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!response.ok) throw new Error(`the key set was answered with status ${response.status}`);
  return (await response.json()) as JSONWebKeySet;
}
