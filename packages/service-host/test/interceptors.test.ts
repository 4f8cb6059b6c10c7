import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Code, ConnectError, type HandlerContext } from "@connectrpc/connect";
import { createClient } from "@finflow/connect-grpc-js/client";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { requireService, requireUser } from "@finflow/identity/identity";
import { generateServiceKeys } from "@finflow/identity/service-keys";
import { createServiceTokens } from "@finflow/identity/service-token";
import { createInMemoryMesh, serveInMemory } from "../src/in-memory-mesh.ts";
import { type Behaviour, failure, hosted, hostOptions, identity, signedIn, taken } from "./hosted.ts";

function serve(behaviour: Behaviour) {
  const options = hostOptions();
  const transport = serveInMemory([hosted(behaviour).service], options);
  const auth = createClient(AuthService, transport);
  return { ...options, auth, analytics: createClient(AnalyticsService, transport) };
}

const login = { email: "a@example.com", password: "correct horse battery" };
const reasons = (error: ConnectError) => error.findDetails(ErrorInfoSchema).map(({ reason }) => reason);

describe("what stands before every handler", () => {
  it("refuses who is not signed in before looking at what they sent", async () => {
    const { auth } = serve({ auth: { deleteSession: () => assert.fail("reached") } });
    const error = await failure(auth.deleteSession({ sessionId: "not a uuid" }));
    assert.deepEqual([error.code, reasons(error)], [Code.Unauthenticated, ["TOKEN_MISSING"]]);
  });

  it("names the fields that break the contract's rules", async () => {
    const { auth } = serve({ auth: { deleteSession: () => assert.fail("reached") } });
    const error = await failure(auth.deleteSession({ sessionId: "not a uuid" }, signedIn));
    assert.deepEqual([error.code, reasons(error)], [Code.InvalidArgument, ["INVALID_FIELD"]]);
    const [violation] = error.findDetails(BadRequestSchema)[0]?.fieldViolations ?? [];
    assert.equal(violation?.field, "sessionId");
    assert.equal(violation.reason, "STRING_UUID");
    assert.match(error.rawMessage, /^sessionId: /);
    assert.doesNotMatch(error.rawMessage, /not a uuid/);
  });

  it("names nested and repeated fields as JSON does", async () => {
    const { analytics } = serve({});
    const error = await failure(
      analytics.listTransactions(
        { pageSize: -1, filter: undefined, category: ["", "x".repeat(5_000)] } as never,
        signedIn,
      ),
    );
    assert.equal(error.code, Code.InvalidArgument);
    const fields = error.findDetails(BadRequestSchema)[0]?.fieldViolations.map(({ field }) => field) ?? [];
    assert.ok(fields.includes("pageSize"), fields.join());
  });

  it("knows who calls, and answers a domain error by the service's table", async () => {
    const { auth } = serve({
      auth: { getMe: (_, context) => ({ userId: requireUser(context).userId }), login: taken },
    });
    assert.equal((await auth.getMe({}, signedIn)).userId, identity.userId);
    const error = await failure(auth.login(login));
    assert.deepEqual([error.code, reasons(error)], [Code.AlreadyExists, ["EMAIL_TAKEN"]]);
  });

  it("applies the table to what a stream throws after its first message", async () => {
    const { analytics } = serve({
      analytics: {
        async *exportTransactions() {
          yield {};
          taken();
        },
      },
    });
    let messages = 0;
    const consume = async () => {
      for await (const _ of analytics.exportTransactions({}, signedIn)) messages++;
    };
    const error = await failure(consume());
    assert.deepEqual([error.code, reasons(error), messages], [Code.AlreadyExists, ["EMAIL_TAKEN"], 1]);
  });

  it("masks anything else, and logs its cause, once, with the ids that tie it together", async () => {
    const { auth, lines } = serve({
      auth: {
        getMe() {
          throw new Error("column secret_column does not exist", { cause: new Error("at 10.0.0.1") });
        },
      },
    });
    const error = await failure(
      auth.getMe({}, { headers: { ...signedIn.headers, "x-request-id": "request-0001" } }),
    );
    assert.deepEqual([error.code, error.rawMessage], [Code.Internal, "internal error"]);
    assert.equal(error.metadata.get("x-request-id"), "request-0001");
    const [line, ...others] = lines;
    assert.equal(others.length, 0);
    assert.equal(line?.level, "error");
    assert.equal(line.method, "finflow.auth.v1.AuthService/GetMe");
    assert.equal(line.code, "INTERNAL");
    assert.equal(line.userId, identity.userId);
    assert.equal(line.request_id, "request-0001");
    assert.match(JSON.stringify(line.error), /secret_column.*10\.0\.0\.1/);
  });

  it("does not pass on what another service says of a call the client did not make", async () => {
    const wire = (code: Code) => {
      const error = new ConnectError("no such merchant index", code, {}, [
        { desc: ErrorInfoSchema, value: { reason: "THEIRS" } },
      ]);
      error.isWireError = true;
      return error;
    };
    let code = Code.NotFound;
    const { auth } = serve({
      auth: {
        getMe() {
          throw wire(code);
        },
      },
    });
    for (const [theirs, ours] of [
      [Code.NotFound, Code.Internal],
      [Code.Unauthenticated, Code.Internal],
      [Code.Unavailable, Code.Unavailable],
      [Code.DeadlineExceeded, Code.DeadlineExceeded],
    ] as const) {
      code = theirs;
      const error = await failure(auth.getMe({}, signedIn));
      assert.equal(error.code, ours);
      assert.doesNotMatch(error.rawMessage, /merchant/);
      assert.deepEqual(reasons(error), []);
    }
  });

  it("gives every call an end", async () => {
    const options = { ...hostOptions(), deadlines: { defaultMs: 30, maxMs: 60 } };
    const { service } = hosted({ auth: { getMe: () => new Promise(() => {}) } });
    // The caller's own default would end the call first.
    const transport = serveInMemory([service], options, { defaultTimeoutMs: 0 });
    const auth = createClient(AuthService, transport);
    assert.equal((await failure(auth.getMe({}, { ...signedIn, timeoutMs: 0 }))).code, Code.DeadlineExceeded);
    assert.equal(
      (await failure(auth.getMe({}, { ...signedIn, timeoutMs: 90_000 }))).code,
      Code.DeadlineExceeded,
    );
  });

  it("lets services be built around each other, and says which is not there", async () => {
    const mesh = createInMemoryMesh(hostOptions());
    const auth = createClient(AuthService, mesh.transport());
    assert.equal((await failure(auth.getMe({}, signedIn))).code, Code.Unavailable);
    mesh.add(hosted({ auth: { getMe: () => ({ userId: "x" }) } }).service);
    assert.equal((await auth.getMe({}, signedIn)).userId, "x");
    assert.throws(() => mesh.add(hosted({}).service), /served twice/);
  });

  it("lets a service call another's internal RPCs with a token for that one alone", async () => {
    const [edge, chatbot] = await Promise.all([generateServiceKeys(), generateServiceKeys()]);
    const serviceKeys = { edge: edge.publicKey, chatbot: chatbot.publicKey };
    const mesh = createInMemoryMesh({ ...hostOptions(), serviceKeys });
    const callers: string[] = [];
    const listRevokedSessions = (_: unknown, context: HandlerContext) => {
      callers.push(requireService(context));
      return {};
    };
    mesh.add(hosted({ revocations: { listRevokedSessions } }, { internalCallers: ["edge"] }).service);
    const clientOf = (name: string, { privateKey }: { privateKey: CryptoKey }) => {
      const serviceTokens = createServiceTokens({ name, privateKey });
      return createClient(RevocationService, mesh.transport({ serviceTokens }));
    };
    await clientOf("edge", edge).listRevokedSessions({});
    const refused = await failure(clientOf("chatbot", chatbot).listRevokedSessions({}));
    assert.deepEqual([refused.code, reasons(refused)], [Code.PermissionDenied, ["SERVICE_NOT_ALLOWED"]]);
    const open = createClient(RevocationService, mesh.transport());
    assert.equal((await failure(open.listRevokedSessions({}, signedIn))).code, Code.Unauthenticated);
    assert.deepEqual(callers, ["edge"]);
  });
});
