import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Code } from "@connectrpc/connect";
import { connectNodeAdapter, createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-node";
import { createClient } from "../src/client.ts";
import { createInMemoryTransport } from "../src/in-memory.ts";
import { messageLimits } from "../src/limits.ts";
import { addConnectService, createGrpcServer } from "../src/server.ts";
import { serverGuard } from "../src/server-guard.ts";
import { createGrpcJsTransport } from "../src/transport.ts";
import { conformance, type Start } from "./conformance.ts";
import { ConformanceService } from "./gen/finflow/conformance/v1/conformance_pb.ts";
import { listen } from "./start-grpc.ts";

const inMemory: Start = async (setup) => {
  const server = createInMemoryTransport(
    (router) => router.service(ConformanceService, setup.implementation),
    {
      limits: { client: setup.clientLimits, server: setup.serverLimits },
      interceptors: setup.clientInterceptors,
      serverInterceptors: setup.serverInterceptors,
      defaultTimeoutMs: setup.defaultTimeoutMs,
    },
  );
  return { client: createClient(ConformanceService, server), close: async () => {} };
};

const overGrpcJs: Start = async (setup) => {
  const server = createGrpcServer(setup.serverLimits);
  addConnectService(server, ConformanceService, setup.implementation, {
    ...setup.serverLimits,
    interceptors: setup.serverInterceptors,
  });
  const transport = createGrpcJsTransport(await listen(server), {
    ...setup.clientLimits,
    interceptors: setup.clientInterceptors,
    defaultTimeoutMs: setup.defaultTimeoutMs,
  });
  return {
    client: createClient(ConformanceService, transport),
    async close() {
      transport.close();
      server.forceShutdown();
    },
  };
};

const overHttp1 =
  (create: typeof createConnectTransport | typeof createGrpcWebTransport): Start =>
  async (setup) => {
    const server = createServer(
      connectNodeAdapter({
        routes: (router) => router.service(ConformanceService, setup.implementation),
        interceptors: [serverGuard, ...(setup.serverInterceptors ?? [])],
        ...messageLimits(setup.serverLimits ?? {}),
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const transport = create({
      httpVersion: "1.1",
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      interceptors: setup.clientInterceptors,
      defaultTimeoutMs: setup.defaultTimeoutMs,
      ...messageLimits(setup.clientLimits ?? {}),
    });
    return {
      client: createClient(ConformanceService, transport),
      async close() {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      },
    };
  };

conformance("in memory", inMemory, { bidi: true });
conformance("grpc-js", overGrpcJs, { bidi: true });
conformance("connect-node, Connect over HTTP/1.1", overHttp1(createConnectTransport), {
  bidi: { refusedWith: Code.Unknown },
});
conformance("connect-node, gRPC-web over HTTP/1.1", overHttp1(createGrpcWebTransport), {
  bidi: { refusedWith: Code.Unknown },
});
