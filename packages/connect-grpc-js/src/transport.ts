import { Code, ConnectError, type Transport } from "@connectrpc/connect";
import { Client, credentials } from "@grpc/grpc-js";
import { clientChannelOptions } from "./channel-options.ts";
import type { GrpcJsTransportOptions } from "./transport-options.ts";
import { streamingCalls } from "./transport-stream.ts";
import { unaryCalls } from "./transport-unary.ts";

export type GrpcJsTransport = Transport & {
  /** Closes the channel: calls in flight go on, new ones fail with `unavailable`. */
  close(): void;
};

/**
 * A Connect transport over a grpc-js channel.
 *
 * @param target a gRPC name: `dns:///analytics:3002`, `localhost:3002`, `ipv4:10.0.0.1:3002,10.0.0.2:3002`
 */
export function createGrpcJsTransport(target: string, options: GrpcJsTransportOptions = {}): GrpcJsTransport {
  const client = new Client(target, options.credentials ?? credentials.createInsecure(), {
    ...clientChannelOptions(options, options.serviceConfig),
    ...options.channelOptions,
  });
  const unary = unaryCalls(client, target, options);
  const stream = streamingCalls(client, target, options);
  let open = true;
  // grpc-js throws a plain Error.
  const assertOpen = () => {
    if (!open) throw new ConnectError("the transport is closed", Code.Unavailable);
  };
  return {
    async unary(...call) {
      assertOpen();
      return unary(...call);
    },
    async stream(...call) {
      assertOpen();
      return stream(...call);
    },
    close() {
      open = false;
      client.close();
    },
  };
}
