import type { Logger } from "@finflow/telemetry/logger";
import type { HostedService } from "./hosted-service.ts";
import type { SchemaMode } from "./schema.ts";

/**
 * Starts services in order. When one fails, those before it are drained and its error is thrown.
 */
export async function startServices(
  services: readonly HostedService[],
  logger: Logger,
  schema?: SchemaMode,
): Promise<void> {
  const started: HostedService[] = [];
  for (const service of services) {
    const before = performance.now();
    try {
      await service.start(schema);
    } catch (error) {
      logger.error("service did not start", { dependency: service.name, error });
      await drainServices(started, logger);
      throw error;
    }
    started.push(service);
    logger.info("service started", { dependency: service.name, ms: Math.round(performance.now() - before) });
  }
}

/**
 * Drains services in reverse order, the callers before the called. One that fails is logged and does not keep
 * the others from it. Returns whether all of them did.
 */
export async function drainServices(services: readonly HostedService[], logger: Logger): Promise<boolean> {
  let clean = true;
  for (const service of services.toReversed()) {
    try {
      await service.drain();
    } catch (error) {
      clean = false;
      logger.error("service did not drain", { dependency: service.name, error });
    }
  }
  return clean;
}
