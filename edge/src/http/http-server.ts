import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { listenError } from "@finflow/service-host/listen-error";

export type HttpServer = {
  readonly port: number;
  /**
   * Takes no new connections, lets requests in flight finish within `graceMs`, then closes what is left.
   * Returns whether nothing had to be cut off.
   */
  stop(graceMs: number): Promise<boolean>;
};

export type HttpServerOptions = {
  host: string;
  /** Zero takes a free one. */
  port: number;
  /** How long a request's head may take, in milliseconds. Default 10,000. */
  headersTimeoutMs?: number;
  /** How long a whole request may take, in milliseconds: 20 MiB on a slow line. Default 130,000. */
  requestTimeoutMs?: number;
};

/** @throws ListenError when the port cannot be had */
export async function startHttpServer(
  listener: RequestListener,
  { host, port, headersTimeoutMs = 10_000, requestTimeoutMs = 130_000 }: HttpServerOptions,
): Promise<HttpServer> {
  let draining = false;
  const server = createServer(
    {
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      connectionsCheckingInterval: Math.min(2_000, headersTimeoutMs),
      // Longer than the idle timeout of the usual proxies, so that it is they who close.
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
    },
    (request, response) => {
      if (draining) response.setHeader("Connection", "close");
      // A connection that was promised to be kept alive is idle again only after this.
      response.once("close", () => {
        if (draining) setImmediate(() => server.closeIdleConnections());
      });
      listener(request, response);
    },
  );
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    async stop(graceMs) {
      draining = true;
      let clean = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => {
        clean = false;
        server.closeAllConnections();
      }, graceMs);
      await closed;
      clearTimeout(timer);
      return clean;
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
}
