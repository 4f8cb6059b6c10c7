import { create, toJson } from "@bufbuild/protobuf";
import { CompleteUploadResponseSchema } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { invalidFields } from "@finflow/rest-transcoder/rest-error";
import { callInit, type Exchange, queryOf } from "../http/exchange.ts";
import { sendJson } from "../http/respond.ts";
import type { EdgeCalls } from "../rpc/edge-calls.ts";
import { type MultipartLimits, readMultipart } from "../upload/read-multipart.ts";
import { type SendContent, takeIn, waitUntilRead } from "../upload/take-in.ts";
import type { UploadSlots } from "../upload/upload-slots.ts";
import type { Admit } from "./admit.ts";
import type { EdgeHandler } from "./edge-handler.ts";

export type UploadFileDeps = {
  admit: Admit;
  calls: EdgeCalls;
  slots: UploadSlots;
  sendContent: SendContent;
  limits: MultipartLimits;
  /** Fires when edge stops: nobody waits any longer. */
  draining: AbortSignal;
};

const cost = 2;

/** POST /upload: a whole file in one request; 202 with how far it has come. */
export function uploadFile(deps: UploadFileDeps): EdgeHandler {
  const { admit, calls, slots, sendContent, limits, draining } = deps;
  return async (exchange) => {
    const { userId } = await admit(exchange, cost);
    const waitMs = readWait(queryOf(exchange));
    const taken = await holdingSlot(slots, userId, exchange, async () => {
      const file = await readMultipart(exchange.request, limits, exchange.signal);
      return takeIn(calls, sendContent, file, callInit(exchange));
    });
    // Without the slot: the bytes are where they belong.
    const answer =
      waitMs === 0 ? taken : await waitUntilRead(calls, taken, { waitMs, draining }, callInit(exchange));
    const json = toJson(CompleteUploadResponseSchema, create(CompleteUploadResponseSchema, answer), {
      alwaysEmitImplicit: true,
    });
    sendJson(exchange, 202, json);
  };
}

async function holdingSlot<T>(
  slots: UploadSlots,
  userId: string,
  { signal }: Exchange,
  work: () => Promise<T>,
): Promise<T> {
  const giveBack = await slots.take(userId, signal);
  try {
    return await work();
  } finally {
    giveBack();
  }
}

/** `wait=30s`, 60 s at most; in milliseconds, 0 without it. */
function readWait(query: string): number {
  const given = new URLSearchParams(query);
  const wait = given.getAll("wait");
  const unknown = [...given.keys()].find((name) => name !== "wait");
  if (unknown !== undefined) {
    throw invalidFields([{ field: unknown.slice(0, 100), description: "unknown query parameter" }]);
  }
  if (wait.length === 0) return 0;
  const seconds = /^(\d{1,2})s$/.exec(wait[0] ?? "")?.[1];
  if (wait.length > 1 || seconds === undefined || Number(seconds) > 60) {
    throw invalidFields([
      { field: "wait", description: "must be a whole number of seconds up to 60, such as 30s" },
    ]);
  }
  return Number(seconds) * 1000;
}
