/** The refresh token's cookie. Path=/ since Connect's paths (/finflow.auth.v1.AuthService/…) need it too. */
const names = { https: "__Host-finflow-refresh", http: "finflow-refresh" };

/** As long as a refresh token lives, in seconds. */
const maxAge = 7 * 24 * 60 * 60;

function attributes(isHttps: boolean): string {
  return `Path=/; HttpOnly; SameSite=Strict${isHttps ? "; Secure" : ""}`;
}

export function setRefreshCookie(token: string, isHttps: boolean): string {
  const name = isHttps ? names.https : names.http;
  return `${name}=${encodeURIComponent(token)}; Max-Age=${maxAge}; ${attributes(isHttps)}`;
}

export function clearRefreshCookie(isHttps: boolean): string {
  return `${isHttps ? names.https : names.http}=; Max-Age=0; ${attributes(isHttps)}`;
}

/**
 * The token in a Cookie header. Only the name of the scheme in use counts: a plain cookie could be planted by
 * a neighbouring host, a `__Host-` one cannot.
 */
export function readRefreshCookie(header: string | null, isHttps: boolean): string | undefined {
  const wanted = isHttps ? names.https : names.http;
  for (const pair of (header ?? "").split(";")) {
    const equals = pair.indexOf("=");
    if (equals < 0 || pair.slice(0, equals).trim() !== wanted) continue;
    try {
      return decodeURIComponent(pair.slice(equals + 1).trim());
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/**
 * Whether a request comes from a page of this very origin. Browsers say so with every POST; where neither
 * header stands, it is no browser, and nobody's cookies travel by themselves.
 */
export function isSameOrigin(header: Headers, isHttps: boolean): boolean {
  const site = header.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const origin = header.get("origin");
  return origin === null || origin === `${isHttps ? "https" : "http"}://${header.get("host") ?? ""}`;
}
