import type { DescService } from "@bufbuild/protobuf";
import {
  type CallOptions,
  type Client,
  Code,
  ConnectError,
  createClient as createConnectClient,
  type Transport,
} from "@connectrpc/connect";
import { createLinkedAbortController } from "@connectrpc/connect/protocol";

type StreamFn = (request: unknown, options?: CallOptions) => AsyncIterable<unknown>;

/**
 * Connect's typed client, over any transport, with one difference: leaving a response stream (`break`,
 * `return`, a throw inside `for await`) cancels the RPC. Connect's own leaves it running.
 */
export function createClient<T extends DescService>(service: T, transport: Transport): Client<T> {
  const client = createConnectClient(service, transport);
  const methods = client as Record<string, unknown>;
  for (const { methodKind, localName } of service.methods) {
    if (methodKind !== "server_streaming" && methodKind !== "bidi_streaming") continue;
    methods[localName] = cancelOnReturn(methods[localName] as StreamFn);
  }
  return client;
}

function cancelOnReturn(call: StreamFn): StreamFn {
  return (request, options) => {
    const controller = createLinkedAbortController(options?.signal);
    const messages = call(request, { ...options, signal: controller.signal })[Symbol.asyncIterator]();
    const leave = () => controller.abort(new ConnectError("the stream was left", Code.Canceled));
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => messages.next(),
        async return() {
          leave();
          // Waits until the transport has noticed, so that nothing rejects later where no one listens.
          await messages.next().then(undefined, () => {});
          return { done: true, value: undefined };
        },
      }),
    };
  };
}
