import { existsSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";
import { type Exchange, pathOf } from "./exchange.ts";

export type StaticFiles = {
  /** @returns whether there was a file to answer with */
  serve(exchange: Exchange): boolean;
  /** Answers a navigation to one of the app's own routes with the app. */
  serveApp(exchange: Exchange): boolean;
};

/**
 * The built page. Its files are listed once, at the start, so no path can lead out of the folder. Names under
 * `assets/` carry a hash of their content and are kept for a year; the rest is asked for again each time.
 *
 * @param root may be missing: then there is no page, only the API
 */
export function createStaticFiles(root: string): StaticFiles {
  if (!existsSync(join(root, "index.html"))) return { serve: () => false, serveApp: () => false };
  const files = sirv(root, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const hashed = path.startsWith("/assets/");
      response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });

  function answer({ request, response }: Exchange, path: string): boolean {
    let found = true;
    const { url } = request;
    request.url = path;
    files(request, response, () => {
      found = false;
    });
    request.url = url;
    return found;
  }

  return {
    serve(exchange) {
      return isRead(exchange) && answer(exchange, pathOf(exchange));
    },
    serveApp(exchange) {
      const navigates = exchange.header.get("accept")?.includes("text/html") ?? false;
      const looksLikeAFile = /\.[^/]*$/.test(pathOf(exchange));
      return isRead(exchange) && navigates && !looksLikeAFile && answer(exchange, "/index.html");
    },
  };
}

function isRead({ method }: Exchange): boolean {
  return method === "GET" || method === "HEAD";
}
