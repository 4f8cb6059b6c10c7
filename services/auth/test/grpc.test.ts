import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createClient } from "@connectrpc/connect";
import { createGrpcJsTransport, type GrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { verifyAccessToken } from "@finflow/identity/access-token";
import { createRemoteJwks } from "@finflow/identity/remote-jwks";
import { type AdminServer, startAdminServer } from "@finflow/service-host/admin-server";
import { type GrpcHost, serveGrpc } from "@finflow/service-host/serve-grpc";
import { type Auth, bearer, newEmail, password, startTestAuth, type TestAuth } from "./harness.ts";
import { refusedWith } from "./refusal.ts";

describe("auth over gRPC", () => {
  let tests: TestAuth;
  let auth: Auth;
  let host: GrpcHost;
  let admin: AdminServer;
  let transport: GrpcJsTransport;
  before(async () => {
    tests = await startTestAuth();
    auth = await tests.start();
    // The server starts what it serves.
    await auth.service.drain();
    host = await serveGrpc([auth.service], { ...auth.host, host: "127.0.0.1", port: 0 });
    admin = await startAdminServer({
      host: "127.0.0.1",
      port: 0,
      logger: auth.log,
      metrics: auth.host.metrics,
      readiness: host.readiness,
      handlers: auth.service.adminHandlers,
    });
    transport = createGrpcJsTransport(`127.0.0.1:${host.port}`);
  });
  after(async () => {
    transport?.close();
    await admin?.close();
    await host?.stop();
    await tests?.stop();
  });

  test("a person's way from registering to being erased", async () => {
    const rpc = createClient(AuthService, transport);
    const email = newEmail();
    const first = await rpc.register({ email, password });
    const second = await rpc.refresh({ refreshToken: first.refreshToken });
    assert.equal((await rpc.getMe({}, bearer(second))).email, email);
    const told = await refusedWith("BAD_CREDENTIALS", rpc.login({ email, password: "wrong password" }));
    assert.equal(told.code, "Unauthenticated");
    const bad = await refusedWith(
      "PASSWORD_BREACHED",
      rpc.register({ email: newEmail(), password: "password1" }),
    );
    assert.deepEqual(bad.fields, ["password"]);
    const { sessions } = await rpc.listSessions({}, bearer(second));
    assert.deepEqual(
      sessions.map(({ client, current }) => [client, current]),
      [["gRPC program", true]],
    );
    await refusedWith("TOKEN_MISSING", rpc.getMe({}));
    const { erasureId } = await rpc.deleteMe({}, bearer(second));
    assert.equal((await rpc.getErasure({ erasureId })).erasureId, erasureId);
    await refusedWith("SESSION_ENDED", rpc.getMe({}, bearer(second)));
  });

  test("another process verifies tokens by the JWKS document of the admin port", async () => {
    const session = await createClient(AuthService, transport).register({ email: newEmail(), password });
    const url = new URL(`http://127.0.0.1:${admin.port}/.well-known/jwks.json`);
    const verify = verifyAccessToken({
      issuer: "finflow",
      audience: "finflow",
      jwks: createRemoteJwks(url),
      now: () => auth.clock.now,
    });
    const { userId, sessionId } = await verify(session.accessToken);
    assert.deepEqual([userId, sessionId], [session.user?.userId, session.sessionId]);
    const { keys } = (await (await fetch(url)).json()) as { keys: Record<string, string>[] };
    assert.deepEqual(Object.keys(keys[0] ?? {}).sort(), ["alg", "e", "kid", "kty", "n", "use"]);
  });

  test("is ready while its database answers", async () => {
    const ready = async (): Promise<number> => (await fetch(`http://127.0.0.1:${admin.port}/readyz`)).status;
    assert.equal(await ready(), 200);
  });
});
