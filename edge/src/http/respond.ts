import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Code } from "@connectrpc/connect";
import { restError } from "@finflow/rest-transcoder/rest-error";
import { errorResponse, jsonResponse, type RestResponse } from "@finflow/rest-transcoder/rest-response";
import type { Exchange } from "./exchange.ts";

export function send({ response }: Exchange, { status, header, body }: RestResponse): void {
  for (const [name, value] of header) response.setHeader(name, value);
  response.writeHead(status);
  response.end(body);
}

export function sendJson(exchange: Exchange, status: number, json: unknown): void {
  const header = new Headers({ "Cache-Control": "no-store" });
  send(exchange, jsonResponse(status, header, JSON.stringify(json), exchange.method));
}

/** What was thrown, as AIP-193; a response that has begun is cut off instead, so that nobody takes it for whole. */
export function sendError(exchange: Exchange, error: unknown): void {
  const { response, method } = exchange;
  if (response.headersSent) response.destroy();
  else send(exchange, errorResponse(error, method));
}

export function sendNotFound(exchange: Exchange): void {
  sendError(exchange, restError(Code.NotFound, "there is nothing at this path", { reason: "NO_SUCH_PATH" }));
}

/** Streams bytes with backpressure. An error after the first byte cuts the connection. */
export async function sendStream(
  { response, signal }: Exchange,
  headers: Readonly<Record<string, string | number>>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.writeHead(200);
  await pipeline(Readable.from(chunks, { objectMode: false }), response, { signal });
}
