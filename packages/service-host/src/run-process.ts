import { startTracing } from "@finflow/telemetry/tracing";
import { type AdminHandler, startAdminServer } from "./admin-server.ts";
import type { HostOptions } from "./host-options.ts";
import type { HostedService } from "./hosted-service.ts";
import { drainServices, startServices } from "./lifecycle.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import type { SchemaMode } from "./schema.ts";
import { type ServeGrpcOptions, serveGrpc } from "./serve-grpc.ts";
import { stopOnSignals } from "./termination.ts";

export type ProcessOptions = Pick<HostOptions, "logger" | "metrics"> & {
  /** What traces call this process. */
  serviceName: string;
  host: string;
  /** Zero takes a free one. */
  adminPort: number;
  /** More paths of the admin port. */
  adminHandlers?: Readonly<Record<string, AdminHandler>>;
  /** Base URL of an OTLP/HTTP collector. Default: traces are not exported. */
  otlpEndpoint?: string;
  /** How long calls in flight may take once the process stops, in milliseconds. Default 10,000. */
  graceMs?: number;
  /** Closes what the services were built on, when they no longer use it. */
  close?: () => Promise<unknown>;
};

/** The work of a process. */
export type ProcessBody = {
  /** Whose dependencies `/readyz` shows. */
  services: readonly HostedService[];
  /** Begins it. What it began before it failed is its own to end. */
  start(readiness: Readiness): Promise<RunningBody>;
};

export type RunningBody = {
  /** Of gRPC, where it is served. */
  readonly port?: number;
  /** Ends it in order; whether nothing had to be cut off. */
  stop(): Promise<boolean>;
};

export type RunningProcess = {
  readonly port: number | undefined;
  readonly adminPort: number;
  /** What SIGTERM does; returns whether it was clean. */
  stop(): Promise<boolean>;
};

/**
 * Everything a service's `main.ts` does once its configuration is read and its adapters are built: traces, the
 * admin port (alive while services still start), the work itself, and an orderly stop on SIGTERM and SIGINT, also
 * of a process that still starts. When something does not start, what had is stopped and the error thrown.
 */
export async function runProcess(body: ProcessBody, options: ProcessOptions): Promise<RunningProcess> {
  const { logger, metrics, host } = options;
  const tracing = startTracing({ serviceName: options.serviceName, otlpEndpoint: options.otlpEndpoint });
  const opened: (() => Promise<unknown>)[] = [() => tracing.shutdown()];
  if (options.close) opened.push(options.close);
  let running: RunningBody | undefined;
  let stopped: Promise<boolean> | undefined;
  const stopAll = async () => {
    const clean = (await running?.stop()) ?? true;
    await Promise.all(opened.map((close) => close()));
    return clean;
  };
  const stop = () => (stopped ??= stopAll());
  stopOnSignals({ stop, logger, timeoutMs: (options.graceMs ?? 10_000) + 10_000 });
  try {
    const readiness = createReadiness(body.services, logger, metrics);
    const admin = await startAdminServer({
      host,
      port: options.adminPort,
      logger,
      metrics,
      readiness,
      handlers: options.adminHandlers,
    });
    opened.push(() => admin.close());
    running = await body.start(readiness);
    return { port: running.port, adminPort: admin.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Services over gRPC. */
export function grpcBody(
  services: readonly HostedService[],
  options: Omit<ServeGrpcOptions, "readiness">,
): ProcessBody {
  return { services, start: (readiness) => serveGrpc(services, { ...options, readiness }) };
}

/** Services that nobody calls: their work comes from elsewhere. */
export function quietBody(
  services: readonly HostedService[],
  { logger, schema }: Pick<HostOptions, "logger"> & { schema?: SchemaMode },
): ProcessBody {
  return {
    services,
    start: async (readiness) => {
      await startServices(services, logger, schema);
      readiness.markStarted();
      return {
        stop: () => {
          readiness.markDraining();
          return drainServices(services, logger);
        },
      };
    },
  };
}
