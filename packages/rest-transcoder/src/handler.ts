import {
  type DescMethodUnary,
  type JsonWriteOptions,
  type Message,
  type Registry,
  toJson,
  toJsonString,
} from "@bufbuild/protobuf";
import { Code, type ContextValues, type Transport, type UnaryResponse } from "@connectrpc/connect";
import { bindPath } from "./bind-path.ts";
import { messageFromBody, readBody, requireJson } from "./body.ts";
import { matchPath, splitPath } from "./match-path.ts";
import { bindQuery } from "./query-params.ts";
import { invalidFields, restError } from "./rest-error.ts";
import { errorResponse, jsonResponse, matchesEtag, type RestResponse } from "./rest-response.ts";
import { nameOf, type Route } from "./routes.ts";

/** A request as a server read it; nothing decoded. */
export type RestRequest = {
  method: string;
  /** RFC 9112's request-target in origin form: "/accounts?x=y". */
  target: string;
  header: Headers;
  body: AsyncIterable<Uint8Array>;
  /** Fires when the client goes away. */
  signal: AbortSignal;
  contextValues?: ContextValues;
};

export type RestCallOptions = {
  header: Headers;
  signal: AbortSignal;
  timeoutMs: number;
  contextValues: ContextValues | undefined;
};

/** Calls the RPC; rejects with a ConnectError. */
export type RestCall = (
  rpc: DescMethodUnary,
  message: Message,
  options: RestCallOptions,
) => Promise<Pick<UnaryResponse, "message" | "header">>;

export type RestHandlerOptions = {
  /** From `restRoutes`. */
  routes: readonly Route[];
  call: RestCall;
  /** Over the defaults: fields that are empty are written too. */
  jsonOptions?: Partial<JsonWriteOptions> & { registry?: Registry };
  /** By RPC, as "finflow.auth.v1.AuthService/Register". Default 200. */
  successStatus?: Readonly<Record<string, number>>;
  /** From the request's head to its answer, in milliseconds. Default 15,000. */
  timeoutMs?: number;
  /** Of a JSON body. Default 1 MiB. */
  maxBodyBytes?: number;
  /** Request headers that go to the RPC, lower case; no other does. */
  requestHeaders?: readonly string[];
  /** Response metadata that become HTTP headers, lower case. */
  responseHeaders?: readonly string[];
  /** Told of each failed request; for logs. */
  onError?: (error: unknown, route: Route | undefined) => void;
};

/** Undefined where no route has this path, so that another handler can have it. */
export type RestHandler = (request: RestRequest) => Promise<RestResponse | undefined>;

const forwarded = [
  "authorization",
  "x-request-id",
  "traceparent",
  "tracestate",
  "user-agent",
  "accept-language",
];
const returned = ["etag", "x-request-id"];

/** A `call` that goes straight to a transport. */
export function callOverTransport(transport: Transport): RestCall {
  return (rpc, message, { signal, timeoutMs, header, contextValues }) =>
    transport.unary(rpc, signal, timeoutMs, header, message, contextValues);
}

/** Serves `routes` as JSON over HTTP: google.api.http's mapping in, proto3's JSON and AIP-193's errors out. */
export function createRestHandler(options: RestHandlerOptions): RestHandler {
  const { call, timeoutMs = 15_000, maxBodyBytes = 1024 * 1024 } = options;

  async function answer(
    route: Route,
    values: readonly string[],
    request: RestRequest,
  ): Promise<RestResponse> {
    const startedAt = performance.now();
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
    const bytes = await readBody(request.body, maxBodyBytes, signal);
    if (bytes.byteLength > 0) requireJson(request.header);
    const message = messageFromBody(route, bytes);
    const violations = [
      ...bindPath(route, message, values),
      ...bindQuery(route, message, queryOf(request.target)),
    ];
    if (violations.length > 0) throw invalidFields(violations);
    const response = await call(route.rpc, message, {
      header: pick(request.header, options.requestHeaders ?? forwarded),
      signal: request.signal,
      timeoutMs: Math.max(1, Math.ceil(timeoutMs - (performance.now() - startedAt))),
      contextValues: request.contextValues,
    });
    return success(route, request, response);
  }

  function success(
    route: Route,
    request: RestRequest,
    response: Awaited<ReturnType<RestCall>>,
  ): RestResponse {
    const header = pick(response.header, options.responseHeaders ?? returned);
    const etag = header.get("etag");
    header.set("Cache-Control", etag === null ? "no-store" : "private, no-cache");
    const reads = request.method === "GET" || request.method === "HEAD";
    if (etag !== null && reads && matchesEtag(request.header.get("if-none-match"), etag)) {
      return { status: 304, header, body: new Uint8Array() };
    }
    const status = options.successStatus?.[nameOf(route.rpc)] ?? 200;
    return jsonResponse(status, header, textOf(route, response.message), request.method);
  }

  function textOf(route: Route, message: Message): string {
    const json = { alwaysEmitImplicit: true, ...options.jsonOptions };
    if (!route.responseBody) return toJsonString(route.rpc.output, message, json);
    const whole = toJson(route.rpc.output, message, json) as Record<string, unknown>;
    return JSON.stringify(whole[route.responseBody.jsonName] ?? null);
  }

  return async function handle(request) {
    let matched: Match = {};
    try {
      matched = findRoute(options.routes, request);
      if (matched.route) return await answer(matched.route, matched.values ?? [], request);
      return matched.allow === undefined ? undefined : otherMethod(request.method, matched.allow);
    } catch (error) {
      options.onError?.(error, matched.route);
      return errorResponse(error, request.method);
    }
  };
}

/** Where a request goes: a route with its variables' values, or the methods that the path would take. */
export type Match = { route?: Route; values?: string[]; allow?: string };

/** @throws ConnectError where the path cannot be decoded */
export function findRoute(routes: readonly Route[], request: Pick<RestRequest, "method" | "target">): Match {
  const path = splitPath(request.target.split("?", 1)[0] as string);
  if (!path) {
    throw restError(Code.InvalidArgument, "the path's percent-encoding is malformed", {
      reason: "MALFORMED_PATH",
    });
  }
  const wanted = request.method === "HEAD" ? ["HEAD", "GET", "*"] : [request.method, "*"];
  const methods = new Set<string>();
  for (const route of routes) {
    const values = matchPath(route.template, path);
    if (!values) continue;
    if (wanted.includes(route.httpMethod)) return { route, values };
    methods.add(route.httpMethod);
  }
  if (methods.size === 0) return {};
  if (methods.has("GET")) methods.add("HEAD");
  return { allow: [...methods, "OPTIONS"].sort().join(", ") };
}

function otherMethod(method: string, allow: string): RestResponse {
  if (method === "OPTIONS") {
    return { status: 204, header: new Headers({ Allow: allow }), body: new Uint8Array() };
  }
  throw restError(Code.Unimplemented, `this path takes ${allow}`, {
    reason: "METHOD_NOT_ALLOWED",
    httpStatus: 405,
    header: { Allow: allow },
  });
}

function queryOf(target: string): string {
  const mark = target.indexOf("?");
  return mark < 0 ? "" : target.slice(mark + 1);
}

function pick(from: Headers, names: readonly string[]): Headers {
  const header = new Headers();
  for (const name of names) {
    const value = from.get(name);
    if (value !== null) header.set(name, value);
  }
  return header;
}
