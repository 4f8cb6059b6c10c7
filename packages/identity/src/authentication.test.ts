import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Code, ConnectError, type HandlerContext } from "@connectrpc/connect";
import { createClient } from "@finflow/connect-grpc-js/client";
import { deadlines } from "@finflow/connect-grpc-js/deadline-interceptor";
import { createInMemoryTransport } from "@finflow/connect-grpc-js/in-memory";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { type AuthenticationOptions, authentication } from "./authentication.ts";
import { callAs } from "./call-as.ts";
import { type Identity, requireService, requireUser, userOf } from "./identity.ts";
import { refuse } from "./refusal.ts";
import type { Revocation } from "./revocation.ts";
import { generateServiceKeys } from "./service-keys.ts";
import { createServiceTokens, verifyServiceToken } from "./service-token.ts";

const identity: Identity = {
  userId: "0198c5a0-0000-7000-8000-000000000001",
  sessionId: "0198c5a0-0000-7000-8000-0000000000aa",
  token: "good",
  expiresAt: new Date(Date.now() + 900_000),
};
const headers = { authorization: "Bearer good" };

/** One service of each kind behind the interceptor; tokens are proven by name, as access-token.ts would. */
function serve(options: Partial<AuthenticationOptions> = {}, expiresAt = identity.expiresAt) {
  const verify = async (token: string) => {
    if (token !== "good") throw refuse("TOKEN_INVALID");
    return { ...identity, expiresAt };
  };
  const log: string[] = [];
  const ended = Promise.withResolvers<unknown>();
  const transport = createInMemoryTransport(
    (router) => {
      router.service(AuthService, {
        getJwks: (_, context) => {
          log.push(`jwks for ${userOf(context)?.userId ?? "anybody"}`);
          return {};
        },
        getMe: (_, context) => ({ userId: requireUser(context).userId }),
      });
      router.service(RevocationService, {
        listRevokedSessions: (_, context) => {
          log.push(`${requireService(context)} for ${userOf(context)?.userId ?? "itself"}`);
          return {};
        },
      });
      router.service(AnalyticsService, {
        async *exportTransactions(_, { signal }: HandlerContext) {
          try {
            yield {};
            await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
          } finally {
            ended.resolve(signal.aborted);
          }
        },
      });
    },
    {
      serverInterceptors: [
        authentication({ verify, publicMethods: [AuthService.method.getJwks], ...options }),
      ],
    },
  );
  return { transport, log, ended: ended.promise, auth: createClient(AuthService, transport) };
}

async function refused(promise: Promise<unknown>) {
  const error = await promise.then(
    () => assert.fail("accepted"),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ConnectError);
  const info = error.findDetails(ErrorInfoSchema)[0];
  assert.equal(info?.domain, "finflow.identity");
  return { code: Code[error.code], reason: info?.reason, challenge: error.metadata.get("www-authenticate") };
}

async function drain(messages: AsyncIterable<unknown>) {
  for await (const _ of messages);
}

describe("authentication", () => {
  it("refuses by default, and says why and how to answer", async () => {
    const { auth } = serve();
    assert.deepEqual(await refused(auth.getMe({})), {
      code: "Unauthenticated",
      reason: "TOKEN_MISSING",
      challenge: "Bearer",
    });
    for (const authorization of [
      "Bearer bad",
      "Basic Z29vZDo=",
      "good",
      "Bearer",
      "Bearer good, Bearer good",
    ]) {
      const { reason, challenge } = await refused(auth.getMe({}, { headers: { authorization } }));
      assert.deepEqual([reason, challenge], ["TOKEN_INVALID", 'Bearer error="invalid_token"']);
    }
    assert.equal(
      (await refused(auth.listSessions({}))).reason,
      "TOKEN_MISSING",
      "also what is not implemented",
    );
  });

  it("lets the user of a valid token through, whatever the scheme's case", async () => {
    const { auth } = serve();
    for (const authorization of ["Bearer good", "bearer good", "BEARER  good"]) {
      assert.equal((await auth.getMe({}, { headers: { authorization } })).userId, identity.userId);
    }
  });

  it("does not look at what a public RPC carries", async () => {
    const { auth, log } = serve();
    await auth.getJwks({}, { headers: { authorization: "Bearer bad" } });
    await auth.getJwks({}, { headers });
    assert.deepEqual(log, ["jwks for anybody", "jwks for anybody"]);
  });

  it("wants a service token for internal RPCs, and takes a user's along", async () => {
    const { privateKey, publicKey } = await generateServiceKeys();
    const verifyService = verifyServiceToken({
      audience: "auth",
      publicKeys: { edge: publicKey },
      allowed: ["edge"],
    });
    const { transport, log } = serve({ verifyService });
    const client = createClient(RevocationService, transport);
    assert.equal(
      (await refused(client.listRevokedSessions({}, { headers }))).reason,
      "SERVICE_TOKEN_MISSING",
    );
    const seen = await captureToken(privateKey);
    await client.listRevokedSessions({}, { headers: { "x-finflow-service-token": seen } });
    await client.listRevokedSessions({}, { headers: { ...headers, "x-finflow-service-token": seen } });
    const bad = { authorization: "Bearer bad", "x-finflow-service-token": seen };
    assert.equal((await refused(client.listRevokedSessions({}, { headers: bad }))).reason, "TOKEN_INVALID");
    assert.deepEqual(log, ["edge for itself", `edge for ${identity.userId}`]);
  });

  it("refuses every internal RPC where no service is known, publicly listed or not", async () => {
    const { transport } = serve({ publicMethods: [RevocationService.method.listRevokedSessions] });
    const client = createClient(RevocationService, transport);
    const { reason } = await refused(client.listRevokedSessions({}, { headers }));
    assert.equal(reason, "SERVICE_TOKEN_INVALID");
  });

  it("refuses ended sessions, and all when that cannot be known", async () => {
    const ended = serve({ revocation: { isRevoked: async () => true } });
    assert.equal((await refused(ended.auth.getMe({}, { headers }))).reason, "SESSION_ENDED");
    const broken = serve({ revocation: { isRevoked: () => Promise.reject(new Error("redis at 10.0.0.1")) } });
    assert.deepEqual(await refused(broken.auth.getMe({}, { headers })), {
      code: "Unavailable",
      reason: "IDENTITY_UNAVAILABLE",
      challenge: null,
    });
  });

  it("ends a stream when its token expires", async () => {
    const { transport, ended } = serve({}, new Date(Date.now() + 40));
    const client = createClient(AnalyticsService, transport);
    const { reason } = await refused(drain(client.exportTransactions({}, { headers })));
    assert.equal(reason, "TOKEN_EXPIRED");
    assert.ok(await ended);
  });

  it("ends a stream when its session is revoked, and lets go of the watch", async () => {
    const session = new AbortController();
    const watched: string[] = [];
    const revocation: Revocation = {
      isRevoked: () => false,
      watch: (sessionId) => {
        watched.push(sessionId);
        return { signal: session.signal, release: () => watched.push("released") };
      },
    };
    const { transport, ended } = serve({ revocation });
    const client = createClient(AnalyticsService, transport);
    const consume = async () => {
      for await (const _ of client.exportTransactions({}, { headers })) session.abort();
    };
    assert.equal((await refused(consume())).reason, "SESSION_ENDED");
    assert.ok(await ended);
    assert.deepEqual(watched, [identity.sessionId, "released"]);
  });
});

describe("callAs", () => {
  it("passes on the token, the time left and the cancellation", async () => {
    let options: ReturnType<typeof callAs> | undefined;
    const transport = createInMemoryTransport(
      (router) =>
        router.service(AuthService, {
          getMe: (_, context) => {
            options = callAs(context);
            return {};
          },
        }),
      {
        serverInterceptors: [
          deadlines({ defaultMs: 5_000, maxMs: 8_000 }),
          authentication({ verify: async () => identity, publicMethods: [] }),
        ],
      },
    );
    const client = createClient(AuthService, transport);
    const cases = [
      { asked: undefined, most: 5_000 },
      { asked: 2_000, most: 2_000 },
      { asked: 60_000, most: 8_000 },
    ];
    for (const { asked, most } of cases) {
      await client.getMe({}, { headers, timeoutMs: asked });
      const left = options?.timeoutMs ?? Number.NaN;
      assert.ok(left > 0 && left <= most, `${left} of ${most}`);
      assert.deepEqual(options?.headers, { authorization: "Bearer good" });
      assert.ok(options?.signal instanceof AbortSignal);
    }
  });
});

async function captureToken(privateKey: CryptoKey): Promise<string> {
  let token = "";
  const tokens = createServiceTokens({ name: "edge", privateKey });
  const transport = createInMemoryTransport(
    (router) =>
      router.service(RevocationService, {
        listRevokedSessions: (_, context) => {
          token = context.requestHeader.get("x-finflow-service-token") ?? "";
          return {};
        },
      }),
    { interceptors: [tokens.interceptor("auth")] },
  );
  await createClient(RevocationService, transport).listRevokedSessions({});
  return token;
}
