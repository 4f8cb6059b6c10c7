import { randomBytes, randomUUID } from "node:crypto";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { ConnectRouter, Transport } from "@connectrpc/connect";
import { createInMemoryTransport } from "@finflow/connect-grpc-js/in-memory";
import { addConnectRoutes, createGrpcServer } from "@finflow/connect-grpc-js/server";
import { createGrpcJsTransport } from "@finflow/connect-grpc-js/transport";
import { signAccessToken, verifyAccessToken } from "@finflow/identity/access-token";
import { staticJwks } from "@finflow/identity/jwks";
import { rememberTokens } from "@finflow/identity/remember-tokens";
import type { HostedService } from "@finflow/service-host/hosted-service";
import { serveGrpc } from "@finflow/service-host/serve-grpc";
import { clientTelemetry } from "@finflow/telemetry/client-telemetry";
import { createLogger } from "@finflow/telemetry/logger";
import { createMetrics } from "@finflow/telemetry/metrics";
import { Client, credentials, Server } from "@grpc/grpc-js";
import { exportJWK, generateKeyPair } from "jose";
import {
  ConformanceService,
  type UnaryRequest,
  UnaryRequestSchema,
  type UnaryResponse,
  UnaryResponseSchema,
} from "../../packages/connect-grpc-js/test/gen/finflow/conformance/v1/conformance_pb.ts";
import { listen } from "../../packages/connect-grpc-js/test/start-grpc.ts";

export type EchoWay = { call: () => Promise<unknown>; stop: () => Promise<void> };

const method = ConformanceService.method.unary;
const path = `/${ConformanceService.typeName}/${method.name}`;

/** About 640 bytes on the wire, as an answer of a service has. */
const message = create(UnaryRequestSchema, { text: randomUUID(), data: randomBytes(600) });

const routes = (router: ConnectRouter) =>
  router.service(ConformanceService, { unary: ({ text, data }) => ({ text, data }) });

/** grpc-js as it comes, with the same codec: the yardstick. */
export async function rawEcho(): Promise<EchoWay> {
  const codec = {
    request: (value: UnaryRequest) => Buffer.from(toBinary(UnaryRequestSchema, value)),
    readRequest: (bytes: Buffer) => fromBinary(UnaryRequestSchema, bytes),
    response: (value: UnaryResponse) => Buffer.from(toBinary(UnaryResponseSchema, value)),
    readResponse: (bytes: Buffer) => fromBinary(UnaryResponseSchema, bytes),
  };
  const server = new Server();
  server.register<UnaryRequest, UnaryResponse>(
    path,
    (
      { request: { text, data } }: { request: UnaryRequest },
      reply: (error: null, answer: UnaryResponse) => void,
    ) => reply(null, create(UnaryResponseSchema, { text, data })),
    codec.response,
    codec.readRequest,
    "unary",
  );
  const client = new Client(await listen(server), credentials.createInsecure());
  return {
    call: () =>
      new Promise((resolve, reject) => {
        client.makeUnaryRequest(path, codec.request, codec.readResponse, message, (error, answer) =>
          error ? reject(error) : resolve(answer),
        );
      }),
    stop: async () => {
      client.close();
      server.forceShutdown();
    },
  };
}

/** The adapter at both ends, and nothing else. */
export async function adapterEcho(): Promise<EchoWay> {
  const server = createGrpcServer();
  addConnectRoutes(server, routes);
  const transport = createGrpcJsTransport(await listen(server));
  return {
    call: callOf(transport),
    stop: async () => {
      transport.close();
      server.forceShutdown();
    },
  };
}

/** All that stands before a service's handlers, and before a caller's calls. */
export async function wholeEcho(): Promise<EchoWay> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { modulusLength: 2048 });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }] };
  const names = { issuer: "https://finflow.test", audience: "finflow" };
  const issuedAt = new Date();
  const claims = {
    ...{ ...names, userId: randomUUID(), sessionId: randomUUID(), issuedAt },
    expiresAt: new Date(issuedAt.getTime() + 900_000),
  };
  const token = await signAccessToken({ keyId: "one", privateKey }, claims);
  const service: HostedService = {
    ...{ name: "echo", routes, publicMethods: [], checks: [], errors: { reply: () => undefined } },
    start: async () => {},
    drain: async () => {},
  };
  const host = await serveGrpc([service], {
    ...{ host: "127.0.0.1", port: 0, metrics: createMetrics() },
    logger: createLogger({ service: "echo", level: "silent" }),
    verify: rememberTokens(verifyAccessToken({ ...names, jwks: staticJwks(() => keys) })),
  });
  const transport = createGrpcJsTransport(`127.0.0.1:${host.port}`, {
    interceptors: [clientTelemetry({ metrics: createMetrics() })],
    defaultTimeoutMs: 10_000,
  });
  return {
    call: callOf(transport, { authorization: `Bearer ${token}` }),
    stop: async () => {
      transport.close();
      await host.stop();
    },
  };
}

/** As solo has it: no network. */
export async function inMemoryEcho(): Promise<EchoWay> {
  return { call: callOf(createInMemoryTransport(routes)), stop: async () => {} };
}

function callOf(transport: Transport, header?: Record<string, string>): () => Promise<unknown> {
  return () => transport.unary(method, undefined, undefined, header, message);
}
