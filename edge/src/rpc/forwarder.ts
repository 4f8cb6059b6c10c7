import type { DescMethod, DescMethodServerStreaming, DescMethodUnary, Message } from "@bufbuild/protobuf";
import {
  Code,
  ConnectError,
  type HandlerContext,
  type MethodImplSpec,
  type Transport,
} from "@connectrpc/connect";
import { remainingMs } from "@finflow/connect-grpc-js/deadline-interceptor";
import { peerKey } from "@finflow/connect-grpc-js/peer";
import { clientAddress } from "../limits/client-address.ts";

/** Request headers that a service may see; it makes its own of all others. */
const passedOn = ["accept-language"];
/** Response headers that a client may see. */
const passedBack = ["etag", "cache-control"];

type Forwarding = {
  /** Whether anybody may call it. What a caller says of itself then stays here: a proxy refuses bad tokens. */
  isPublic: boolean;
  trustedHops: number;
};

/**
 * A handler that calls the same RPC of the service behind, with what is left of the deadline, the caller's
 * token, and its cancellation. Trace context and request id are the transport's to add (`clientTelemetry`).
 */
export function forwarderOf(
  method: DescMethod,
  transport: Transport,
  forwarding: Forwarding,
): MethodImplSpec {
  switch (method.methodKind) {
    case "unary": {
      const unary = method as DescMethodUnary;
      return { kind: "unary", method: unary, impl: forwardUnary(unary, transport, forwarding) };
    }
    case "server_streaming": {
      const stream = method as DescMethodServerStreaming;
      return { kind: "server_streaming", method: stream, impl: forwardStream(stream, transport, forwarding) };
    }
    default:
      throw new Error(
        `${method.parent.typeName}/${method.name} streams from its client: nothing forwards that`,
      );
  }
}

function forwardUnary(method: DescMethodUnary, transport: Transport, forwarding: Forwarding) {
  return async (message: Message, context: HandlerContext) => {
    try {
      const left = remainingMs(context);
      // Zero would mean that there is no timeout.
      const timeoutMs = left === undefined ? undefined : Math.max(1, left);
      const header = requestHeader(context, forwarding);
      const response = await transport.unary(method, context.signal, timeoutMs, header, message);
      copy(passedBack, response.header, context.responseHeader);
      return response.message;
    } catch (error) {
      throw relayed(error);
    }
  };
}

function forwardStream(method: DescMethodServerStreaming, transport: Transport, forwarding: Forwarding) {
  return async function* (message: Message, context: HandlerContext) {
    // Leaving a stream does not cancel its RPC; only a signal does.
    const left = new AbortController();
    const signal = AbortSignal.any([context.signal, left.signal]);
    try {
      const timeoutMs = remainingMs(context) ?? 0;
      const header = requestHeader(context, forwarding);
      const response = await transport.stream(method, signal, timeoutMs, header, once(message));
      copy(passedBack, response.header, context.responseHeader);
      yield* response.message;
    } catch (error) {
      throw relayed(error);
    } finally {
      left.abort(new ConnectError("the client left", Code.Canceled));
    }
  };
}

async function* once<T>(message: T): AsyncIterable<T> {
  yield message;
}

function requestHeader(context: HandlerContext, { isPublic, trustedHops }: Forwarding): Headers {
  const { requestHeader: from } = context;
  const header = new Headers();
  copy(isPublic ? passedOn : ["authorization", ...passedOn], from, header);
  const peer = context.values.get(peerKey);
  header.set("x-finflow-client-address", clientAddress(peer, from.get("x-forwarded-for"), trustedHops));
  header.set("x-finflow-client-user-agent", from.get("user-agent") ?? "");
  return header;
}

/** What the network or a proxy says of a service that cannot be reached names addresses; a service gives details. */
const awaySentence = "this part of Finflow does not answer at the moment";

/** A service's error as edge's own: its code, sentence and details, without the metadata it came with. */
function relayed(error: unknown): unknown {
  if (!(error instanceof ConnectError) || !error.isWireError) return error;
  const metadata = new Headers();
  copy(["retry-after", "www-authenticate"], error.metadata, metadata);
  const isAway = error.code === Code.Unavailable && error.details.length === 0;
  const message = isAway ? awaySentence : error.rawMessage;
  const own = new ConnectError(message, error.code, metadata, undefined, error);
  own.details = error.details;
  return own;
}

function copy(names: readonly string[], from: Headers, to: Headers): void {
  for (const name of names) {
    const value = from.get(name);
    if (value !== null) to.set(name, value);
  }
}
