import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, jsonBody, type Person, type RunningEdge, signIn, startEdge } from "./start-edge.ts";

let edge: RunningEdge;
let person: Person;

before(async () => {
  edge = await startEdge();
  person = await signIn();
});
after(() => edge.close());

test("REST: register is 201, login 200, errors AIP-193", async () => {
  const registered = await ask(
    edge,
    "/v1/auth/register",
    jsonBody({ email: "a@example.com", password: "long enough" }),
  );
  assert.equal(registered.status, 201);
  assert.deepEqual(Object.keys(registered.json), [
    "user",
    "accessToken",
    "refreshToken",
    "expiresIn",
    "sessionId",
  ]);
  const wrong = await ask(edge, "/v1/auth/login", jsonBody({ email: "a@example.com", password: "wrong" }));
  assert.equal(wrong.status, 401);
  assert.deepEqual(wrong.json, {
    error: {
      code: 401,
      status: "UNAUTHENTICATED",
      message: "email or password is wrong",
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.ErrorInfo",
          reason: "BAD_CREDENTIALS",
          domain: "finflow.auth",
        },
      ],
    },
  });
});

test("REST: empty fields are written, filters go in, ETags come out", async () => {
  const path = "/analytics/summary?min_revision=3&type=debit&category=food&category=bills";
  const answer = await ask(edge, path, { headers: person.bearer });
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.json, { totals: [], complete: false, revision: 3 });
  assert.equal(answer.header.get("etag"), '"7"');
  assert.equal(answer.header.get("x-internal"), null);
  const again = await ask(edge, path, { headers: { ...person.bearer, "if-none-match": '"7"' } });
  assert.equal(again.status, 304);
});

test("REST: what is wrong is named in JSON's spelling", async () => {
  const unknown = await ask(edge, "/analytics/summary?monht=1", { headers: person.bearer });
  assert.equal(unknown.status, 400);
  assert.match(unknown.text, /"field":"monht"/);
  const rule = await ask(edge, "/analytics/summary?from=yesterday", { headers: person.bearer });
  assert.equal(rule.status, 400);
  assert.match(rule.text, /"field":"from"/);
  const behind = await ask(edge, "/analytics/summary?search=field", { headers: person.bearer });
  assert.match(behind.text, /"field":"minAmount"/);
  const body = await ask(edge, "/v1/auth/login", jsonBody({ email: "a@example.com", passwort: "x" }));
  assert.match(body.text, /"field":"passwort"/);
});

test("REST: who does not sign in is told to; what happens inside is not told", async () => {
  const nobody = await ask(edge, "/analytics/summary");
  assert.equal(nobody.status, 401);
  assert.match(nobody.header.get("www-authenticate") ?? "", /^Bearer/);
  assert.equal(nobody.json.error.details[0].reason, "TOKEN_MISSING");
  const boom = await ask(edge, "/analytics/summary?search=boom", { headers: person.bearer });
  assert.equal(boom.status, 500);
  assert.doesNotMatch(boom.text, /secret/);
});

test("unknown API paths are 404 as JSON, whatever the method; wrong methods 405", async () => {
  for (const path of [
    "/v1/nothing",
    "/upload/x/y/z",
    "/analytics",
    "/finflow.auth.v1.AuthService/Nope",
    "/v1/../v1/x",
  ]) {
    for (const method of ["GET", "POST", "DELETE"]) {
      const answer = await ask(edge, path, { method, headers: { accept: "text/html" } });
      assert.equal(answer.status, 404, `${method} ${path}`);
      assert.equal(answer.json.error.status, "NOT_FOUND");
    }
  }
  const wrong = await ask(edge, "/health", { method: "POST" });
  assert.equal(wrong.status, 405);
  assert.equal(wrong.header.get("allow"), "GET, HEAD, OPTIONS");
  assert.equal((await ask(edge, "/analytics/summary", { method: "PUT" })).status, 405);
  assert.equal((await ask(edge, "/upload", { method: "OPTIONS" })).header.get("allow"), "OPTIONS, POST");
  assert.equal(
    (await ask(edge, "/finflow.auth.internal.v1.RevocationService/CheckSession", jsonBody({}))).status,
    404,
  );
});

test("every answer carries security headers and a request id", async () => {
  for (const path of ["/", "/health", "/nothing.txt", "/v1/auth/me", "/docs"]) {
    const { header } = await ask(edge, path, { headers: { "x-request-id": "my-request-1" } });
    assert.match(header.get("content-security-policy") ?? "", /script-src 'self'.*frame-ancestors 'none'/);
    assert.doesNotMatch(header.get("content-security-policy") ?? "", /unsafe/);
    assert.equal(header.get("x-content-type-options"), "nosniff");
    assert.equal(header.get("referrer-policy"), "no-referrer");
    assert.equal(header.get("cross-origin-opener-policy"), "same-origin");
    assert.equal(header.get("strict-transport-security"), null);
    assert.equal(header.get("x-request-id"), "my-request-1");
    assert.equal(header.get("x-powered-by"), null);
  }
});

test("health names each service", async () => {
  const answer = await ask(edge, "/health");
  assert.equal(answer.status, 200);
  assert.deepEqual(answer.json, {
    status: "SERVING",
    services: { auth: "SERVING", upload: "SERVING", analytics: "SERVING", chatbot: "SERVING" },
    degraded: [],
  });
});

test("the API's document and its page", async () => {
  const document = await ask(edge, "/openapi.json");
  assert.equal(document.json.openapi, "3.1.0");
  const page = await ask(edge, "/docs");
  assert.match(page.text, /POST \/upload\/initiate/);
  assert.doesNotMatch(page.text, /<script|style=|https?:\/\//);
  assert.equal((await ask(edge, "/docs.css")).header.get("content-type"), "text/css; charset=utf-8");
  const etag = document.header.get("etag") ?? "";
  assert.equal((await ask(edge, "/openapi.json", { headers: { "if-none-match": etag } })).status, 304);
});

test("samples are listed and are PDFs, dated before today", async () => {
  const { json } = await ask(edge, "/samples");
  assert.equal(json.samples.length, 5);
  const [sample] = json.samples;
  const pdf = await fetch(`${edge.origin}${sample.url}`);
  assert.equal(pdf.headers.get("content-type"), "application/pdf");
  assert.match(Buffer.from(await pdf.arrayBuffer()).toString("latin1"), /^%PDF-/);
  for (const name of ["nothing.pdf", "..%2Fsecret.txt", "%00.pdf"]) {
    assert.equal((await ask(edge, `/samples/${name}`)).status, 404, name);
  }
});

test("answers are measured by what gave them, never by path", async () => {
  await ask(edge, "/health");
  await ask(edge, "/some/path/nobody/has");
  const text = await edge.metrics.registry.metrics();
  assert.match(text, /http_server_request_duration_seconds_count\{route="GetHealth",status="200"\} \d/);
  assert.match(text, /http_server_request_duration_seconds_count\{route="none",status="404"\} \d/);
  assert.doesNotMatch(text, /nobody/);
});

test("CORS: nobody by default", async () => {
  const answer = await ask(edge, "/health", { headers: { origin: "https://evil.example" } });
  assert.equal(answer.header.get("access-control-allow-origin"), null);
});

test("CORS: listed origins may read, without credentials", async (t) => {
  const other = await startEdge({ corsOrigins: ["https://app.example"] });
  t.after(() => other.close());
  const origin = "https://app.example";
  const preflight = await ask(other, "/upload", {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST" },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.header.get("access-control-allow-origin"), origin);
  assert.equal(preflight.header.get("access-control-allow-credentials"), null);
  const answer = await ask(other, "/health", { headers: { origin: "https://app.example.evil" } });
  assert.equal(answer.header.get("access-control-allow-origin"), null);
  assert.equal(answer.header.get("vary"), "Origin");
});
