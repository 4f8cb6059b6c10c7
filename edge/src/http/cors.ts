import { cors } from "@connectrpc/connect";
import type { Exchange } from "./exchange.ts";

const exposed = [
  ...cors.exposedHeaders,
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "ETag",
  "X-Request-Id",
];
const allowedHeaders = [
  ...cors.allowedHeaders,
  "Authorization",
  "If-None-Match",
  "X-Request-Id",
  "traceparent",
];

/**
 * Lets pages of the listed origins read answers; none by default. No credentials: the cookie is for pages of
 * this origin.
 *
 * @returns true when it answered a preflight
 */
export function handleCors({ header, method, response }: Exchange, origins: readonly string[]): boolean {
  const origin = header.get("origin");
  if (origins.length > 0) response.appendHeader("Vary", "Origin");
  if (origin === null || !origins.includes(origin)) return false;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Expose-Headers", exposed.join(", "));
  if (method !== "OPTIONS" || !header.has("access-control-request-method")) return false;
  response.writeHead(204, {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    "Access-Control-Allow-Headers": allowedHeaders.join(", "),
    "Access-Control-Max-Age": "7200",
  });
  response.end();
  return true;
}
