import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Code, ConnectError, createClient, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-node";
import { createGrpcJsTransport, type GrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { type Person, type RunningEdge, signIn, startEdge } from "./start-edge.ts";

let edge: RunningEdge;
let person: Person;
let grpc: GrpcJsTransport;
const transports: Record<string, Transport> = {};

before(async () => {
  edge = await startEdge();
  person = await signIn();
  grpc = createGrpcJsTransport(`127.0.0.1:${edge.grpcPort}`);
  transports.connect = createConnectTransport({ baseUrl: edge.origin, httpVersion: "1.1" });
  transports["connect, JSON"] = createConnectTransport({
    baseUrl: edge.origin,
    httpVersion: "1.1",
    useBinaryFormat: false,
  });
  transports["gRPC-web"] = createGrpcWebTransport({ baseUrl: edge.origin, httpVersion: "1.1" });
  transports.gRPC = grpc;
});
after(async () => {
  grpc.close();
  await edge.close();
});

async function failure(promise: Promise<unknown>): Promise<ConnectError> {
  const error = await promise.then(() => undefined, ConnectError.from);
  assert.ok(error, "it did not fail");
  return error;
}

test("who signs in with an old token in hand is not refused for it: the token goes no further", async () => {
  const auth = createClient(AuthService, grpc);
  const headers = { authorization: "Bearer expired" };
  await auth.login({ email: "a@example.com", password: "right" }, { headers });
  const { rpc, header } = edge.backend.seen.calls.at(-1) ?? assert.fail();
  assert.equal(rpc, "Login");
  assert.equal(header.get("authorization"), null);
});

for (const name of ["connect", "connect, JSON", "gRPC-web", "gRPC"]) {
  const transport = () => transports[name] as Transport;

  test(`${name}: unary, with the caller's token, what is left of the deadline, and nothing else`, async () => {
    const { revision } = await createClient(AnalyticsService, transport()).getSummary(
      { minRevision: 7 },
      {
        headers: {
          ...person.bearer,
          traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "x-finflow-service-token": "forged",
          "x-finflow-client-address": "1.1.1.1",
          cookie: "a=b",
        },
        timeoutMs: 5_000,
      },
    );
    assert.equal(revision, 7);
    const { header, timeoutMs } = edge.backend.seen.calls.at(-1) ?? assert.fail();
    assert.equal(header.get("authorization"), person.bearer.authorization);
    assert.equal(header.get("x-finflow-client-address"), "127.0.0.1");
    assert.match(header.get("traceparent") ?? "", /^00-0af7651916cd43dd8448eb211c80319c-/);
    assert.ok(header.get("x-request-id"));
    assert.equal(header.get("x-finflow-service-token"), null);
    assert.equal(header.get("cookie"), null);
    // A hop may round its rest up to whole milliseconds.
    assert.ok(timeoutMs !== undefined && timeoutMs <= 5_002 && timeoutMs > 0, `${timeoutMs}`);
  });

  test(`${name}: a server stream, and leaving it cancels what is behind`, async () => {
    const left = new AbortController();
    const watch = createClient(UploadService, transport()).watchDocuments(
      {},
      { headers: person.bearer, signal: left.signal },
    );
    const before = edge.backend.seen.cancelled.length;
    for await (const { change } of watch) {
      assert.equal(change.value, "first");
      break;
    }
    left.abort();
    while (edge.backend.seen.cancelled.length === before) await new Promise(setImmediate);
    assert.equal(edge.backend.seen.cancelled.at(-1), "WatchDocuments");
  });

  test(`${name}: a deadline reaches what is behind`, async () => {
    const slow = createClient(AnalyticsService, transport()).getSummary(
      { search: "slow" },
      { headers: person.bearer, timeoutMs: 200 },
    );
    assert.equal((await failure(slow)).code, Code.DeadlineExceeded);
  });

  test(`${name}: codes and details come through, secrets do not`, async () => {
    const auth = createClient(AuthService, transport());
    const wrong = await failure(auth.login({ email: "a@example.com", password: "wrong" }));
    assert.equal(wrong.code, Code.Unauthenticated);
    assert.equal(wrong.rawMessage, "email or password is wrong");
    assert.equal(wrong.findDetails(ErrorInfoSchema)[0]?.reason, "BAD_CREDENTIALS");
    const analytics = createClient(AnalyticsService, transport());
    const boom = await failure(analytics.getSummary({ search: "boom" }, { headers: person.bearer }));
    assert.equal(boom.code, Code.Internal);
    assert.doesNotMatch(boom.message, /secret/);
  });

  test(`${name}: who does not sign in is refused, and so is what breaks the contract's rules`, async () => {
    const analytics = createClient(AnalyticsService, transport());
    const nobody = await failure(analytics.getSummary({}));
    assert.equal(nobody.code, Code.Unauthenticated);
    assert.ok(nobody.metadata.get("x-request-id"));
    const forged = await failure(analytics.getSummary({}, { headers: { authorization: "Bearer a.b.c" } }));
    assert.equal(forged.code, Code.Unauthenticated);
    const bad = await failure(analytics.getSummary({ minRevision: -1 }, { headers: person.bearer }));
    assert.equal(bad.code, Code.InvalidArgument);
    assert.equal(bad.findDetails(BadRequestSchema)[0]?.fieldViolations[0]?.field, "minRevision");
  });

  test(`${name}: internal RPCs are not there`, async () => {
    const internal = createClient(RevocationService, transport());
    const error = await failure(internal.listRevokedSessions({}, { headers: person.bearer }));
    assert.equal(error.code, Code.Unimplemented);
  });

  test(`${name}: a revoked session is refused, and its open stream ends`, async () => {
    const leaver = await signIn();
    const client = createClient(UploadService, transport());
    const watch = client.watchDocuments({}, { headers: leaver.bearer })[Symbol.asyncIterator]();
    await watch.next();
    await edge.revokedSessions.add([leaver.sessionId], new Date());
    assert.equal((await failure(watch.next())).code, Code.Unauthenticated);
    const later = createClient(AnalyticsService, transport()).getSummary({}, { headers: leaver.bearer });
    assert.equal((await failure(later)).code, Code.Unauthenticated);
  });

  test(`${name}: a message past 4 MiB is refused, and the connection lives on`, async () => {
    const analytics = createClient(AnalyticsService, transport());
    const big = analytics.getSummary({ search: "x".repeat(5 * 1024 * 1024) }, { headers: person.bearer });
    assert.equal((await failure(big)).code, Code.ResourceExhausted);
    await analytics.getSummary({}, { headers: person.bearer });
  });
}
