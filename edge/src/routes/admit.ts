import { Code, ConnectError, type Interceptor, type UnaryResponse } from "@connectrpc/connect";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { type Identity, userOf } from "@finflow/identity/identity";
import { restError } from "@finflow/rest-transcoder/rest-error";
import type { Exchange } from "../http/exchange.ts";
import type { Quotas } from "../limits/quotas.ts";
import { chargedKey, tellKey } from "../rpc/call-values.ts";

/**
 * Proves who calls, and takes from their limit, before a body is read; calls made for the same request take
 * nothing more.
 *
 * @throws ConnectError UNAUTHENTICATED, UNAVAILABLE or RESOURCE_EXHAUSTED
 */
export type Admit = (exchange: Exchange, cost: number) => Promise<Identity>;

/** @param authenticate the very interceptor that stands before every RPC */
export function createAdmit(authenticate: Interceptor, quotas: Quotas): Admit {
  return async (exchange, cost) => {
    const identity = await identify(authenticate, exchange);
    const admission = await quotas.take("user", identity.userId, cost);
    exchange.values.get(tellKey)?.(admission);
    if (admission.refusal) throw admission.refusal;
    exchange.values.set(chargedKey, "admitted");
    return identity;
  };
}

/** Runs the interceptor for an RPC that is not public, and stops where the RPC would begin. */
async function identify(authenticate: Interceptor, exchange: Exchange): Promise<Identity> {
  const method = UploadService.method.initiateUpload;
  const reached = authenticate(async (request): Promise<UnaryResponse> => {
    return {
      stream: false,
      service: method.parent,
      method,
      message: request.message as never,
      header: new Headers(),
      trailer: new Headers(),
    };
  });
  await reached({
    stream: false,
    service: method.parent,
    method,
    message: {} as never,
    requestMethod: "POST",
    url: exchange.target,
    signal: exchange.signal,
    header: exchange.header,
    contextValues: exchange.values,
  });
  const identity = userOf({ values: exchange.values });
  if (!identity) throw new ConnectError("nobody was identified", Code.Internal);
  return identity;
}

/** Refuses a query on a route that takes none. */
export function refuseQuery(query: string): void {
  if (query !== "")
    throw restError(Code.InvalidArgument, "this path takes no query", { reason: "UNEXPECTED_QUERY" });
}
