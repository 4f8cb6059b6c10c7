import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Code, ConnectError, type ContextValues, createConnectRouter } from "@connectrpc/connect";
import type { UniversalHandler, UniversalServerResponse } from "@connectrpc/connect/protocol";
import { compressionGzip, universalRequestFromNodeRequest } from "@connectrpc/connect-node";
import { refusalKey } from "../rpc/call-values.ts";
import type { EdgeCalls } from "../rpc/edge-calls.ts";
import { type Exchange, pathOf } from "./exchange.ts";

export type RpcOverHttp = {
  /** The RPC at a path, if one is. */
  find(exchange: Exchange): UniversalHandler | undefined;
  answer(handler: UniversalHandler, exchange: Exchange): Promise<void>;
};

/** Connect and gRPC-web on HTTP/1.1. */
export function createRpcOverHttp(
  calls: EdgeCalls,
  shutdownSignal: AbortSignal,
  maxBytes: number,
): RpcOverHttp {
  const router = createConnectRouter({
    grpc: false,
    acceptCompression: [compressionGzip],
    readMaxBytes: maxBytes,
    writeMaxBytes: maxBytes,
    shutdownSignal,
    requestGate: (context) => refuse(context.values),
  });
  calls.routes(router);
  const handlers = new Map(router.handlers.map((handler) => [handler.requestPath, handler]));
  return {
    find: (exchange) => handlers.get(pathOf(exchange)),
    async answer(handler, { request, response, values }) {
      const universal = universalRequestFromNodeRequest(request, response, undefined, values);
      // A body that is refused half-way must not take the connection with it before the answer is out.
      const body = request.iterator({ destroyOnReturn: false });
      await write(await handler({ ...universal, body }), response);
    },
  };
}

/** connect-node's own writer waits for an event that a response never emits. */
async function write(
  { status, header, body }: UniversalServerResponse,
  response: ServerResponse,
): Promise<void> {
  const iterator = body?.[Symbol.asyncIterator]();
  // Handlers may set headers until their first message.
  const first = await iterator?.next();
  for (const [name, value] of header ?? []) response.setHeader(name, value);
  response.writeHead(status);
  if (!iterator || !first || first.done) response.end();
  else await pipeline(Readable.from(startingWith(first.value, iterator), { objectMode: false }), response);
}

async function* startingWith<T>(first: T, rest: AsyncIterator<T>): AsyncIterable<T> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function refuse(values: ContextValues): void {
  const refusal = values.get(refusalKey);
  if (refusal) throw refusal;
}

/** Whether this only says that the client left while it was answered. */
export function isClientGone(error: unknown): boolean {
  const { code } = ConnectError.from(error);
  return code === Code.Aborted || code === Code.Canceled;
}
