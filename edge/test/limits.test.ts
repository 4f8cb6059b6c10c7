import assert from "node:assert/strict";
import { test } from "node:test";
import { Code, ConnectError, createClient, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-node";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RetryInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { readEdgeConfig } from "../src/config.ts";
import { ask, jsonBody, type RunningEdge, signIn, startEdge } from "./start-edge.ts";

async function start(t: { after(work: () => Promise<void>): void }, ...args: Parameters<typeof startEdge>) {
  const edge = await startEdge(...args);
  t.after(() => edge.close());
  return edge;
}

async function statuses(edge: RunningEdge, times: number, path: string, init?: RequestInit) {
  const found: number[] = [];
  for (let i = 0; i < times; i += 1) found.push((await ask(edge, path, init)).status);
  return found;
}

const count = (found: readonly number[], status: number) => found.filter((other) => other === status).length;

test("at the defaults: 100 a minute for a user, 1000 for an address", async (t) => {
  const { limits } = readEdgeConfig({});
  assert.deepEqual(limits, { user: 100, address: 1000 });
  const edge = await start(t, { limits });
  const person = await signIn();
  const own = await statuses(edge, 103, "/analytics/summary", { headers: person.bearer });
  assert.deepEqual([count(own, 200), count(own, 429)], [100, 3]);
  const other = await signIn();
  assert.deepEqual(await statuses(edge, 1, "/analytics/summary", { headers: other.bearer }), [200]);
  const all: number[] = [];
  while (all.length < 910) {
    const batch = await Promise.all(Array.from({ length: 70 }, () => ask(edge, "/v1/nothing")));
    all.push(...batch.map(({ status }) => status));
  }
  assert.equal(count(all, 404), 1000 - 104);
  assert.equal((await ask(edge, "/")).status, 200, "static files are exempt");
});

test("what is refused says when to come back, and each answer what is left", async (t) => {
  const edge = await start(t, { limits: { user: 2, address: 1000 } });
  const { bearer } = await signIn();
  const first = await ask(edge, "/analytics/summary", { headers: bearer });
  assert.equal(first.header.get("ratelimit-policy"), '"address";q=1000;w=60, "user";q=2;w=60');
  assert.match(first.header.get("ratelimit") ?? "", /^"address";r=999;t=\d+, "user";r=1;t=\d+$/);
  await ask(edge, "/analytics/summary", { headers: bearer });
  const refused = await ask(edge, "/analytics/summary", { headers: bearer });
  assert.equal(refused.status, 429);
  assert.equal(refused.json.error.status, "RESOURCE_EXHAUSTED");
  const after = Number(refused.header.get("retry-after"));
  assert.ok(after >= 1 && after <= 61);
  assert.match(refused.header.get("ratelimit") ?? "", /"user";r=0/);
  const types = refused.json.error.details.map((detail: { "@type": string }) =>
    detail["@type"].split(".").at(-1),
  );
  assert.deepEqual(types, ["ErrorInfo", "RetryInfo"]);
});

test("an upload, initiate, ask and export cost two; status nothing", async (t) => {
  const edge = await start(t, { limits: { user: 10, address: 1000 } });
  const spent = async (path: string, init: RequestInit = {}) => {
    const { bearer } = await signIn();
    const answer = await ask(edge, path, { ...init, headers: { ...init.headers, ...bearer } });
    return 10 - Number(/"user";r=(\d+)/.exec(answer.header.get("ratelimit") ?? "")?.[1]);
  };
  const form = new FormData();
  form.set("file", new Blob(["%PDF-1.7"]), "a.pdf");
  const id = "00000000-0000-7000-8000-000000000000";
  const initiate = jsonBody({ fileName: "a.pdf", sizeBytes: 1, sha256: "0".repeat(64) });
  assert.equal(await spent("/upload", { method: "POST", body: form }), 2);
  assert.equal(await spent("/upload/initiate", initiate), 2);
  assert.equal(await spent("/chatbot/ask", jsonBody({ question: "?" })), 2);
  assert.equal(await spent("/transactions:export"), 2);
  assert.equal(await spent(`/upload/status/${id}`), 0);
  assert.equal(await spent("/analytics/summary"), 1);
  assert.equal(
    await spent("/finflow.upload.v1.UploadService/GetUploadStatus", jsonBody({ documentId: id })),
    0,
  );
});

test("status is free at the limit, to those who sign in", async (t) => {
  const edge = await start(t, { limits: { user: 1, address: 3 } });
  const { bearer } = await signIn();
  const path = "/upload/status/00000000-0000-7000-8000-000000000000";
  await ask(edge, "/analytics/summary", { headers: bearer });
  assert.deepEqual(await statuses(edge, 4, path, { headers: bearer }), [404, 404, 404, 404]);
  assert.deepEqual(await statuses(edge, 4, path), [401, 401, 429, 429]);
});

for (const protocol of ["connect", "gRPC-web", "gRPC"]) {
  test(`${protocol}: the same limits, with RetryInfo`, async (t) => {
    const edge = await start(t, { limits: { user: 2, address: 4 } });
    const grpc = createGrpcJsTransport(`127.0.0.1:${edge.grpcPort}`);
    t.after(() => grpc.close());
    const options = { baseUrl: edge.origin, httpVersion: "1.1" as const };
    const transports: Record<string, Transport> = {
      connect: createConnectTransport(options),
      "gRPC-web": createGrpcWebTransport(options),
      gRPC: grpc,
    };
    const client = createClient(AnalyticsService, transports[protocol] as Transport);
    const call = (headers: Record<string, string>) => client.getSummary({}, { headers });
    const { bearer } = await signIn();
    await call(bearer);
    let told = new Headers();
    await client.getSummary(
      {},
      {
        headers: bearer,
        onHeader: (h) => (told = h),
        onTrailer: (h) => {
          if (h.has("ratelimit")) told = h;
        },
      },
    );
    assert.match(told.get("ratelimit") ?? "", /^"address";r=2;t=\d+, "user";r=0;t=\d+$/);
    const user = await call(bearer).catch(ConnectError.from);
    assert.ok(user instanceof ConnectError);
    assert.equal(user.code, Code.ResourceExhausted);
    assert.match(user.rawMessage, /this user/);
    assert.ok(Number(user.findDetails(RetryInfoSchema)[0]?.retryDelay?.seconds) > 0);
    assert.ok(user.metadata.get("x-request-id"));
    await call((await signIn()).bearer);
    const address = await call((await signIn()).bearer).catch(ConnectError.from);
    assert.ok(address instanceof ConnectError);
    assert.equal(address.code, Code.ResourceExhausted);
    assert.match(address.rawMessage, /this address/);
  });
}

test("behind a trusted proxy, addresses are those it saw", async (t) => {
  const edge = await start(t, { limits: { user: 100, address: 1 }, trustedHops: 1 });
  const from = (address: string) => ({ headers: { "x-forwarded-for": `9.9.9.9, ${address}` } });
  assert.equal((await ask(edge, "/v1/auth/me", from("203.0.113.1"))).status, 401);
  assert.equal((await ask(edge, "/v1/auth/me", from("203.0.113.2"))).status, 401);
  assert.equal((await ask(edge, "/v1/auth/me", from("203.0.113.1"))).status, 429);
  assert.equal((await ask(edge, "/v1/auth/me", from("2001:db8::1"))).status, 401);
  assert.equal((await ask(edge, "/v1/auth/me", from("2001:db8::2"))).status, 429, "one /64");
});

test("without trusted proxies the header changes nothing", async (t) => {
  const edge = await start(t, { limits: { user: 100, address: 1 } });
  const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
  assert.equal((await ask(edge, "/v1/auth/me", from("203.0.113.1"))).status, 401);
  assert.equal((await ask(edge, "/v1/auth/me", from("203.0.113.2"))).status, 429);
});

test("a limiter whose store is gone lets requests pass, and says so in the log", async (t) => {
  const rateLimiter = { take: async () => Promise.reject(new Error("no store")) };
  const edge = await start(t, {}, { rateLimiter });
  const { bearer } = await signIn();
  assert.equal((await ask(edge, "/analytics/summary", { headers: bearer })).status, 200);
  assert.ok(edge.lines.some((line) => line.includes("limits are not kept")));
});

test("a user has so many streams open at once, and closing one makes room", async (t) => {
  const edge = await start(t);
  const { bearer } = await signIn();
  const watch = (signal?: AbortSignal) =>
    fetch(`${edge.origin}/finflow.upload.v1.UploadService/WatchDocuments`, {
      method: "POST",
      headers: { ...bearer, "content-type": "application/connect+json" },
      body: new Uint8Array([0, 0, 0, 0, 2, 0x7b, 0x7d]),
      signal,
    });
  const first = new AbortController();
  // Held, because a response that is collected is cancelled.
  const held = await watch(first.signal);
  const others = await Promise.all(Array.from({ length: 19 }, () => watch()));
  assert.match(await (await watch()).text(), /TOO_MANY_STREAMS/);
  assert.equal(held.status, 200);
  first.abort();
  while (edge.backend.seen.cancelled.length === 0) await new Promise(setImmediate);
  others.push(await watch());
  await Promise.all(others.map(({ body }) => body?.cancel()));
});
