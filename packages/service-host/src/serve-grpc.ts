import { Code, ConnectError } from "@connectrpc/connect";
import { addConnectRoutes, createGrpcServer } from "@finflow/connect-grpc-js/server";
import { type Server, ServerCredentials } from "@grpc/grpc-js";
import { addHealth } from "./grpc-health.ts";
import { addReflection } from "./grpc-reflection.ts";
import type { HostOptions } from "./host-options.ts";
import type { HostedService } from "./hosted-service.ts";
import { drainServices, startServices } from "./lifecycle.ts";
import { listenError } from "./listen-error.ts";
import { openStreams } from "./open-streams.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import type { SchemaMode } from "./schema.ts";
import { serverInterceptors } from "./server-interceptors.ts";

export type ServeGrpcOptions = HostOptions & {
  host: string;
  /** Zero takes a free one. */
  port: number;
  /** Default one of its own; the admin server may have been given one before services start. */
  readiness?: Readiness;
  /** How long calls in flight may take once the server stops, in milliseconds. Default 10,000. */
  graceMs?: number;
  /** Default insecure (h2c): in the mesh, the sidecar adds TLS. */
  credentials?: ServerCredentials;
  /** Who makes the services' schemas. Default `migrate`. */
  schema?: SchemaMode;
};

export type GrpcHost = {
  readonly port: number;
  /** For the admin server. */
  readonly readiness: Readiness;
  /**
   * Takes no new calls, lets those in flight finish within the grace, cancels the rest, drains the services.
   * Returns whether nothing had to be cancelled or failed. Again returns the same promise.
   */
  stop(): Promise<boolean>;
};

// Cancelled handlers get this long to answer for themselves.
const cancelMs = 1_000;

/**
 * Starts services and serves them over gRPC, with health and reflection.
 * @throws ListenError when the port cannot be had; whatever a service's `start` throws
 */
export async function serveGrpc(
  services: readonly HostedService[],
  options: ServeGrpcOptions,
): Promise<GrpcHost> {
  const { logger, graceMs = 10_000 } = options;
  const shutdown = new AbortController();
  const server = createGrpcServer(options.limits);
  const readiness = options.readiness ?? createReadiness(services, logger, options.metrics);
  const streams = openStreams(server);
  for (const service of services) {
    addConnectRoutes(server, (router) => service.routes(router), {
      ...options.limits,
      interceptors: serverInterceptors(service, options),
      shutdownSignal: shutdown.signal,
    });
  }
  const health = addHealth(streams, services, readiness);
  addReflection(streams, services);

  await startServices(services, logger, options.schema);
  let port: number;
  try {
    port = await bind(server, options);
  } catch (error) {
    await drainServices(services, logger);
    throw error;
  }
  readiness.markStarted();
  health.follow();
  logger.info("grpc server listens", { address: options.host, port });

  let stopped: Promise<boolean> | undefined;
  async function stop(): Promise<boolean> {
    logger.info("grpc server drains", { port });
    readiness.markDraining();
    health.stop();
    streams.end();
    const finished = await shutDown(server, shutdown, graceMs);
    if (!finished) logger.warn("calls were cancelled", { port, ms: graceMs });
    return (await drainServices(services, logger)) && finished;
  }
  return { port, readiness, stop: () => (stopped ??= stop()) };
}

function bind(server: Server, options: ServeGrpcOptions): Promise<number> {
  const address = options.host.includes(":") ? `[${options.host}]` : options.host;
  return new Promise((resolve, reject) => {
    const credentials = options.credentials ?? ServerCredentials.createInsecure();
    server.bindAsync(`${address}:${options.port}`, credentials, (error, port) => {
      if (error) reject(listenError(error, options.host, options.port));
      else resolve(port);
    });
  });
}

/** Whether every call ended by itself. */
async function shutDown(server: Server, shutdown: AbortController, graceMs: number): Promise<boolean> {
  const closed = new Promise<true>((resolve) => server.tryShutdown(() => resolve(true)));
  const finished = await Promise.race([closed, after(graceMs)]);
  if (!finished) {
    shutdown.abort(new ConnectError("the server is shutting down", Code.Unavailable));
    await Promise.race([closed, after(cancelMs)]);
  }
  server.forceShutdown();
  return finished;
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms).unref());
}
