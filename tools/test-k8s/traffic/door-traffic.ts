import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { request as httpsRequest } from "node:https";
import { test } from "node:test";
import { connect, type SecureVersion } from "node:tls";
import { promisify } from "node:util";
import { until } from "../until.ts";
import { host } from "./control-plane.ts";
import { node } from "./pods.ts";
import { running, whileChanged } from "./running.ts";

const run = promisify(execFile);

const always = "max-age=31536000; includeSubDomains";

/** Which version a client that knows none newer than this agrees on with the gateway; none where it is refused. */
async function agreed(maxVersion: SecureVersion): Promise<string> {
  const { gateway, root } = running();
  const options = { host: gateway.address, port: 443, servername: host, ca: root, maxVersion };
  const socket = connect({ ...options, minVersion: "TLSv1.2", timeout: 5_000 });
  try {
    await once(socket, "secureConnect");
    return socket.getProtocol() ?? "";
  } catch (error) {
    const { code = "" } = error as { code?: string };
    assert.match(code, /ALERT_PROTOCOL_VERSION|ECONNRESET/);
    return "none";
  } finally {
    socket.destroy();
  }
}

type Answered = { status: number; headers: IncomingHttpHeaders; body: string };

/** Somebody at an address, who says that he comes from another. */
type From = { address: string; told: string };

const somebodyElse = "10.1.0.2";
const here: From = { address: node, told: "192.0.2.66" };

/** GetMe by REST, without a token. */
function ask(port: 80 | 443, { address, told }: From = here): Promise<Answered> {
  const { gateway, root } = running();
  const headers = { host, "x-forwarded-for": told };
  const options = { host: gateway.address, port, path: "/v1/auth/me", headers, timeout: 10_000 };
  const send = port === 443 ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const all = { ...options, localAddress: address, servername: host, ca: root };
    const request = send(all, async (response) => {
      const parts = await response.toArray().catch(reject);
      const body = Buffer.concat((parts ?? []) as Buffer[]).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    request.on("error", reject).end();
  });
}

/** GetMe by gRPC, without a token. */
async function askByGrpc({ address, told }: From): Promise<[IncomingHttpHeaders, IncomingHttpHeaders]> {
  const { gateway, root } = running();
  const options = { servername: host, ca: root, localAddress: address };
  const session = connectHttp2(`https://${gateway.address}`, options);
  const stream = session.request({
    ...{ ":method": "POST", ":path": "/finflow.auth.v1.AuthService/GetMe", ":authority": host },
    ...{ "content-type": "application/grpc+proto", te: "trailers", "x-forwarded-for": told },
  });
  stream.end(Buffer.alloc(5));
  const [[headers], [trailers = headers] = []] = (await Promise.all([
    once(stream, "response"),
    // An answer without a message may be all in one.
    Promise.race([once(stream, "trailers"), once(stream, "end").then(() => undefined)]),
    stream.resume().toArray(),
  ])) as unknown as [[IncomingHttpHeaders], [IncomingHttpHeaders] | undefined];
  session.close();
  return [headers, trailers];
}

/** What edge still allows the address that it has of who asked. */
function left(told: IncomingHttpHeaders): number {
  const [, rest] = /"address";r=(\d+)/.exec(String(told.ratelimit)) ?? assert.fail(JSON.stringify(told));
  return Number(rest);
}

test("HTTP comes through the gateway over TLS, is told to stay, and counts for its client's address alone", async () => {
  await run("ip", ["addr", "add", `${somebodyElse}/16`, "dev", "pods"]);
  await until(
    "the gateway has its certificate",
    async () => (await ask(443).catch(() => ({ status: 0 }))).status === 401,
    30_000,
  );
  const first = await ask(443);
  assert.equal(JSON.parse(first.body).error.status, "UNAUTHENTICATED");
  assert.equal(first.headers["strict-transport-security"], always);
  const again = await ask(443, { ...here, told: "192.0.2.67" });
  assert.ok(left(again.headers) < left(first.headers));
  // Who says that it is the first is not taken for it.
  const other = await ask(443, { address: somebodyElse, told: node });
  assert.ok(left(other.headers) > left(first.headers));
});

test("gRPC comes to edge's port for it, and counts for its client's address alone", async () => {
  const [headers, trailers] = await askByGrpc(here);
  assert.equal(headers["content-type"], "application/grpc+proto");
  assert.equal(trailers["grpc-status"], "16");
  assert.equal(headers["strict-transport-security"], always);
  const [, again] = await askByGrpc({ ...here, told: "192.0.2.67" });
  assert.ok(left(again) < left(trailers));
  const [, other] = await askByGrpc({ address: somebodyElse, told: node });
  assert.ok(left(other) > left(trailers));
});

test("plain HTTP learns where to go instead", async () => {
  const { status, headers } = await ask(80);
  assert.deepEqual(
    { status, location: headers.location },
    { status: 301, location: `https://${host}/v1/auth/me` },
  );
});

test("TLS 1.2 is refused, and would not be if the door did not say so", async () => {
  assert.equal(await agreed("TLSv1.3"), "TLSv1.3");
  assert.equal(await agreed("TLSv1.2"), "none");
  const older = [{ op: "remove", path: "/spec/servers/0/tls/minProtocolVersion" }];
  await whileChanged("gateway.networking.istio.io", "edge", older, () =>
    until("it is taken", async () => (await agreed("TLSv1.2")) === "TLSv1.2", 30_000),
  );
  await until("it is refused again", async () => (await agreed("TLSv1.2")) === "none", 30_000);
});
