import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "@finflow/telemetry/logger";
import type { Metrics } from "@finflow/telemetry/metrics";
import { listenError } from "./listen-error.ts";
import type { Readiness } from "./readiness.ts";

/** Answers a GET; a HEAD gets its headers. */
export type AdminHandler = () => Response | Promise<Response>;

export type AdminServerOptions = {
  host: string;
  /** Zero takes a free one. */
  port: number;
  logger: Logger;
  metrics: Metrics;
  readiness: Readiness;
  /** More paths: auth's `/.well-known/jwks.json`. */
  handlers?: Readonly<Record<string, AdminHandler>>;
};

export type AdminServer = { readonly port: number; close(): Promise<void> };

/**
 * Serves `/livez` (this process answers), `/readyz` (its dependencies by name, 503 when one is down) and
 * `/metrics`, over plain HTTP, on a port that is not published.
 * @throws ListenError when the port cannot be had
 */
export async function startAdminServer(options: AdminServerOptions): Promise<AdminServer> {
  const { logger, metrics, readiness } = options;
  const handlers: Record<string, AdminHandler> = {
    ...options.handlers,
    "/livez": () => Response.json({ status: "alive" }),
    "/readyz": async () => {
      const report = await readiness.check();
      return Response.json(report, { status: report.status === "ready" ? 200 : 503 });
    },
    "/metrics": async () =>
      new Response(await metrics.registry.metrics(), {
        headers: { "content-type": metrics.registry.contentType },
      }),
  };
  const server = createServer((request, response) => {
    answer(handlers, request, response).catch((error: unknown) => {
      logger.error("admin request failed", { error });
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, options.host, options.port)));
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeIdleConnections();
        // A scraper that holds its connection open must not hold up the process.
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
}

async function answer(
  handlers: Readonly<Record<string, AdminHandler>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = "/"] = (request.url ?? "/").split("?");
  const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
  if (!handler) return void response.writeHead(404).end();
  if (request.method !== "GET" && request.method !== "HEAD") {
    return void response.writeHead(405, { allow: "GET, HEAD" }).end();
  }
  const result = await handler();
  const body = Buffer.from(await result.arrayBuffer());
  const headers = { "cache-control": "no-store", ...Object.fromEntries(result.headers) };
  response.writeHead(result.status, { ...headers, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}
