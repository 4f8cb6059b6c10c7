import assert from "node:assert/strict";
import { test } from "node:test";
import { Code, createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { createInMemoryRevokedSessions, type RevokedSessions } from "@finflow/identity/revoked-sessions";
import { ask, jsonBody, type RunningEdge, signIn, startEdge } from "./start-edge.ts";

const web = { "x-finflow-client": "web" };
const credentials = { email: "a@example.com", password: "right" };

async function start(t: { after(work: () => Promise<void>): void }, ...args: Parameters<typeof startEdge>) {
  const edge = await startEdge(...args);
  t.after(() => edge.close());
  return edge;
}

async function cookieOf(edge: RunningEdge): Promise<string> {
  const answer = await ask(edge, "/v1/auth/login", jsonBody(credentials, "POST", web));
  return (answer.header.get("set-cookie") ?? assert.fail("no cookie")).split(";")[0] as string;
}

test("others get the refresh token in the message, and no cookie", async (t) => {
  const edge = await start(t);
  const answer = await ask(edge, "/v1/auth/login", jsonBody(credentials));
  assert.ok(answer.json.refreshToken);
  assert.equal(answer.header.get("set-cookie"), null);
});

test("REST: the page gets it as a cookie alone, refreshes with it, and logout clears it", async (t) => {
  const edge = await start(t);
  const login = await ask(edge, "/v1/auth/login", jsonBody(credentials, "POST", web));
  assert.equal(login.json.refreshToken, "");
  assert.match(
    login.header.get("set-cookie") ?? "",
    /^finflow-refresh=[\w-]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const cookie = await cookieOf(edge);
  const refreshed = await ask(edge, "/v1/auth/refresh", jsonBody({}, "POST", { ...web, cookie }));
  assert.equal(refreshed.status, 200);
  assert.equal(refreshed.json.refreshToken, "");
  const next = (refreshed.header.get("set-cookie") ?? "").split(";")[0] as string;
  assert.notEqual(next, cookie);
  assert.equal((await ask(edge, "/v1/auth/refresh", jsonBody({}, "POST", { ...web, cookie }))).status, 401);
  const logout = await ask(edge, "/v1/auth/logout", jsonBody({}, "POST", { ...web, cookie: next }));
  assert.match(logout.header.get("set-cookie") ?? "", /^finflow-refresh=; Max-Age=0; Path=\//);
  assert.equal(
    (await ask(edge, "/v1/auth/refresh", jsonBody({}, "POST", { ...web, cookie: next }))).status,
    401,
  );
});

test("Connect: the same", async (t) => {
  const edge = await start(t);
  const client = createClient(
    AuthService,
    createConnectTransport({ baseUrl: edge.origin, httpVersion: "1.1" }),
  );
  let set = "";
  const onHeader = (header: Headers) => {
    set = header.get("set-cookie") ?? "";
  };
  const session = await client.login(credentials, { headers: web, onHeader });
  assert.equal(session.refreshToken, "");
  const cookie = set.split(";")[0] as string;
  const again = await client.refresh({}, { headers: { ...web, cookie }, onHeader });
  assert.ok(again.accessToken);
  await client.logout({}, { headers: { ...web, cookie: set.split(";")[0] as string }, onHeader });
  assert.match(set, /Max-Age=0/);
});

test("over HTTPS the cookie is __Host- and Secure, a plain one is nothing, and HSTS stands", async (t) => {
  const edge = await start(t, { trustedHops: 1 });
  const https = { ...web, "x-forwarded-proto": "https" };
  const login = await ask(edge, "/v1/auth/login", jsonBody(credentials, "POST", https));
  const set = login.header.get("set-cookie") ?? "";
  assert.match(
    set,
    /^__Host-finflow-refresh=[\w-]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
  );
  assert.match(login.header.get("strict-transport-security") ?? "", /max-age=31536000/);
  const token = set.split(";")[0]?.split("=")[1];
  const planted = await ask(
    edge,
    "/v1/auth/refresh",
    jsonBody({}, "POST", { ...https, cookie: `finflow-refresh=${token}` }),
  );
  assert.equal(planted.status, 401);
  const honest = await ask(
    edge,
    "/v1/auth/refresh",
    jsonBody({}, "POST", { ...https, cookie: `__Host-finflow-refresh=${token}` }),
  );
  assert.equal(honest.status, 200);
});

test("the cookie is honoured only with the header, and only for pages of this origin", async (t) => {
  const edge = await start(t);
  const refresh = (headers: Record<string, string>) =>
    ask(edge, "/v1/auth/refresh", jsonBody({}, "POST", headers));
  const cookie = await cookieOf(edge);
  assert.equal((await refresh({ cookie })).status, 401, "without the header");
  for (const foreign of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: edge.origin.replace("http:", "https:") },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site", origin: edge.origin },
  ]) {
    const answer = await refresh({ ...web, cookie, ...(foreign as Record<string, string>) });
    assert.equal(answer.status, 403, JSON.stringify(foreign));
    assert.equal(answer.header.get("set-cookie"), null);
  }
  assert.equal(
    (await refresh({ ...web, cookie, origin: edge.origin, "sec-fetch-site": "same-origin" })).status,
    200,
  );
});

test("until the ended sessions are known, auth is asked; if it does not say, nobody passes", async (t) => {
  const unloaded = {
    add: async () => {},
    isRevoked: async () => "unknown" as const,
    load: async () => {},
    onRevoked: () => () => {},
  };
  const edge = await start(t, {}, { revokedSessions: unloaded });
  const { bearer } = await signIn();
  const summary = () => ask(edge, "/analytics/summary", { headers: bearer });
  assert.equal((await summary()).status, 200);
  edge.backend.standing.stands = false;
  assert.equal((await summary()).status, 401);
  edge.backend.standing.stands = true;
  const late = new Promise<never>(() => {});
  edge.backend.standing.answer = () => late;
  const refused = await summary();
  assert.equal(refused.status, 503);
  assert.equal(refused.json.error.details[0].reason, "IDENTITY_UNAVAILABLE");
});

test("a set that its store lost is loaded again", async (t) => {
  let current = createInMemoryRevokedSessions();
  const loaded: Promise<void>[] = [];
  const sessions: RevokedSessions = {
    add: (...given) => current.add(...given),
    isRevoked: (...given) => current.isRevoked(...given),
    load: (...given) => {
      const loading = current.load(...given);
      loaded.push(loading);
      return loading;
    },
    onRevoked: (...given) => current.onRevoked(...given),
  };
  const edge = await start(t, {}, { revokedSessions: sessions });
  const { bearer, sessionId } = await signIn();
  const summary = () => ask(edge, "/analytics/summary", { headers: bearer });
  const reaches = async (times: number) => {
    while (loaded.length < times) await new Promise((resolve) => setImmediate(resolve));
    await Promise.all(loaded);
  };
  await reaches(1);
  assert.equal((await summary()).status, 200);
  current = createInMemoryRevokedSessions();
  assert.equal((await summary()).status, 200, "auth says that it stands");
  await reaches(2);
  assert.equal(await sessions.isRevoked(sessionId), "stands");
});

test("a stream ends when its token does", async (t) => {
  const edge = await start(t);
  const { bearer } = await signIn(2_000);
  const answer = await fetch(`${edge.origin}/finflow.upload.v1.UploadService/WatchDocuments`, {
    method: "POST",
    headers: { ...bearer, "content-type": "application/connect+json" },
    body: new Uint8Array([0, 0, 0, 0, 2, 0x7b, 0x7d]),
  });
  const text = await answer.text();
  assert.equal(answer.status, 200);
  assert.match(text, new RegExp(`"code":"${Code[Code.Unauthenticated].toLowerCase()}"`));
});
