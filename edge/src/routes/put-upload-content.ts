import { Code } from "@connectrpc/connect";
import { restError } from "@finflow/rest-transcoder/rest-error";
import { queryOf } from "../http/exchange.ts";
import { sendJson, sendNotFound } from "../http/respond.ts";
import { type ContentStore, storeSigned } from "../upload/content-store.ts";
import type { EdgeHandler } from "./edge-handler.ts";

/** How long a file may take to arrive, in milliseconds. */
const totalMs = 120_000;

/** PUT /upload/content/{document_id}: the signed address that InitiateUpload gave, where edge takes the bytes. */
export function putUploadContent(store: ContentStore | undefined, now: () => Date): EdgeHandler {
  return async (exchange, [key = ""]) => {
    if (!store) return sendNotFound(exchange);
    const late = AbortSignal.timeout(totalMs);
    const signal = AbortSignal.any([exchange.signal, late]);
    // A body that is refused half-way must not take the connection with it before the answer is out.
    const body = exchange.request.iterator({ destroyOnReturn: false });
    try {
      await storeSigned(store, key, queryOf(exchange), body, { now: now(), signal });
    } catch (error) {
      if (!late.aborted) throw error;
      throw restError(Code.DeadlineExceeded, "the file did not arrive in time", {
        reason: "BODY_TIMEOUT",
        httpStatus: 408,
      });
    }
    sendJson(exchange, 200, {});
  };
}
