import assert from "node:assert/strict";
import { test } from "node:test";
import { isSameOrigin, readRefreshCookie } from "./refresh-cookie.ts";

test("the cookie is found among others, by its exact name", () => {
  const header = "a=1; xfinflow-refresh=no; finflow-refresh=a%2Bb; __Host-finflow-refresh=secure";
  assert.equal(readRefreshCookie(header, false), "a+b");
  assert.equal(readRefreshCookie(header, true), "secure");
  assert.equal(readRefreshCookie("finflow-refresh=%zz", false), undefined);
  assert.equal(readRefreshCookie("finflow-refresh", false), undefined);
  assert.equal(readRefreshCookie(null, false), undefined);
});

test("same origin: scheme, host and port, and the browser's own word", () => {
  const from = (header: Record<string, string>, isHttps = false) =>
    isSameOrigin(new Headers({ host: "finflow.example:8080", ...header }), isHttps);
  assert.equal(from({}), true);
  assert.equal(from({ origin: "http://finflow.example:8080" }), true);
  assert.equal(from({ origin: "http://finflow.example" }), false);
  assert.equal(from({ origin: "http://finflow.example:8080.evil.example" }), false);
  assert.equal(from({ origin: "http://finflow.example:8080" }, true), false);
  assert.equal(from({ "sec-fetch-site": "none" }), false);
});
