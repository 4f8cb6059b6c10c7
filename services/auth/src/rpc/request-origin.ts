import type { HandlerContext } from "@connectrpc/connect";
import { requireUser } from "@finflow/identity/identity";
import type { Caller, Origin } from "../domain/account.ts";
import { countedAddress } from "../domain/client-address.ts";

/**
 * Set by edge over whatever a client sent under these names; only edge can reach this service (in the mesh by its
 * policy, in solo because there is no port). The address is that of the client before trusted proxies.
 */
export const clientAddressHeader = "x-finflow-client-address";
export const clientUserAgentHeader = "x-finflow-client-user-agent";

type WithHeaders = Pick<HandlerContext, "requestHeader">;

export function originOf({ requestHeader }: WithHeaders): Origin {
  return {
    address: countedAddress(requestHeader.get(clientAddressHeader) ?? ""),
    userAgent: requestHeader.get(clientUserAgentHeader) ?? requestHeader.get("user-agent") ?? "",
  };
}

export function callerOf(context: Pick<HandlerContext, "values">): Caller {
  const { userId, sessionId } = requireUser(context);
  return { userId, sessionId };
}
