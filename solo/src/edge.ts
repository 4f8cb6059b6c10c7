import { readEdgeConfig } from "@finflow/edge/config";
import { createMemoryRateLimiter } from "@finflow/edge/limits/memory-rate-limiter";
import { buildEdge } from "@finflow/edge/service";
import type { ObjectStore } from "@finflow/objects/object-store";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import type { Composition } from "./compose.ts";
import type { SoloConfig } from "./config.ts";

export type EdgeFoundations = {
  readonly composition: Composition;
  readonly objects: ObjectStore;
  readonly signingKey: Uint8Array;
  readonly logger: Logger;
  readonly metrics: Metrics;
};

/**
 * Opens the door: gRPC, then HTTP once every service answers.
 *
 * @throws ListenError
 */
export async function openEdge(
  config: SoloConfig,
  { composition, objects, signingKey, logger, metrics }: EdgeFoundations,
): Promise<{ stop: () => Promise<unknown> }> {
  const { transport, verify, revokedSessions } = composition;
  // Not HOST: shells and build tools set that to something else.
  const settings = readEdgeConfig({ ...config.environment, HOST: config.FINFLOW_HOST });
  const edge = buildEdge(settings, {
    transports: { auth: transport, upload: transport, analytics: transport, chatbot: transport },
    internalAuth: transport,
    verify,
    revokedSessions,
    rateLimiter: createMemoryRateLimiter(),
    contentStore: { objects, signingKey },
    logger,
    metrics,
  });
  try {
    await edge.startGrpc();
    await edge.startHttp();
  } catch (error) {
    await edge.stop();
    throw error;
  }
  return edge;
}
