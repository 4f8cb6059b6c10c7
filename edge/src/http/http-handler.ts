import type { IncomingMessage, ServerResponse } from "node:http";
import { Code, ConnectError } from "@connectrpc/connect";
import type { EdgeOperation } from "@finflow/rest-transcoder/edge-routes";
import type { RestHandler } from "@finflow/rest-transcoder/handler";
import { restError } from "@finflow/rest-transcoder/rest-error";
import { errorResponse } from "@finflow/rest-transcoder/rest-response";
import type { Route } from "@finflow/rest-transcoder/routes";
import type { Logger } from "@finflow/telemetry/logger";
import type { Quotas } from "../limits/quotas.ts";
import type { EdgeHandler } from "../routes/edge-handler.ts";
import { chargedKey, refusalKey, tellKey } from "../rpc/call-values.ts";
import { handleCors } from "./cors.ts";
import { type Destination, destinationOf, isBelowApi } from "./destination.ts";
import { type Exchange, pathOf } from "./exchange.ts";
import { openExchange } from "./open-exchange.ts";
import { send, sendError, sendNotFound } from "./respond.ts";
import { isClientGone, type RpcOverHttp } from "./rpc-over-http.ts";
import { writeSecurityHeaders } from "./security-headers.ts";
import type { StaticFiles } from "./static-files.ts";

export type HttpHandlerDeps = {
  trustedHops: number;
  corsOrigins: readonly string[];
  securityHeaders: Readonly<Record<string, string>>;
  quotas: Quotas;
  rpc: RpcOverHttp;
  rest: RestHandler;
  restRoutes: readonly Route[];
  operations: Readonly<Record<EdgeOperation, EdgeHandler>>;
  docsStyle: EdgeHandler;
  files: StaticFiles;
  logger: Logger;
  /** Told of each answer: what answered it, by a name from a closed list, and after how long. */
  observe: (route: string, status: number, seconds: number) => void;
};

/** Everything that port 8080 answers, from the same RPCs. Never rejects. */
export function createHttpHandler(deps: HttpHandlerDeps) {
  async function route(exchange: Exchange): Promise<void> {
    if (handleCors(exchange, deps.corsOrigins)) return;
    const destination = destinationOf(exchange, deps.rpc, deps.restRoutes);
    exchange.response.once("close", measure(exchange, destination));
    // Static files are exempt from limits.
    if (destination.kind === "none" && (await serveFile(exchange))) return;
    const refusal = await takeFromAddress(exchange, destination);
    // An RPC's refusal is written in its own protocol.
    if (refusal && destination.kind !== "rpc") throw refusal;
    exchange.values.set(refusalKey, refusal);
    await answer(exchange, destination);
  }

  function measure({ response }: Exchange, destination: Destination): () => void {
    const startedAt = performance.now();
    const name = destination.kind === "edge" ? destination.operation : destination.kind;
    return () => {
      // Nothing was sent to a client that left first; nginx has made 499 the usual name for that.
      const status = response.headersSent ? response.statusCode : 499;
      deps.observe(name, status, (performance.now() - startedAt) / 1000);
    };
  }

  async function serveFile(exchange: Exchange): Promise<boolean> {
    if (pathOf(exchange) === "/docs.css") {
      await deps.docsStyle(exchange, []);
      return true;
    }
    return deps.files.serve(exchange) || (!isBelowApi(exchange) && deps.files.serveApp(exchange));
  }

  async function takeFromAddress(exchange: Exchange, destination: Destination) {
    const asked = destination.kind === "none" ? 1 : destination.cost;
    // What is free is free to those who sign in; the others are refused anyway.
    const cost = asked === 0 && !exchange.header.has("authorization") ? 1 : asked;
    const admission = await deps.quotas.take("address", exchange.address, cost);
    exchange.values.get(tellKey)?.(admission);
    exchange.values.set(chargedKey, "address");
    return admission.refusal;
  }

  async function answer(exchange: Exchange, destination: Destination): Promise<void> {
    switch (destination.kind) {
      case "rpc":
        return deps.rpc.answer(destination.handler, exchange);
      case "edge":
        return deps.operations[destination.operation](exchange, destination.variables);
      case "rest": {
        const response = await deps.rest(restRequest(exchange));
        return response ? send(exchange, response) : sendNotFound(exchange);
      }
      case "other-method":
        return otherMethod(exchange, destination.allow);
      case "none":
        return sendNotFound(exchange);
    }
  }

  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = openExchange(request, response, deps.trustedHops);
    writeSecurityHeaders(response, deps.securityHeaders, exchange?.isHttps ?? false);
    discardRestOfBody(request, response);
    if (!exchange) return refuseTarget(request, response);
    response.setHeader("X-Request-Id", exchange.requestId);
    try {
      await route(exchange);
    } catch (error) {
      if (!exchange.signal.aborted && !(response.headersSent && isClientGone(error))) {
        logUnexpected(deps.logger, error);
        sendError(exchange, error);
      } else response.destroy();
    }
  };
}

function restRequest(exchange: Exchange) {
  const { request, method, target, header, signal, values } = exchange;
  const hasBody = header.has("content-length") || header.has("transfer-encoding");
  const body = hasBody ? request.iterator({ destroyOnReturn: false }) : nothing();
  return { method, target, header, signal, body, contextValues: values };
}

async function* nothing(): AsyncIterable<Uint8Array> {}

function otherMethod(exchange: Exchange, allow: string): void {
  if (exchange.method === "OPTIONS") {
    send(exchange, { status: 204, header: new Headers({ Allow: allow }), body: new Uint8Array() });
    return;
  }
  throw restError(Code.Unimplemented, `this path takes ${allow}`, {
    reason: "METHOD_NOT_ALLOWED",
    httpStatus: 405,
    header: { Allow: allow },
  });
}

function refuseTarget(request: IncomingMessage, response: ServerResponse): void {
  const error = restError(Code.InvalidArgument, "the request's target or host is malformed", {
    reason: "MALFORMED_TARGET",
  });
  const { status, header, body } = errorResponse(error, request.method ?? "GET");
  for (const [name, value] of header) response.setHeader(name, value);
  response.writeHead(status).end(body);
}

/** How long a client may go on sending what nobody reads any more, in milliseconds. */
const discardMs = 5_000;

/**
 * An answer may go out before the body is read to its end. Closing at once would reset the connection, and the
 * client might never see the answer; so the rest is read and dropped, for a while.
 */
function discardRestOfBody(request: IncomingMessage, response: ServerResponse): void {
  response.once("finish", () => {
    if (request.complete || request.destroyed) return;
    request.resume();
    const timer = setTimeout(() => request.destroy(), discardMs);
    request.once("close", () => clearTimeout(timer));
    request.once("end", () => clearTimeout(timer));
  });
}

function logUnexpected(logger: Logger, error: unknown): void {
  if (error instanceof ConnectError && error.code !== Code.Internal && error.code !== Code.Unknown) return;
  logger.error("request failed", { error });
}
