import { setTimeout as pause } from "node:timers/promises";
import { Code, ConnectError, createContextValues, type Interceptor } from "@connectrpc/connect";
import { authentication } from "@finflow/identity/authentication";
import { successStatus } from "@finflow/rest-transcoder/finflow-surface";
import { createRestHandler } from "@finflow/rest-transcoder/handler";
import { restRoutes } from "@finflow/rest-transcoder/routes";
import type { HostOptions } from "@finflow/service-host/host-options";
import type { HostedService } from "@finflow/service-host/hosted-service";
import type { Readiness } from "@finflow/service-host/readiness";
import { type GrpcHost, serveGrpc } from "@finflow/service-host/serve-grpc";
import { serverInterceptors } from "@finflow/service-host/server-interceptors";
import type { EdgeAdapters } from "./adapters.ts";
import type { EdgeConfig } from "./config.ts";
import { createHttpHandler } from "./http/http-handler.ts";
import { type HttpServer, startHttpServer } from "./http/http-server.ts";
import { requestMetrics } from "./http/request-metrics.ts";
import { createRpcOverHttp } from "./http/rpc-over-http.ts";
import { securityHeaders } from "./http/security-headers.ts";
import { createStaticFiles } from "./http/static-files.ts";
import { limitAddress, limitUser } from "./limits/limit-interceptors.ts";
import { limitStreams } from "./limits/limit-streams.ts";
import { createQuotas } from "./limits/quotas.ts";
import { createAdmit } from "./routes/admit.ts";
import { documentRoutes } from "./routes/documents.ts";
import { health, probeOf } from "./routes/health.ts";
import { edgeOperations } from "./routes/operations.ts";
import { createEdgeCalls, type EdgeCalls } from "./rpc/edge-calls.ts";
import { endStreams } from "./rpc/end-streams.ts";
import { forwarderOf } from "./rpc/forwarder.ts";
import { backends, restServices, servedMethods } from "./rpc/served-methods.ts";
import { createRevocation } from "./session/revocation.ts";
import { webSession } from "./session/web-session.ts";
import { contentSender } from "./upload/take-in.ts";
import { createUploadSlots } from "./upload/upload-slots.ts";

/** Of one RPC message, in bytes: what grpc-js allows too. */
const maxMessageBytes = 4 * 1024 * 1024;
const streamsPerUser = 20;
/** How long serving waits for the set of ended sessions; after that auth is asked for each, in milliseconds. */
const knownWithinMs = 5_000;
const uploadLimits = { maxFileBytes: 20 * 1024 * 1024, idleMs: 15_000, totalMs: 120_000 };
/** What edge's REST handler passes to the interceptors; the forwarder passes on far less. */
const restRequestHeaders = [
  "authorization",
  "accept-language",
  "cookie",
  "host",
  "if-none-match",
  "origin",
  "sec-fetch-site",
  "traceparent",
  "tracestate",
  "user-agent",
  "x-finflow-client",
  "x-forwarded-for",
  "x-request-id",
];

export type Edge = {
  /** What it depends on, for the admin port. */
  readonly hosted: HostedService;
  /**
   * Serves gRPC, with health and reflection, and learns which sessions have ended.
   * @param readiness of the admin port, which was opened before; it is ready once HTTP is served too
   * @throws ListenError when the port cannot be had
   */
  startGrpc(readiness?: Readiness): Promise<GrpcHost>;
  /**
   * Waits until every service answers, or for so long as the configuration says, then serves HTTP.
   * @throws ListenError when the port cannot be had; the signal's reason
   */
  startHttp(signal?: AbortSignal): Promise<{ port: number }>;
  /** Ends watching streams, lets the rest finish within the grace. Returns whether nothing was cut off. */
  stop(): Promise<boolean>;
};

/** The one door: every protocol, from the same RPCs, behind the same interceptors. */
export function buildEdge(config: EdgeConfig, adapters: EdgeAdapters): Edge {
  const { logger, metrics, verify, transports, contentStore, now = () => new Date() } = adapters;
  const { trustedHops } = config;
  const draining = new AbortController();
  const shutdown = new AbortController();
  const loading = new AbortController();
  let known = Promise.resolve();
  const requests = requestMetrics(metrics);
  const quotas = createQuotas(adapters.rateLimiter, config.limits, logger);
  const revocation = createRevocation(adapters.revokedSessions, adapters.internalAuth, logger);
  const methods = [...servedMethods.values()];
  const publicMethods = methods.filter(({ isPublic }) => isPublic).map(({ method }) => method);

  const hostOptions: HostOptions = {
    logger,
    metrics,
    verify,
    revocation,
    deadlines: { defaultMs: 15_000, maxMs: 60_000, streamMaxMs: 3_600_000 },
    limits: { readMaxBytes: maxMessageBytes, writeMaxBytes: maxMessageBytes },
    interceptors: [limitUser(quotas), limitStreams(streamsPerUser), webSession, endStreams(draining.signal)],
  };
  const hosted: HostedService = {
    name: "edge",
    routes: (router) => calls.routes(router),
    publicMethods,
    errors: { reply: () => undefined },
    // A service that is away is answered for with UNAVAILABLE; the others must not become unreachable with it.
    checks: [
      ...(adapters.dependencies ?? []),
      ...backends.map((name) => ({
        name,
        check: async () => requireAnswer((await checks[name]()).answers),
        isOptional: true,
      })),
    ],
    start: async () => {
      known = revocation.load(loading.signal);
    },
    drain: async () => loading.abort(),
  };
  const interceptors: Interceptor[] = [
    limitAddress(quotas, trustedHops),
    ...serverInterceptors(hosted, hostOptions),
  ];
  const specs = methods.map(({ method, backend, isPublic }) =>
    forwarderOf(method, transports[backend], { isPublic, trustedHops }),
  );
  const calls: EdgeCalls = createEdgeCalls(specs, interceptors, shutdown.signal);
  const checks = {
    auth: adapters.checks?.auth ?? probeOf("auth", transports.auth),
    upload: adapters.checks?.upload ?? probeOf("upload", transports.upload),
    analytics: adapters.checks?.analytics ?? probeOf("analytics", transports.analytics),
    chatbot: adapters.checks?.chatbot ?? probeOf("chatbot", transports.chatbot),
  };
  const healthRoute = health(checks);

  function createHandler() {
    const documents = documentRoutes();
    const routes = restRoutes(restServices);
    return createHttpHandler({
      trustedHops,
      corsOrigins: config.corsOrigins,
      securityHeaders: securityHeaders(config.uploadOrigins),
      quotas,
      rpc: createRpcOverHttp(calls, shutdown.signal, maxMessageBytes),
      rest: createRestHandler({
        routes,
        call: (rpc, message, { contextValues = createContextValues(), ...init }) =>
          calls.unary(rpc, message, { ...init, contextValues }),
        successStatus,
        requestHeaders: restRequestHeaders,
      }),
      restRoutes: routes,
      operations: edgeOperations({
        admit: createAdmit(authentication({ verify, publicMethods, revocation }), quotas),
        calls,
        slots: createUploadSlots(),
        sendContent: contentSender(contentStore, now),
        limits: uploadLimits,
        draining: draining.signal,
        store: contentStore,
        documents,
        health: healthRoute,
        now,
      }),
      docsStyle: documents.getDocsStyle,
      files: createStaticFiles(config.webRoot),
      logger,
      observe: (route, status, seconds) => requests.observe({ route, status }, seconds),
    });
  }

  let grpc: GrpcHost | undefined;
  let http: HttpServer | undefined;
  let markStarted = () => {};

  async function waitForServices(signal: AbortSignal, deadline: number): Promise<void> {
    for (;;) {
      const { status, services } = await healthRoute.report();
      if (status === "SERVING") return;
      const missing = backends.filter((name) => services[name] !== "SERVING");
      if (performance.now() > deadline)
        return logger.warn("serving without services", { dependency: missing.join(", ") });
      logger.info("waiting for services", { dependency: missing.join(", ") });
      await pause(1_000, undefined, { signal });
    }
  }

  return {
    hosted,
    async startGrpc(readiness) {
      const { host, grpcPort: port, graceMs } = config;
      // Whoever is told that edge is ready may come by either protocol.
      const untilHttp = readiness && { ...readiness, markStarted: () => {} };
      markStarted = () => readiness?.markStarted();
      grpc = await serveGrpc([hosted], { ...hostOptions, host, port, graceMs, readiness: untilHttp });
      return grpc;
    },
    async startHttp(signal) {
      const until = AbortSignal.any([shutdown.signal, ...(signal ? [signal] : [])]);
      await waitForServices(until, performance.now() + config.waitMs);
      // Who comes before it is known which sessions have ended hangs on an auth that has just begun, and is busy.
      await Promise.race([known, pause(knownWithinMs, undefined, { signal: until, ref: false })]);
      const handle = createHandler();
      const { host, port } = config;
      http = await startHttpServer((request, response) => void handle(request, response), { host, port });
      markStarted();
      logger.info("http server listens", { address: config.host, port: http.port });
      return { port: http.port };
    },
    async stop() {
      draining.abort(new ConnectError("the server is shutting down", Code.Unavailable));
      const stopped = await Promise.all([http?.stop(config.graceMs), grpc?.stop()]);
      shutdown.abort(new ConnectError("the server is shutting down", Code.Unavailable));
      return stopped.every((clean) => clean !== false);
    },
  };
}

function requireAnswer(answers: boolean): void {
  if (!answers) throw new Error("it does not answer");
}
