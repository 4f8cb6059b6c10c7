import type { UniversalHandler } from "@connectrpc/connect/protocol";
import { type EdgeOperation, edgeRoutes } from "@finflow/rest-transcoder/edge-routes";
import { findRoute } from "@finflow/rest-transcoder/handler";
import { matchPath, splitPath } from "@finflow/rest-transcoder/match-path";
import { parsePathTemplate } from "@finflow/rest-transcoder/path-template";
import { nameOf, type Route } from "@finflow/rest-transcoder/routes";
import { servedMethods } from "../rpc/served-methods.ts";
import { type Exchange, pathOf } from "./exchange.ts";
import type { RpcOverHttp } from "./rpc-over-http.ts";

/** Who answers a request, and what it takes from the limits. */
export type Destination =
  | { kind: "rpc"; handler: UniversalHandler; cost: number }
  | { kind: "edge"; operation: EdgeOperation; variables: readonly string[]; cost: number }
  /** A route of the transcoder's, or one that it refuses itself: another method, a malformed path. */
  | { kind: "rest"; cost: number }
  | { kind: "other-method"; allow: string; cost: number }
  /** No path of the API. */
  | { kind: "none" };

const handServed = edgeRoutes.map((route) => ({ ...route, template: parsePathTemplate(route.path) }));

export function destinationOf(exchange: Exchange, rpc: RpcOverHttp, routes: readonly Route[]): Destination {
  const handler = rpc.find(exchange);
  if (handler) return { kind: "rpc", handler, cost: costOf(nameOf(handler.method)) };
  const path = splitPath(pathOf(exchange));
  if (!path) return { kind: "rest", cost: 1 };
  const method = exchange.method === "HEAD" ? "GET" : exchange.method;
  const allow = new Set<string>();
  for (const { template, operation, cost, ...route } of handServed) {
    const variables = matchPath(template, path);
    if (!variables) continue;
    if (route.method === method) return { kind: "edge", operation, variables, cost };
    allow.add(route.method);
  }
  const match = findRoute(routes, exchange);
  if (match.route) return { kind: "rest", cost: costOf(nameOf(match.route.rpc)) };
  if (match.allow !== undefined) return { kind: "rest", cost: 1 };
  if (allow.size === 0) return { kind: "none" };
  if (allow.has("GET")) allow.add("HEAD");
  return { kind: "other-method", allow: [...allow, "OPTIONS"].sort().join(", "), cost: 1 };
}

function costOf(rpc: string): number {
  return servedMethods.get(rpc)?.cost ?? 1;
}

/** First segments of the API's paths: what stands below them is never a page of the app. */
const apiSegments = new Set(
  [...handServed.map(({ path }) => path), "/v1", "/analytics", "/chatbot", "/.well-known"].map(firstSegment),
);

export function isBelowApi(exchange: Exchange): boolean {
  const first = firstSegment(pathOf(exchange));
  return apiSegments.has(first) || first.startsWith("finflow.");
}

function firstSegment(path: string): string {
  return path.split("/", 2)[1]?.split(":", 1)[0] ?? "";
}
