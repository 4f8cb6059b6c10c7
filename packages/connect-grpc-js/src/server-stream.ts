import type { DescMessage, MessageShape } from "@bufbuild/protobuf";
import type { MethodImplSpec } from "@connectrpc/connect";
import { transformInvokeImplementation } from "@connectrpc/connect/protocol";
import type { handleBidiStreamingCall, ServerDuplexStream } from "@grpc/grpc-js";
import { type MethodCodec, methodCodec } from "./codec.ts";
import { headerBlockOf } from "./dependency-away.ts";
import { toGrpcStatus } from "./errors.ts";
import { toMetadata } from "./metadata.ts";
import { contextFor } from "./server-context.ts";
import type { ConnectServiceOptions } from "./server-options.ts";
import { writeAll } from "./stream-writer.ts";

type Duplex = ServerDuplexStream<Buffer, Buffer>;

/** A grpc-js handler for a streaming RPC of any kind. */
export function streamHandler(
  spec: MethodImplSpec,
  options: ConnectServiceOptions,
): handleBidiStreamingCall<Buffer, Buffer> {
  const codec = methodCodec(spec.method, options);
  const interceptors = options.interceptors ?? [];

  async function answer(call: Duplex) {
    const context = contextFor(call, spec, options.shutdownSignal);
    let headerSent = false;
    const sendHeader = (header = toMetadata(context.responseHeader)) => {
      headerSent = true;
      call.sendMetadata(header);
    };
    try {
      const invoke = transformInvokeImplementation<DescMessage, DescMessage>(spec, context, interceptors);
      const output = invoke(receive(call, codec, context.signal)) as AsyncIterable<MessageShape<DescMessage>>;
      // The header block goes out with the first message, so that the handler can still add to it.
      await writeAll(call, output, codec.writeOutput, context.signal, () => sendHeader());
      if (call.cancelled) return;
      const trailer = toMetadata(context.responseTrailer);
      if (!headerSent) sendHeader();
      call.end(trailer);
    } catch (reason) {
      if (call.cancelled) return;
      const header = headerSent
        ? undefined
        : headerBlockOf(reason, context.responseHeader, options.shutdownSignal);
      if (header) sendHeader(header);
      // Without a header block this is Trailers-Only, and carries what would have been headers.
      const blocks = headerSent
        ? [context.responseTrailer]
        : [context.responseHeader, context.responseTrailer];
      fail(call, reason, ...blocks);
    } finally {
      context.abort();
    }
  }
  return (call) => {
    // Only what stands before the try can get here: headers that this process cannot represent.
    answer(call).catch((reason: unknown) => fail(call, reason));
  };
}

// grpc-js sends the status of the error that a stream emits.
function fail(call: Duplex, reason: unknown, ...blocks: Headers[]): void {
  const end = toGrpcStatus(reason, ...blocks);
  call.emit("error", Object.assign(new Error(end.details), end));
}

async function* receive(call: Duplex, codec: MethodCodec, signal: AbortSignal) {
  // Leaving the request early must not destroy the call, on which the answer still goes out.
  const incoming = call.iterator({ destroyOnReturn: false });
  try {
    for await (const bytes of incoming) yield codec.readInput(bytes);
  } catch (reason) {
    signal.throwIfAborted();
    throw reason;
  }
}
