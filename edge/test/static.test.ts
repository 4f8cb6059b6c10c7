import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { ask, type RunningEdge, startEdge } from "./start-edge.ts";

let edge: RunningEdge;
before(async () => {
  edge = await startEdge();
});
after(() => edge.close());

/** Sends bytes as they are, and gives back what comes until the connection closes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(edge.port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("the page, its hashed files for a year, itself asked for again", async () => {
  const page = await ask(edge, "/");
  assert.equal(page.status, 200);
  assert.match(page.text, /<title>Finflow/);
  assert.equal(page.header.get("cache-control"), "no-cache");
  assert.equal(page.header.get("ratelimit"), null);
  const asset = await ask(edge, "/assets/app-1a2b3c.js");
  assert.match(asset.header.get("cache-control") ?? "", /max-age=31536000, immutable/);
  const etag = asset.header.get("etag") ?? assert.fail();
  assert.equal(
    (await ask(edge, "/assets/app-1a2b3c.js", { headers: { "if-none-match": etag } })).status,
    304,
  );
  const part = await ask(edge, "/assets/app-1a2b3c.js", { headers: { range: "bytes=0-6" } });
  assert.equal(part.status, 206);
  assert.equal(part.text, "console");
  assert.equal((await ask(edge, "/", { method: "HEAD" })).text, "");
});

test("navigations to the app's own routes get the app; others 404", async () => {
  const html = { headers: { accept: "text/html,*/*" } };
  assert.match((await ask(edge, "/months/2026-01", html)).text, /<title>Finflow/);
  assert.equal((await ask(edge, "/assets/gone.js", html)).status, 404);
  assert.equal((await ask(edge, "/months/2026-01", { headers: { accept: "application/json" } })).status, 404);
  assert.equal((await ask(edge, "/months/2026-01", { method: "POST", ...html })).status, 404);
});

test("no path leads out of the folder", async () => {
  const paths = [
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/..%5csecret.txt",
    "//secret.txt",
    "/./../secret.txt",
    "/secret.txt%00.js",
    "/index.html/../../secret.txt",
  ];
  for (const path of paths) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    assert.match(answer, /^HTTP\/1\.1 (404|400) /, path);
    assert.doesNotMatch(answer, /\r\n\r\nsecret/);
  }
});

test("smuggling-like and malformed heads are refused, and edge lives on", async () => {
  const heads = [
    "POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    "POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    "POST /v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: x\r\nX-A: b\nX-C: d\r\n\r\n",
    "GET /health HTTP/1.1\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n",
    "GET /health HTTP/1.0\r\n\r\n",
    "GET http://[/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "GET //[ HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n",
    "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    "POST /finflow.auth.v1.AuthService/Login HTTP/1.1\r\nHost: [\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    `GET /health HTTP/1.1\r\nHost: x\r\nX-Big: ${"a".repeat(20_000)}\r\n\r\n`,
    `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  ];
  for (const head of heads) {
    const answer = await raw(head);
    assert.match(answer, /^HTTP\/1\.1 4\d\d /, head.slice(0, 80));
    assert.doesNotMatch(answer, /HTTP\/1\.1 2\d\d/, head.slice(0, 80));
  }
  assert.equal((await ask(edge, "/health")).status, 200);
});

test("the absolute form means the same as the origin form", async () => {
  const answer = await raw("GET http://x/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  assert.match(answer, /^HTTP\/1\.1 200 /);
});

test("without a built page there is the API alone", async (t) => {
  const other = await startEdge({ webRoot: "/nonexistent" });
  t.after(() => other.close());
  assert.equal((await ask(other, "/")).status, 404);
  assert.equal((await ask(other, "/health")).status, 200);
});
