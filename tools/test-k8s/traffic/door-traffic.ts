import assert from "node:assert/strict";
import { once } from "node:events";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { request as httpsRequest } from "node:https";
import { test } from "node:test";
import { connect, type SecureVersion } from "node:tls";
import { until } from "../until.ts";
import { host } from "./control-plane.ts";
import { node } from "./pods.ts";
import { running, whileChanged } from "./running.ts";

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

/** A request from this machine by somebody who says that he comes from elsewhere. */
function ask(port: 80 | 443): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { gateway, root } = running();
  const headers = { host, "x-forwarded-for": "192.0.2.66" };
  const options = { host: gateway.address, port, path: "/v1/auth/me", headers, timeout: 10_000 };
  const send = port === 443 ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send({ ...options, servername: host, ca: root }, async (response) => {
      const parts = await response.toArray().catch(reject);
      const body = Buffer.concat((parts ?? []) as Buffer[]).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    request.on("error", reject).end();
  });
}

test("HTTP comes through the gateway over TLS, with its client's address and no other, and is told to stay", async () => {
  await until(
    "the gateway has its certificate",
    async () => (await ask(443).catch(() => ({ status: 0 }))).status === 200,
    30_000,
  );
  const { headers, body } = await ask(443);
  assert.deepEqual(JSON.parse(body), { protocol: "http", address: node });
  assert.equal(headers["strict-transport-security"], always);
});

test("gRPC comes to edge's port for it, with its client's address and no other", async () => {
  const { gateway, root } = running();
  const session = connectHttp2(`https://${gateway.address}`, { servername: host, ca: root });
  const stream = session.request({
    ...{ ":method": "POST", ":path": "/finflow.auth.v1.AuthService/GetMe", ":authority": host },
    ...{ "content-type": "application/grpc+proto", te: "trailers", "x-forwarded-for": "192.0.2.66" },
  });
  stream.end(Buffer.alloc(5));
  const [[headers], parts, [trailers]] = await Promise.all([
    once(stream, "response") as Promise<[IncomingHttpHeaders]>,
    stream.toArray() as Promise<Buffer[]>,
    once(stream, "trailers") as Promise<[IncomingHttpHeaders]>,
  ]);
  session.close();
  const message = Buffer.concat(parts).subarray(5).toString();
  assert.deepEqual(JSON.parse(message), { protocol: "grpc", address: node });
  assert.equal(trailers["grpc-status"], "0");
  assert.equal(headers["strict-transport-security"], always);
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
