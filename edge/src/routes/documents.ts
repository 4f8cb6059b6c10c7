import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { matchesEtag } from "@finflow/rest-transcoder/rest-response";
import { docsPage, docsStyle } from "../http/docs-page.ts";
import type { Exchange } from "../http/exchange.ts";
import { send } from "../http/respond.ts";
import type { EdgeHandler } from "./edge-handler.ts";

export type DocumentRoutes = { getOpenApi: EdgeHandler; getDocs: EdgeHandler; getDocsStyle: EdgeHandler };

/** /openapi.json and /docs, made from the generated document when edge is built. */
export function documentRoutes(): DocumentRoutes {
  const openApi = readFileSync(new URL("../../../gen/openapi.json", import.meta.url), "utf8");
  return {
    getOpenApi: textRoute("application/json; charset=utf-8", openApi),
    getDocs: textRoute("text/html; charset=utf-8", docsPage(JSON.parse(openApi))),
    getDocsStyle: textRoute("text/css; charset=utf-8", docsStyle),
  };
}

function textRoute(type: string, content: string): EdgeHandler {
  const body = Buffer.from(content, "utf8");
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  return (exchange: Exchange) => {
    const header = new Headers({ "Content-Type": type, "Cache-Control": "no-cache", ETag: etag });
    if (matchesEtag(exchange.header.get("if-none-match"), etag)) {
      return send(exchange, { status: 304, header, body: new Uint8Array() });
    }
    header.set("Content-Length", String(body.byteLength));
    send(exchange, { status: 200, header, body });
  };
}
