import type { Interceptor } from "@connectrpc/connect";
import type { MessageLimits } from "./limits.ts";

export type ConnectServiceOptions = MessageLimits & {
  /** Run around every handler, the first outermost. */
  interceptors?: Interceptor[];
  /** Fires when the server stops waiting for what is in flight: handlers' signals fire with its reason. */
  shutdownSignal?: AbortSignal;
};
