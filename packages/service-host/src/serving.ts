import { accessTokenNames, verifyAccessToken } from "@finflow/identity/access-token";
import { rememberTokens } from "@finflow/identity/remember-tokens";
import { createRemoteJwks } from "@finflow/identity/remote-jwks";
import type { z } from "zod";
import type { MainContext } from "./run-main.ts";
import type { ServeGrpcOptions } from "./serve-grpc.ts";
import type { processVariables, servingVariables } from "./variables.ts";

type Serving = z.infer<
  z.ZodObject<ReturnType<typeof processVariables> & ReturnType<typeof servingVariables>>
>;

/** How a process serves gRPC, by its environment; tokens are verified with the keys that auth publishes. */
export function servingOptions(
  config: Serving,
  { logger, metrics }: MainContext,
): Omit<ServeGrpcOptions, "readiness"> {
  return {
    ...{ logger, metrics },
    verify: rememberTokens(
      verifyAccessToken({ ...accessTokenNames, jwks: createRemoteJwks(new URL(config.JWKS_URL)) }),
    ),
    host: config.HOST,
    port: config.GRPC_PORT,
    graceMs: config.FINFLOW_GRACE_MS,
    schema: config.SCHEMA,
  };
}
