import type { IncomingMessage, ServerResponse } from "node:http";
import type { ContextValues } from "@connectrpc/connect";
import type { CallInit } from "../rpc/edge-calls.ts";

/** One HTTP request being answered. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Path and query as sent, without scheme and host. */
  readonly target: string;
  readonly header: Headers;
  /** Of the client, before trusted proxies. */
  readonly address: string;
  readonly isHttps: boolean;
  readonly requestId: string;
  /** Fires when the client goes away before it has its answer. */
  readonly signal: AbortSignal;
  readonly values: ContextValues;
};

/** What a call made for this request carries. */
export function callInit(exchange: Exchange, timeoutMs?: number): CallInit {
  return {
    header: exchange.header,
    signal: exchange.signal,
    timeoutMs,
    contextValues: exchange.values,
  };
}

export function queryOf({ target }: Pick<Exchange, "target">): string {
  const mark = target.indexOf("?");
  return mark < 0 ? "" : target.slice(mark + 1);
}

export function pathOf({ target }: Pick<Exchange, "target">): string {
  return target.split("?", 1)[0] as string;
}
