import { ConnectError, type Interceptor } from "@connectrpc/connect";
import { peerKey } from "@finflow/connect-grpc-js/peer";
import { userOf } from "@finflow/identity/identity";
import { nameOf } from "@finflow/rest-transcoder/routes";
import { chargedKey, tellKey } from "../rpc/call-values.ts";
import { servedMethods } from "../rpc/served-methods.ts";
import { clientAddress } from "./client-address.ts";
import type { Admission, Quotas } from "./quotas.ts";

/**
 * The outermost: takes from the address's limit where the server did not do so before (gRPC), and writes what
 * was taken into trailers there.
 */
export function limitAddress(quotas: Quotas, trustedHops: number): Interceptor {
  return (next) => async (request) => {
    const { contextValues, header } = request;
    if (contextValues.get(chargedKey) !== "nothing") return next(request);
    const told: Admission[] = [];
    contextValues.set(tellKey, (admission) => told.push(admission));
    const address = clientAddress(contextValues.get(peerKey), header.get("x-forwarded-for"), trustedHops);
    try {
      await takeFrom(quotas, "address", address, request);
      const response = await next(request);
      writeAdmissions(told, response.trailer);
      return response;
    } catch (error) {
      if (error instanceof ConnectError) writeAdmissions(told, error.metadata);
      throw error;
    }
  };
}

/** After authentication: takes from the user's limit. */
export function limitUser(quotas: Quotas): Interceptor {
  return (next) => async (request) => {
    const user = userOf({ values: request.contextValues });
    if (user && request.contextValues.get(chargedKey) !== "admitted") {
      await takeFrom(quotas, "user", user.userId, request);
    }
    return next(request);
  };
}

async function takeFrom(
  quotas: Quotas,
  quota: "address" | "user",
  whose: string,
  { contextValues, method }: Parameters<ReturnType<Interceptor>>[0],
): Promise<void> {
  const admission = await quotas.take(quota, whose, servedMethods.get(nameOf(method))?.cost ?? 1);
  contextValues.get(tellKey)?.(admission);
  if (admission.refusal) throw admission.refusal;
}

/** RateLimit-Policy and RateLimit with an item for each quota that was taken from. */
export function writeAdmissions(admissions: readonly Admission[], header: Pick<Headers, "set">): void {
  const policies = admissions.map(({ policy }) => policy);
  const states = admissions.map(({ state }) => state).filter((state) => state !== "");
  if (policies.length > 0) header.set("RateLimit-Policy", policies.join(", "));
  if (states.length > 0) header.set("RateLimit", states.join(", "));
}
