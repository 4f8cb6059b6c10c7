import { startTracing } from "@finflow/telemetry/tracing";
import { type AdminHandler, startAdminServer } from "./admin-server.ts";
import type { HostedService } from "./hosted-service.ts";
import { createReadiness } from "./readiness.ts";
import { type ServeGrpcOptions, serveGrpc } from "./serve-grpc.ts";
import { stopOnSignals } from "./termination.ts";

export type ProcessOptions = Omit<ServeGrpcOptions, "readiness"> & {
  /** What traces call this process. */
  serviceName: string;
  /** Zero takes a free one. */
  adminPort: number;
  /** More paths of the admin port. */
  adminHandlers?: Readonly<Record<string, AdminHandler>>;
  /** Base URL of an OTLP/HTTP collector. Default: traces are not exported. */
  otlpEndpoint?: string;
};

export type RunningProcess = {
  readonly port: number;
  readonly adminPort: number;
  /** What SIGTERM does; returns whether it was clean. */
  stop(): Promise<boolean>;
};

/**
 * Everything a service's `main.ts` does once its configuration is read and its adapters are built: traces, the
 * admin port (alive while services still start), services over gRPC, and an orderly stop on SIGTERM and SIGINT.
 * When something does not start, what had is stopped and the error thrown.
 */
export async function runProcess(
  services: readonly HostedService[],
  options: ProcessOptions,
): Promise<RunningProcess> {
  const { logger, metrics, host } = options;
  const tracing = startTracing({ serviceName: options.serviceName, otlpEndpoint: options.otlpEndpoint });
  const opened: (() => Promise<unknown>)[] = [() => tracing.shutdown()];
  const closeOpened = () => Promise.all(opened.map((close) => close()));
  try {
    const readiness = createReadiness(services, logger);
    const admin = await startAdminServer({
      host,
      port: options.adminPort,
      logger,
      metrics,
      readiness,
      handlers: options.adminHandlers,
    });
    opened.push(() => admin.close());
    const grpc = await serveGrpc(services, { ...options, readiness });
    const stop = async () => {
      const clean = await grpc.stop();
      await closeOpened();
      return clean;
    };
    stopOnSignals({ stop, logger, timeoutMs: (options.graceMs ?? 10_000) + 10_000 });
    return { port: grpc.port, adminPort: admin.port, stop };
  } catch (error) {
    await closeOpened();
    throw error;
  }
}
