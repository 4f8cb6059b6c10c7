import type { MessageShape } from "@bufbuild/protobuf";
import type { Transport, UnaryRequest, UnaryResponse } from "@connectrpc/connect";
import { runUnaryCall } from "@connectrpc/connect/protocol";
import { type CallOptions, type Client, Metadata, type StatusObject, status } from "@grpc/grpc-js";
import { abortError } from "./abort.ts";
import { callTimeout, cancelOnAbort, codecs, requestHead } from "./call.ts";
import { type MethodCodec, methodPath, passBytes } from "./codec.ts";
import { fromGrpcStatus } from "./errors.ts";
import { toHeaders, toMetadata } from "./metadata.ts";
import type { GrpcJsTransportOptions } from "./transport-options.ts";

/** `Transport.unary` over a grpc-js client. */
export function unaryCalls(
  client: Client,
  target: string,
  options: GrpcJsTransportOptions,
): Transport["unary"] {
  const codecOf = codecs(options);
  return (method, signal, timeoutMs, header, input, contextValues) => {
    const timeout = callTimeout(timeoutMs, options.defaultTimeoutMs);
    return runUnaryCall({
      signal,
      interceptors: options.interceptors,
      timeoutMs: timeout.timeoutMs,
      req: { stream: false, ...requestHead(target, method, header, contextValues), message: input },
      next: (request) => send(client, codecOf(method), request, timeout.options),
    });
  };
}

// Plain closures over one promise: this is the hot path between services.
function send<R extends UnaryRequest>(client: Client, codec: MethodCodec, request: R, options: CallOptions) {
  return new Promise<UnaryResponse<R["method"]["input"], R["method"]["output"]>>((resolve, reject) => {
    if (request.signal.aborted) throw abortError(request.signal);
    const header = new Headers();
    let received: Buffer | undefined;
    let failure: unknown;
    const call = client.makeUnaryRequest(
      methodPath(request.method),
      passBytes,
      passBytes,
      codec.writeInput(request.message),
      toMetadata(request.header, new Metadata()),
      options,
      (error, bytes) => {
        failure = error;
        received = bytes;
      },
    );
    const unlink = cancelOnAbort(request.signal, call);
    call.on("metadata", (metadata: Metadata) => void toHeaders(metadata, header));
    // grpc-js emits the status once, after the callback, for every outcome.
    call.on("status", (end: StatusObject) => {
      unlink();
      if (end.code !== status.OK) return reject(fromGrpcStatus(end, header, failure));
      if (!received) return reject(fromGrpcStatus(noMessage, header, failure));
      try {
        const message = codec.readOutput(received as Buffer<ArrayBuffer>) as MessageShape<
          R["method"]["output"]
        >;
        const { service, method } = request;
        resolve({
          stream: false,
          service,
          method,
          header,
          trailer: toHeaders(end.metadata),
          message,
        } as never);
      } catch (error) {
        reject(error);
      }
    });
  });
}

const noMessage: StatusObject = {
  code: status.UNIMPLEMENTED,
  details: "the server answered without a message",
  metadata: new Metadata(),
};
