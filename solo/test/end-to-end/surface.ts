import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ask, expectError, expectStatus } from "./http.ts";
import { operations } from "./openapi.ts";
import { newPerson } from "./person.ts";
import type { Target } from "./target.ts";

const uuid = "0198d7a0-0000-7000-8000-000000000000";

export function surface(target: () => Target): void {
  describe("what stands around the API", () => {
    test("/health names each service", async () => {
      assert.deepEqual(expectStatus(await ask(target(), "GET", "/health"), 200), {
        status: "SERVING",
        services: { auth: "SERVING", upload: "SERVING", analytics: "SERVING", chatbot: "SERVING" },
        degraded: [],
      });
    });

    test("/openapi.json: every path answers, every reference leads somewhere", async () => {
      const document = expectStatus(
        await ask<Record<string, unknown>>(target(), "GET", "/openapi.json"),
        200,
      );
      assert.match(String(document.openapi), /^3\.1\./);
      const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)];
      assert.ok(references.length > 50);
      for (const [, path = ""] of references) {
        let at: unknown = document;
        for (const name of path.split("/")) at = (at as Record<string, unknown> | undefined)?.[name];
        assert.ok(at, `nothing at ${path}`);
      }
      const listed = await operations(target());
      const ids = listed.map(({ operationId }) => operationId);
      assert.equal(new Set(ids).size, ids.length, "operation ids are unique");
      for (const { path, method, parameters } of listed) {
        const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = parameters.filter((each) => each.in === "path").map(({ name }) => name);
        assert.deepEqual(declared, variables, path);
        const options = await ask(target(), "OPTIONS", path.replaceAll(/\{\w+\}/g, uuid));
        assert.equal(options.status, 204, options.told);
        assert.ok(
          options.headers.get("allow")?.split(", ").includes(method),
          `${path}: ${options.headers.get("allow")}`,
        );
      }
    });

    test("/docs names every operation and runs no script", async () => {
      const page = await ask(target(), "GET", "/docs");
      assert.equal(page.status, 200);
      assert.match(page.headers.get("content-type") ?? "", /^text\/html/);
      assert.doesNotMatch(page.text, /<script/i);
      for (const { path } of await operations(target())) assert.ok(page.text.includes(path), path);
    });

    test("the signing keys are published, their public halves only", async () => {
      const { keys } = expectStatus(
        await ask<{ keys: Record<string, string>[] }>(target(), "GET", "/.well-known/jwks.json"),
        200,
      );
      assert.ok(keys.length >= 1);
      for (const key of keys) {
        assert.deepEqual(Object.keys(key).sort(), ["alg", "e", "kid", "kty", "n", "use"]);
        assert.deepEqual([key.kty, key.alg, key.use], ["RSA", "RS256", "sig"]);
        assert.ok(Buffer.from(key.n ?? "", "base64url").length >= 256);
      }
      const person = await newPerson(target());
      const header = JSON.parse(Buffer.from(person.token.split(".")[0] ?? "", "base64url").toString());
      assert.ok(keys.some(({ kid }) => kid === header.kid));
    });

    test("every answer carries the security headers, an error too", async () => {
      for (const path of ["/health", "/docs", "/", "/v1/auth/me", "/no/such/path", "/openapi.json"]) {
        const { headers, told } = await ask(target(), "GET", path);
        const policy = headers.get("content-security-policy") ?? "";
        assert.match(policy, /default-src 'self'/, told);
        assert.match(policy, /frame-ancestors 'none'/, told);
        assert.doesNotMatch(policy, /unsafe-(inline|eval)/, told);
        assert.equal(headers.get("x-content-type-options"), "nosniff", told);
        assert.equal(headers.get("referrer-policy"), "no-referrer", told);
        assert.equal(headers.get("x-powered-by"), null, told);
        assert.match(headers.get("x-request-id") ?? "", /^[\w.-]{8,}$/, told);
      }
      const named = await ask(target(), "GET", "/health", {
        headers: { "X-Request-Id": "a-name-of-mine-1" },
      });
      assert.equal(named.headers.get("x-request-id"), "a-name-of-mine-1");
      const person = await newPerson(target());
      for (const path of ["/v1/auth/me", "/transactions", "/upload/documents"]) {
        const { headers, told } = await person.call("GET", path);
        assert.match(headers.get("cache-control") ?? "", /no-store|private, no-cache/, told);
      }
    });

    test("unknown paths and other methods", async () => {
      const person = await newPerson(target());
      for (const path of [
        "/no/such/path",
        "/upload/nothing/here",
        "/v1/auth",
        "/transactions/",
        "/transactions:delete",
        "/finflow.auth.v1.AuthService/Nothing",
        "/finflow.upload.internal.v1.UserRowsService/ListUserAccounts",
        "/finflow.auth.internal.v1.RevocationService/CheckSession",
      ]) {
        for (const method of ["GET", "POST"]) {
          const answer = await person.call(method, path, method === "POST" ? { json: {} } : {});
          expectError(answer, 404, "NOT_FOUND");
        }
      }
      for (const [method, path, allow] of [
        ["PUT", "/transactions", "GET, HEAD, OPTIONS"],
        ["DELETE", "/health", "GET, HEAD, OPTIONS"],
        ["GET", "/upload", "OPTIONS, POST"],
        ["GET", "/v1/auth/login", "OPTIONS, POST"],
      ] as const) {
        const answer = await person.call(method, path);
        assert.equal(answer.status, 405, answer.told);
        assert.equal(answer.headers.get("allow"), allow, answer.told);
      }
    });

    test("HEAD is GET without the body", async () => {
      const person = await newPerson(target());
      for (const path of ["/health", "/openapi.json", "/docs", "/transactions", "/no/such/path"]) {
        const [head, get] = await Promise.all([person.call("HEAD", path), person.call("GET", path)]);
        assert.equal(head.status, get.status, path);
        assert.equal(head.text, "");
        assert.equal(head.headers.get("content-type"), get.headers.get("content-type"), path);
      }
    });

    test("limits are told with each answer", async () => {
      const person = await newPerson(target());
      const { headers } = await person.call("GET", "/v1/auth/me");
      assert.match(headers.get("ratelimit-policy") ?? "", /"user";q=\d+;w=60/);
      assert.match(headers.get("ratelimit-policy") ?? "", /"address";q=\d+;w=60/);
      assert.match(headers.get("ratelimit") ?? "", /"user";r=\d+;t=\d+/);
    });

    test("what later versions fill says that it is not there yet", async () => {
      const person = await newPerson(target());
      for (const [method, path, json] of [
        ["GET", "/rules", undefined],
        ["POST", "/rules", { match: "coffee", category: "food" }],
        ["POST", "/transactions:batchUpdate", { requests: [{ transactionId: uuid, category: "food" }] }],
        ["GET", "/transactions:export", undefined],
      ] as const) {
        expectError(await person.call(method, path, { json }), 501, "UNIMPLEMENTED");
      }
    });

    test("the samples can be fetched and read", async () => {
      const person = await newPerson(target());
      type Samples = { samples: { fileName: string; password: string; url: string }[] };
      const { samples } = expectStatus(await ask<Samples>(target(), "GET", "/samples"), 200);
      assert.equal(samples.length, 5);
      const verdicts = await Promise.all(
        samples.map(async ({ url, password, fileName }) => {
          const pdf = new Uint8Array(await (await fetch(new URL(url, target().url))).arrayBuffer());
          const { verdict } = await person.uploaded(pdf, { fileName, password });
          return [fileName, verdict];
        }),
      );
      const off = verdicts.filter(([, verdict]) => verdict !== "RECONCILED");
      assert.deepEqual(off, [["lakeside-trust-checking.pdf", "DISCREPANT"]]);
    });
  });
}
