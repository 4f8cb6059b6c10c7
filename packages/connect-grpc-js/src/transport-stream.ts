import type { StreamRequest, StreamResponse, Transport } from "@connectrpc/connect";
import { ConnectError } from "@connectrpc/connect";
import { runStreamingCall } from "@connectrpc/connect/protocol";
import {
  type CallOptions,
  type Client,
  type ClientDuplexStream,
  Metadata,
  type StatusObject,
  status,
} from "@grpc/grpc-js";
import { abortError } from "./abort.ts";
import { callTimeout, cancelOnAbort, codecs, requestHead } from "./call.ts";
import { type MethodCodec, methodPath, passBytes } from "./codec.ts";
import { fromGrpcStatus } from "./errors.ts";
import { toHeaders, toMetadata } from "./metadata.ts";
import { writeAll } from "./stream-writer.ts";
import type { GrpcJsTransportOptions } from "./transport-options.ts";

type Duplex = ClientDuplexStream<Buffer, Buffer>;

/** `Transport.stream` over a grpc-js client: all three streaming kinds, which the wire does not tell apart. */
export function streamingCalls(
  client: Client,
  target: string,
  options: GrpcJsTransportOptions,
): Transport["stream"] {
  const codecOf = codecs(options);
  return (method, signal, timeoutMs, header, input, contextValues) => {
    const timeout = callTimeout(timeoutMs, undefined);
    return runStreamingCall({
      signal,
      interceptors: options.interceptors,
      timeoutMs: timeout.timeoutMs,
      req: { stream: true, ...requestHead(target, method, header, contextValues), message: input },
      next: (request) => open(client, codecOf(method), request, timeout.options) as never,
    });
  };
}

function open(client: Client, codec: MethodCodec, request: StreamRequest, options: CallOptions) {
  return new Promise<StreamResponse>((resolve, reject) => {
    if (request.signal.aborted) throw abortError(request.signal);
    const metadata = toMetadata(request.header, new Metadata());
    const path = methodPath(request.method);
    const call: Duplex = client.makeBidiStreamRequest(path, passBytes, passBytes, metadata, options);
    const header = new Headers();
    const trailer = new Headers();
    const sending = new Sending();
    const ended = new Promise<StatusObject>((done) => call.once("status", done));
    const unlink = cancelOnAbort(request.signal, call);
    let begun = false;

    const begin = () => {
      if (begun) return;
      begun = true;
      const { service, method } = request;
      const message = receive(call, codec, header, trailer, ended, sending);
      resolve({ stream: true, service, method, header, trailer, message });
    };
    call.once("metadata", (received: Metadata) => {
      toHeaders(received, header);
      begin();
    });
    // Also the errors of a call that nobody reads: an 'error' event without a listener ends the process.
    call.on("error", () => {});
    void ended.then((end) => {
      unlink();
      if (end.code === status.OK) return begin();
      if (begun) return;
      begun = true;
      reject(sending.failure ?? fromGrpcStatus(end, header));
    });
    void send(call, codec, request, ended, sending);
  });
}

/** Why the request could not be sent whole; it explains the cancellation that follows. */
class Sending {
  failure: ConnectError | undefined;
}

async function send(
  call: Duplex,
  codec: MethodCodec,
  request: StreamRequest,
  ended: Promise<unknown>,
  sending: Sending,
): Promise<void> {
  const over = new AbortController();
  void ended.then(() => over.abort());
  try {
    await writeAll(call, request.message, (message) => codec.writeInput(message), over.signal);
    call.end();
  } catch (reason) {
    if (over.signal.aborted) return;
    sending.failure = ConnectError.from(reason);
    call.cancel();
  }
}

async function* receive(
  call: Duplex,
  codec: MethodCodec,
  header: Headers,
  trailer: Headers,
  ended: Promise<StatusObject>,
  sending: Sending,
) {
  try {
    for await (const bytes of call) yield codec.readOutput(bytes as Buffer<ArrayBuffer>);
  } catch (reason) {
    if (reason instanceof ConnectError) throw reason;
    // Any other failure of the stream has its reason in the status.
  } finally {
    call.cancel();
  }
  const end = await ended;
  if (end.code !== status.OK) throw sending.failure ?? fromGrpcStatus(end, header);
  toHeaders(end.metadata, trailer);
}
