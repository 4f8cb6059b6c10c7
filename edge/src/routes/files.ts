import { AnalyticsService } from "@finflow/gen/finflow/analytics/v1/analytics_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { callInit } from "../http/exchange.ts";
import { sendStream } from "../http/respond.ts";
import type { EdgeCalls } from "../rpc/edge-calls.ts";
import { requestReader } from "./bind-request.ts";
import type { EdgeHandler } from "./edge-handler.ts";

/** GET /upload/documents/{document_id}/content: the file, never shown in this origin. */
export function getDocumentContent(calls: EdgeCalls): EdgeHandler {
  const rpc = UploadService.method.getDocumentContent;
  const read = requestReader(rpc, "/upload/documents/{document_id}/content");
  return async (exchange, variables) => {
    const { first, rest } = await begin(calls.stream(rpc, read(exchange, variables), callInit(exchange)));
    const headers = {
      "Content-Type": "application/pdf",
      "Content-Disposition": attachment(first?.fileName || "statement.pdf"),
      "Cache-Control": "private, no-store",
      ...(first && first.sizeBytes > 0 && { "Content-Length": first.sizeBytes }),
    };
    await sendStream(exchange, headers, chunksOf(first, rest));
  };
}

/** GET /transactions:export: the rows as a file. */
export function exportTransactions(calls: EdgeCalls): EdgeHandler {
  const rpc = AnalyticsService.method.exportTransactions;
  const read = requestReader(rpc, "/transactions:export");
  return async (exchange, variables) => {
    const { first, rest } = await begin(calls.stream(rpc, read(exchange, variables), callInit(exchange)));
    const type = first?.contentType || "text/csv; charset=utf-8";
    const headers = {
      "Content-Type": type,
      "Content-Disposition": attachment(
        `transactions.${type.startsWith("application/json") ? "json" : "csv"}`,
      ),
      "Cache-Control": "private, no-store",
    };
    await sendStream(exchange, headers, chunksOf(first, rest));
  };
}

/** Waits for the first message: an error before it can still be answered as one. */
async function begin<T>(
  messages: AsyncIterable<T>,
): Promise<{ first: T | undefined; rest: AsyncIterator<T> }> {
  const rest = messages[Symbol.asyncIterator]();
  const { done, value } = await rest.next();
  return { first: done ? undefined : value, rest };
}

async function* chunksOf<T extends { chunk: Uint8Array }>(
  first: T | undefined,
  rest: AsyncIterator<T>,
): AsyncIterable<Uint8Array> {
  if (first === undefined) return;
  if (first.chunk.byteLength > 0) yield first.chunk;
  for await (const { chunk } of { [Symbol.asyncIterator]: () => rest }) {
    if (chunk.byteLength > 0) yield chunk;
  }
}

/** RFC 6266 and RFC 8187: a plain name for old clients, the whole one for the others. */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
