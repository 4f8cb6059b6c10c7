import { createHash, randomUUID } from "node:crypto";
import { timestampNow } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, type ConnectRouter, type HandlerContext } from "@connectrpc/connect";
import { addConnectRoutes, createGrpcServer } from "@finflow/connect-grpc-js/server";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { RevocationService } from "@finflow/gen/finflow/auth/internal/v1/revocations_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { ChatbotService } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { Document_Status, UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import type { ObjectStore } from "@finflow/objects/object-store";
import { ServerCredentials } from "@grpc/grpc-js";

/** What reached the services, for tests to look at. */
export type Seen = {
  calls: { rpc: string; header: Headers; timeoutMs: number | undefined }[];
  /** RPCs whose signal fired before they were done. */
  cancelled: string[];
  passwords: string[];
};

/**
 * Services of our contracts, small enough to be all of this file, on a real gRPC socket: what stands behind
 * edge in its tests. Their data is what a test gives them.
 */
export async function startBackend(objects: Pick<ObjectStore, "presignPut" | "stat">) {
  const seen: Seen = { calls: [], cancelled: [], passwords: [] };
  const refreshTokens = new Set<string>();
  const documents = new Map<string, { sha256: string; status: Document_Status; polls: number }>();
  const reading = { ends: true };
  const standing = { stands: true, answer: async () => {} };

  const note = ({ method, requestHeader, timeoutMs, signal }: HandlerContext) => {
    const rpc = method.name;
    seen.calls.push({ rpc, header: requestHeader, timeoutMs: timeoutMs() });
    return new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => {
        seen.cancelled.push(rpc);
        reject(signal.reason);
      });
    });
  };
  const session = () => {
    const refreshToken = randomUUID();
    refreshTokens.add(refreshToken);
    return {
      user: { userId: randomUUID(), email: "a@example.com" },
      accessToken: "t",
      refreshToken,
      expiresIn: 900,
    };
  };
  const signedIn = (context: HandlerContext) => {
    note(context).catch(() => {});
    if (!context.requestHeader.has("authorization")) throw new ConnectError("sign in", Code.Unauthenticated);
  };

  const routes = (router: ConnectRouter) => {
    router.service(AuthService, {
      register: (_, context) => {
        note(context).catch(() => {});
        return session();
      },
      login: (request, context) => {
        note(context).catch(() => {});
        if (request.password === "right") return session();
        throw new ConnectError("email or password is wrong", Code.Unauthenticated, undefined, [
          { desc: ErrorInfoSchema, value: { reason: "BAD_CREDENTIALS", domain: "finflow.auth" } },
        ]);
      },
      refresh: ({ refreshToken }, context) => {
        note(context).catch(() => {});
        if (refreshTokens.delete(refreshToken)) return session();
        throw new ConnectError("sign in again", Code.Unauthenticated);
      },
      logout: ({ refreshToken }) => {
        refreshTokens.delete(refreshToken);
        return {};
      },
      getMe: (_, context) => {
        signedIn(context);
        return { userId: randomUUID(), email: "a@example.com", createTime: timestampNow() };
      },
    });
    router.service(RevocationService, {
      listRevokedSessions: () => ({}),
      checkSession: async () => {
        await standing.answer();
        return { stands: standing.stands };
      },
    });
    router.service(UploadService, {
      initiateUpload: async (request, context) => {
        signedIn(context);
        seen.passwords.push(request.password);
        const known = [...documents].find(([, { sha256 }]) => sha256 === request.sha256);
        if (known) return { documentId: known[0], duplicate: true };
        const documentId = randomUUID();
        documents.set(documentId, { sha256: request.sha256, status: Document_Status.PENDING, polls: 0 });
        const { sizeBytes, sha256 } = request;
        const expiresAt = new Date(Date.now() + 60_000);
        const signed = await objects.presignPut({ key: documentId, sizeBytes, sha256, expiresAt });
        return { documentId, uploadUrl: signed.url, uploadHeaders: signed.headers };
      },
      completeUpload: async ({ documentId }, context) => {
        signedIn(context);
        const document = documents.get(documentId);
        const stored = await objects.stat(documentId);
        if (!document || stored?.sha256 !== document.sha256) {
          throw new ConnectError("the bytes are not there", Code.FailedPrecondition);
        }
        document.status = Document_Status.UPLOADED;
        return { documentId, status: document.status, revision: 1 };
      },
      getUploadStatus: ({ documentId }, context) => {
        signedIn(context);
        const document = documents.get(documentId);
        if (!document) throw new ConnectError("there is no such document", Code.NotFound);
        document.polls += 1;
        if (document.polls > 2 && reading.ends) document.status = Document_Status.COMPLETED;
        return { documentId, status: document.status, revision: document.polls };
      },
      listDocuments: (_, context) => {
        signedIn(context);
        return {};
      },
      async *watchDocuments(_, context) {
        const ended = note(context);
        ended.catch(() => {});
        yield { change: { case: "deletedDocumentId", value: "first" } };
        await ended;
      },
      async *getDocumentContent({ documentId }, context) {
        signedIn(context);
        if (!documents.has(documentId)) throw new ConnectError("there is no such document", Code.NotFound);
        const chunk = Buffer.alloc(64 * 1024, "x");
        yield { fileName: 'März "1".pdf', sizeBytes: 10 * chunk.length, chunk };
        for (let i = 1; i < 10; i += 1) yield { chunk };
      },
    });
    router.service(AnalyticsService, {
      getSummary: (request, context) => {
        signedIn(context);
        context.responseHeader.set("etag", '"7"');
        context.responseHeader.set("x-internal", "secret");
        if (request.search === "boom") throw new Error("secret of the house");
        if (request.search === "slow") return note(context);
        if (request.search === "field") {
          throw new ConnectError("no", Code.InvalidArgument, undefined, [
            {
              desc: BadRequestSchema,
              value: { fieldViolations: [{ field: "min_amount", description: "odd" }] },
            },
          ]);
        }
        return { revision: request.minRevision };
      },
      async *exportTransactions(_, context) {
        signedIn(context);
        yield { contentType: "text/csv; charset=utf-8", chunk: Buffer.from("date,amount\r\n") };
        yield { chunk: Buffer.from("2026-01-01,1.00\r\n") };
      },
    });
    router.service(ChatbotService, {
      ask: (request, context) => {
        signedIn(context);
        return { answer: request.question, understood: true };
      },
      listConversations: (_, context) => {
        signedIn(context);
        return {};
      },
    });
  };

  const server = createGrpcServer();
  addConnectRoutes(server, routes);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { port, seen, standing, reading, documents, close: () => server.forceShutdown() };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
