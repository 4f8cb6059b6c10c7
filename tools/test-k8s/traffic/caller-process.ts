/** Somebody in a pod who calls services when told to, by their addresses, as any process there does. */
import { createServer } from "node:http";
import type { DescService } from "@bufbuild/protobuf";
import { type CallOptions, ConnectError } from "@connectrpc/connect";
import { createClient } from "@finflow/connect-grpc-js/client";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { createServiceTokens } from "@finflow/identity/service-token";
import { readServiceKey } from "../../../packages/service-host/src/mounted-keys.ts";
import type { Addresses, Asked, Heard, Named } from "./caller.ts";
import { controlPort } from "./pods.ts";

const { TEST_ADDRESSES = "", TEST_NAME = "", TEST_KEY_FILE = "" } = process.env;
const addresses = JSON.parse(TEST_ADDRESSES) as Addresses;
const privateKey = await readServiceKey("TEST_KEY_FILE", TEST_KEY_FILE);
const tokens = createServiceTokens({ name: TEST_NAME, privateKey });

function clientOf<T extends DescService>(service: T, name: keyof Addresses, port: number) {
  const transport = createGrpcJsTransport(`${addresses[name]}:${port}`, {
    channelOptions: { "grpc.default_authority": `${name}:${port}` },
    interceptors: [tokens.interceptor(name)],
    defaultTimeoutMs: 12_000,
  });
  return createClient(service, transport);
}

const auth = clientOf(AuthService, "auth", 3001);
const analytics = clientOf(AnalyticsService, "analytics", 3002);
const upload = clientOf(UploadService, "upload", 3000);
const rows = clientOf(UserRowsService, "upload", 3000);

const nobody = "0199aaaa-0000-7000-8000-000000000001";
// Longer than whatever a rule could allow.
const timeoutMs = 50_000;

async function count(messages: AsyncIterable<unknown>): Promise<string> {
  let seen = 0;
  for await (const _ of messages) seen += 1;
  return String(seen);
}

const calls: Readonly<Record<Named, (options: CallOptions) => Promise<string>>> = {
  me: async (options) => (await auth.getMe({}, options)).email,
  summary: async (options) => String((await analytics.getSummary({}, options)).$typeName),
  export: (options) => count(analytics.exportTransactions({}, { ...options, timeoutMs })),
  documents: async (options) => String((await upload.listDocuments({}, options)).documents.length),
  retryDocument: async (options) => (await upload.retryDocument({ documentId: nobody }, options)).$typeName,
  userRows: (options) => count(rows.streamUserRows({ userId: nobody }, { ...options, timeoutMs })),
};

async function call(asked: Asked): Promise<Heard> {
  const headers: Record<string, string> = { "x-finflow-client-address": asked.from ?? "10.9.9.9" };
  if (asked.token) headers.authorization = `Bearer ${asked.token}`;
  try {
    if (asked.path) {
      const url = `http://${addresses.auth}:3101${asked.path}`;
      const answer = await fetch(url, { headers: { host: "auth:3101" } });
      return { code: answer.status, message: await answer.text() };
    }
    if (asked.register) {
      const { accessToken } = await auth.register(asked.register, { headers });
      return { code: 0, message: accessToken };
    }
    return { code: 0, message: await calls[asked.rpc ?? "me"]({ headers }) };
  } catch (error) {
    const { code, rawMessage } = ConnectError.from(error);
    return { code, message: rawMessage };
  }
}

createServer((request, response) => {
  const body: Buffer[] = [];
  request.on("data", (chunk: Buffer) => body.push(chunk));
  request.on("end", async () => {
    const heard = await call(JSON.parse(Buffer.concat(body).toString() || "{}") as Asked);
    response.end(JSON.stringify(heard));
  });
}).listen(controlPort, "0.0.0.0");
