import { create } from "@bufbuild/protobuf";
import { Code, type ConnectError } from "@connectrpc/connect";
import { RetryInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { restError } from "@finflow/rest-transcoder/rest-error";
import type { Logger } from "@finflow/telemetry/logger";
import { countedAddress } from "./client-address.ts";
import { type RateLimiter, type Taken, windowSeconds } from "./rate-limiter.ts";

export type QuotaName = "user" | "address";

/** What a request took, and what its client is told of it. */
export type Admission = {
  /** RateLimit-Policy and RateLimit, by draft-ietf-httpapi-ratelimit-headers-09: one item per quota. */
  policy: string;
  state: string;
  /** Set when the request must be refused. */
  refusal: ConnectError | undefined;
};

export type Quotas = {
  /** @param whose a user's id, or an address as `clientAddress` gives it */
  take(quota: QuotaName, whose: string, cost: number): Promise<Admission>;
};

/**
 * Limits per user and per address. When the limiter's store does not answer, requests pass: the limits share
 * out capacity, and what guards access is elsewhere.
 */
export function createQuotas(
  limiter: RateLimiter,
  limits: Readonly<Record<QuotaName, number>>,
  logger: Logger,
): Quotas {
  return {
    async take(quota, whose, cost) {
      const limit = limits[quota];
      const policy = `"${quota}";q=${limit};w=${windowSeconds}`;
      const key = `${quota}:${quota === "address" ? countedAddress(whose) : whose}`;
      try {
        const taken = await limiter.take(key, cost, limit);
        const state = `"${quota}";r=${taken.remaining};t=${taken.resetSeconds}`;
        return { policy, state, refusal: taken.allowed ? undefined : refusalOf(quota, limit, taken) };
      } catch (error) {
        logger.error("limits are not kept: their store does not answer", { error });
        return { policy, state: "", refusal: undefined };
      }
    },
  };
}

function refusalOf(quota: QuotaName, limit: number, { retryAfterSeconds }: Taken): ConnectError {
  const error = restError(
    Code.ResourceExhausted,
    `too many requests from this ${quota}: ${limit} a minute are allowed; try again in ${retryAfterSeconds} s`,
    { reason: "RATE_LIMITED", metadata: { quota, help: "Wait as long as Retry-After says, then go on." } },
  );
  const retryDelay = { seconds: BigInt(retryAfterSeconds), nanos: 0 };
  error.details.push({ desc: RetryInfoSchema, value: create(RetryInfoSchema, { retryDelay }) });
  error.metadata.set("retry-after", String(retryAfterSeconds));
  return error;
}
