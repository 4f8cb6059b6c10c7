import { errorReply } from "./error-reply.ts";

export type RestResponse = { status: number; header: Headers; body: Uint8Array };

/** An error as REST answers it: AIP-193, never cached. `method` is the request's: HEAD gets no body. */
export function errorResponse(error: unknown, method: string): RestResponse {
  const { status, header, body } = errorReply(error);
  header.set("Cache-Control", "no-store");
  return jsonResponse(status, header, JSON.stringify(body), method);
}

export function jsonResponse(status: number, header: Headers, text: string, method: string): RestResponse {
  const bytes = Buffer.from(text, "utf8");
  header.set("Content-Type", "application/json; charset=utf-8");
  header.set("Content-Length", String(bytes.byteLength));
  return { status, header, body: method === "HEAD" ? new Uint8Array() : bytes };
}

/** Whether If-None-Match names this ETag: RFC 9110, 13.1.2, weak comparison. */
export function matchesEtag(condition: string | null, etag: string): boolean {
  if (condition === null) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return condition.trim() === "*" || condition.split(",").some((tag) => opaque(tag) === opaque(etag));
}
