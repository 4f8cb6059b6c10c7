import {
  type ConnectRouter,
  createRouterTransport,
  type Interceptor,
  type Transport,
} from "@connectrpc/connect";
import { type MessageLimits, messageLimits } from "./limits.ts";
import { serverGuard } from "./server-guard.ts";

export type InMemoryTransportOptions = {
  /** Message sizes of either side. */
  limits?: { client?: MessageLimits; server?: MessageLimits };
  /** Client interceptors. */
  interceptors?: Interceptor[];
  /** Server interceptors, the first outermost. */
  serverInterceptors?: Interceptor[];
  /** For unary calls that name no timeout, in milliseconds. Default none. */
  defaultTimeoutMs?: number;
  shutdownSignal?: AbortSignal;
};

/**
 * A transport that calls handlers in this process, and refuses what the network would: messages are encoded
 * and decoded, the same size limits hold in both directions, and what is not a ConnectError is masked.
 */
export function createInMemoryTransport(
  routes: (router: ConnectRouter) => void,
  options: InMemoryTransportOptions = {},
): Transport {
  const transport = createRouterTransport(routes, {
    router: {
      ...messageLimits(options.limits?.server ?? {}),
      interceptors: [serverGuard, ...(options.serverInterceptors ?? [])],
      shutdownSignal: options.shutdownSignal,
    },
    transport: {
      ...messageLimits(options.limits?.client ?? {}),
      interceptors: options.interceptors,
      defaultTimeoutMs: options.defaultTimeoutMs,
    },
  });
  return {
    unary: transport.unary,
    // Connect's default would end streams as well; zero is its word for none.
    stream: (method, signal, timeoutMs, ...rest) => transport.stream(method, signal, timeoutMs ?? 0, ...rest),
  };
}
