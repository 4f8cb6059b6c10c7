import { Code, ConnectError, type MethodImplSpec } from "@connectrpc/connect";
import { invokeUnaryImplementation } from "@connectrpc/connect/protocol";
import type { handleUnaryCall, ServerUnaryCall, sendUnaryData } from "@grpc/grpc-js";
import { raceAbort } from "./abort.ts";
import { methodCodec } from "./codec.ts";
import { headerBlockOf } from "./dependency-away.ts";
import { toGrpcStatus } from "./errors.ts";
import { isEmpty, toMetadata } from "./metadata.ts";
import { contextFor } from "./server-context.ts";
import type { ConnectServiceOptions } from "./server-options.ts";

type UnarySpec = Extract<MethodImplSpec, { kind: "unary" }>;

/** Why a handler's signal fires once its call has been answered: one for all, since making an error costs. */
const over = new ConnectError("the call is over", Code.Canceled);

/** A grpc-js handler for a unary RPC. */
export function unaryHandler(
  spec: UnarySpec,
  options: ConnectServiceOptions,
): handleUnaryCall<Buffer, Buffer> {
  const codec = methodCodec(spec.method, options);
  const interceptors = options.interceptors ?? [];

  async function answer(call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>) {
    const context = contextFor(call, spec, options.shutdownSignal);
    try {
      const input = codec.readInput(call.request as Buffer<ArrayBuffer>);
      const invoked = invokeUnaryImplementation(spec, context, input, interceptors);
      // A handler that ignores its signal still ends: the call does, and its late result goes nowhere.
      const output = codec.writeOutput(await raceAbort(context.signal, invoked));
      const trailer = toMetadata(context.responseTrailer);
      const header = toMetadata(context.responseHeader);
      if (call.cancelled) return;
      if (!isEmpty(context.responseHeader)) call.sendMetadata(header);
      reply(null, output, trailer);
    } catch (reason) {
      if (call.cancelled) return;
      const header = headerBlockOf(reason, context.responseHeader, options.shutdownSignal);
      if (header) {
        call.sendMetadata(header);
        reply(toGrpcStatus(reason, context.responseTrailer));
      } else {
        // No header block has gone out: headers and trailers travel in one, Trailers-Only.
        reply(toGrpcStatus(reason, context.responseHeader, context.responseTrailer));
      }
    } finally {
      context.abort(over);
    }
  }
  return (call, reply) => {
    // Only what stands before the try can get here: headers that this process cannot represent.
    answer(call, reply).catch((reason: unknown) => reply(toGrpcStatus(reason)));
  };
}
