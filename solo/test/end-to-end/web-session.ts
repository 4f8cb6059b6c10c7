import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, expectError, expectStatus } from "./http.ts";
import { newCredentials } from "./person.ts";
import type { Target } from "./target.ts";
import type { SessionJson } from "./wire.ts";

const web = { "X-Finflow-Client": "web" };

export function webSession(target: () => Target): void {
  const post = (path: string, json: object, headers: Record<string, string>) =>
    ask<SessionJson>(target(), "POST", path, { json, headers });

  describe("the page's session", () => {
    test("keeps its refresh token in a cookie that no script reads", async () => {
      const registered = await post("/v1/auth/register", newCredentials(), web);
      const session = expectStatus(registered, 201);
      assert.equal(session.refreshToken, "", "not in the body");
      const cookie = onlyCookie(registered.headers);
      assert.match(cookie.raw, /; HttpOnly/i);
      assert.match(cookie.raw, /; SameSite=Strict/i);
      assert.match(cookie.raw, /; Path=\/(;|$)/);
      assert.doesNotMatch(cookie.raw, /Domain/i);
      const isHttps = target().url.startsWith("https:");
      assert.equal(/; Secure/i.test(cookie.raw), isHttps);
      assert.equal(cookie.raw.startsWith("__Host-"), isHttps);
      assert.ok(Number(/Max-Age=(\d+)/i.exec(cookie.raw)?.[1]) <= 7 * 24 * 60 * 60);

      const refreshed = await post("/v1/auth/refresh", {}, { ...web, Cookie: cookie.pair });
      assert.equal(expectStatus(refreshed, 200).refreshToken, "");
      const next = onlyCookie(refreshed.headers);
      assert.notEqual(next.pair, cookie.pair, "it rotates");

      const noHeader = await post("/v1/auth/refresh", {}, { Cookie: next.pair });
      expectError(noHeader, 401, "UNAUTHENTICATED");
      for (const from of [
        { Origin: "https://elsewhere.example" },
        { "Sec-Fetch-Site": "cross-site" },
        { "Sec-Fetch-Site": "same-site" },
      ]) {
        const foreign = await post("/v1/auth/refresh", {}, { ...web, ...from, Cookie: next.pair } as never);
        expectError(foreign, 403, "PERMISSION_DENIED");
        assert.deepEqual(foreign.headers.getSetCookie(), []);
      }
      const own = { ...web, Cookie: next.pair, Origin: new URL(target().url).origin };
      const third = onlyCookie((await post("/v1/auth/refresh", {}, own)).headers);

      const out = await post("/v1/auth/logout", {}, { ...web, Cookie: third.pair });
      expectStatus(out, 200);
      assert.match(onlyCookie(out.headers).raw, /^[^=]+=;.*Max-Age=0/i);
      expectError(await post("/v1/auth/refresh", {}, { ...web, Cookie: third.pair }), 401, "UNAUTHENTICATED");
      const me = await ask(target(), "GET", "/v1/auth/me", { token: session.accessToken });
      expectError(me, 401, "UNAUTHENTICATED");
    });

    test("deleting the account clears the cookie", async () => {
      const { accessToken } = expectStatus(await post("/v1/auth/register", newCredentials(), web), 201);
      const gone = await ask(target(), "DELETE", "/v1/auth/me", { token: accessToken, headers: web });
      expectStatus(gone, 200);
      assert.match(onlyCookie(gone.headers).raw, /Max-Age=0/i);
    });

    test("other clients get no cookie", async () => {
      const registered = await post("/v1/auth/register", newCredentials(), {});
      assert.notEqual(expectStatus(registered, 201).refreshToken, "");
      assert.deepEqual(registered.headers.getSetCookie(), []);
    });
  });
}

function onlyCookie(headers: Headers): { raw: string; pair: string } {
  const cookies = headers.getSetCookie();
  assert.equal(cookies.length, 1, `Set-Cookie: ${cookies}`);
  const [raw = ""] = cookies;
  return { raw, pair: raw.split(";", 1)[0] ?? "" };
}
