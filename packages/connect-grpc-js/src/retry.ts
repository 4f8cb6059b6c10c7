import type { DescService } from "@bufbuild/protobuf";
import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";

export type RetryPolicy = {
  /** The first try included; grpc-js holds at most 5. Default 3. */
  maxAttempts?: number;
  /** Backoff before the first retry, in milliseconds, with jitter. Default 50. */
  initialBackoffMs?: number;
  /** Longest backoff, in milliseconds. Default 500. */
  maxBackoffMs?: number;
};

/**
 * A gRPC service config (gRFC A6) that spreads calls over all addresses and retries `unavailable`, for those
 * RPCs alone whose `idempotency_level` says that a second call does no harm. For deployments where no proxy
 * retries: retries belong in one layer.
 */
export function retryServiceConfig(services: readonly DescService[], policy: RetryPolicy = {}): string {
  const safe = services.flatMap((service) =>
    service.methods
      .filter((method) => method.idempotency !== MethodOptions_IdempotencyLevel.IDEMPOTENCY_UNKNOWN)
      .map((method) => ({ service: service.typeName, method: method.name })),
  );
  const methodConfig = {
    name: safe,
    retryPolicy: {
      maxAttempts: policy.maxAttempts ?? 3,
      initialBackoff: seconds(policy.initialBackoffMs ?? 50),
      maxBackoff: seconds(policy.maxBackoffMs ?? 500),
      backoffMultiplier: 2,
      retryableStatusCodes: ["UNAVAILABLE"],
    },
  };
  return JSON.stringify({
    loadBalancingConfig: [{ round_robin: {} }],
    ...(safe.length > 0 && { methodConfig: [methodConfig] }),
  });
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(3)}s`;
}
