import { type ConnectError, createContextKey } from "@connectrpc/connect";
import type { Admission } from "../limits/quotas.ts";

/** The HTTP answer that a call will become part of; absent under gRPC. */
export type HttpAnswer = {
  /** Sets a response header, whatever the protocol and the outcome. */
  setHeader(name: string, value: string): void;
  /** Whether the client reached edge, or the proxy before it, over HTTPS. */
  isHttps: boolean;
};

export const httpAnswerKey = createContextKey<HttpAnswer | undefined>(undefined, {
  description: "the HTTP answer",
});

/** What was already taken from the limits for this request; `admitted` means all of it. */
export type Charged = "nothing" | "address" | "admitted";

export const chargedKey = createContextKey<Charged>("nothing", { description: "limits taken" });

/** Set where the server refuses a call before its body is read. */
export const refusalKey = createContextKey<ConnectError | undefined>(undefined, {
  description: "refused before it began",
});

/** Where admissions are told; each protocol has its own place for headers. */
export const tellKey = createContextKey<((admission: Admission) => void) | undefined>(undefined, {
  description: "rate limit headers",
});
