import { randomUUID } from "node:crypto";
import type { RefreshTokenStore } from "../src/tokens.ts";

type Fetch = typeof globalThis.fetch;

/** The network between a client and Finflow, as a test wants it. */
export type Wire = {
  fetch: Fetch;
  /** The last part of each path that was asked for. */
  calls: string[];
  /** How many of the next requests with a token carry one that nobody signed. */
  spoiled: number;
  /** Sends requests where nobody listens. */
  isCut: boolean;
};

export function createWire(fetch: Fetch = globalThis.fetch): Wire {
  const wire: Wire = {
    calls: [],
    spoiled: 0,
    isCut: false,
    fetch(input, init) {
      const url = new URL(String(input));
      wire.calls.push(url.pathname.split("/").at(-1) ?? "");
      // The discard port: never bound.
      if (wire.isCut) url.port = "9";
      const headers = new Headers(init?.headers);
      const token = headers.get("authorization");
      if (token && wire.spoiled > 0) {
        wire.spoiled--;
        headers.set("authorization", `${token.slice(0, -8)}AAAAAAAA`);
      }
      return fetch(url, { ...init, headers });
    },
  };
  return wire;
}

/** What a browser does with cookies, for one site: keeps them from answers, sends them, shows no script. */
export function createCookieJar() {
  const cookies = new Map<string, string>();
  const fetch: Fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookies.size > 0) headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    const response = await globalThis.fetch(input, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/;\s*max-age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return { cookies, fetch };
}

/** An app's keychain. */
export function createKeychain(token?: string): RefreshTokenStore & { token: string | undefined } {
  return {
    token,
    async get() {
      return this.token;
    },
    async set(next) {
      this.token = next;
    },
  };
}

export function newCredentials() {
  return { email: `${randomUUID()}@example.com`, password: `a pass phrase of ${randomUUID()}` };
}
