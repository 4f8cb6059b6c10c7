import { setTimeout as pause } from "node:timers/promises";
import type { MessageShape } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import {
  type CompleteUploadResponseSchema,
  Document_Status,
  UploadService,
} from "@finflow/gen/finflow/upload/v1/upload_pb";
import type { CallInit, EdgeCalls } from "../rpc/edge-calls.ts";
import { type ContentStore, storeSigned } from "./content-store.ts";
import type { UploadedFile } from "./read-multipart.ts";

/** Where edge puts the bytes that it took in, at the address that InitiateUpload gave. */
export type SendContent = (
  uploadUrl: string,
  uploadHeaders: Readonly<Record<string, string>>,
  bytes: Buffer,
  signal: AbortSignal,
) => Promise<void>;

export type Taken = Omit<MessageShape<typeof CompleteUploadResponseSchema>, "$typeName" | "$unknown">;

const settled: ReadonlySet<Document_Status> = new Set([Document_Status.COMPLETED, Document_Status.FAILED]);

/** What a client does in three steps: announces the file, stores it, and completes it. */
export async function takeIn(
  calls: EdgeCalls,
  sendContent: SendContent,
  file: UploadedFile,
  init: CallInit,
): Promise<Taken> {
  const { fileName, sha256, password, bytes } = file;
  const announced = await calls.unary(
    UploadService.method.initiateUpload,
    { fileName, sha256, password, sizeBytes: bytes.byteLength },
    init,
  );
  const { documentId, uploadUrl, uploadHeaders, duplicate } = announced.message;
  if (uploadUrl === "") {
    const { status, revision } = await statusOf(calls, documentId, init);
    return { documentId, status, duplicate, revision };
  }
  await sendContent(uploadUrl, uploadHeaders, bytes, init.signal);
  const completed = await calls.unary(UploadService.method.completeUpload, { documentId }, init);
  return { ...completed.message, duplicate: duplicate || completed.message.duplicate };
}

/** Asks again until the document is read, `waitMs` have passed, edge drains or the client leaves. */
export async function waitUntilRead(
  calls: EdgeCalls,
  taken: Taken,
  { waitMs, draining }: { waitMs: number; draining: AbortSignal },
  init: CallInit,
): Promise<Taken> {
  const until = performance.now() + waitMs;
  let { status, revision } = taken;
  const woken = AbortSignal.any([init.signal, draining]);
  for (let everyMs = 50; !settled.has(status); everyMs = Math.min(everyMs * 1.5, 500)) {
    const left = until - performance.now();
    if (left <= 0) break;
    await pause(Math.min(everyMs, left), undefined, { signal: woken }).catch(() => {});
    init.signal.throwIfAborted();
    // How far it has come is an answer too, and better than a connection that is cut.
    if (draining.aborted) break;
    ({ status, revision } = await statusOf(calls, taken.documentId, init));
  }
  return { ...taken, status, revision };
}

async function statusOf(calls: EdgeCalls, documentId: string, init: CallInit) {
  return (await calls.unary(UploadService.method.getUploadStatus, { documentId }, init)).message;
}

/** Sends bytes to where upload said: a path of edge's own, or the object store's presigned address. */
export function contentSender(store: ContentStore | undefined, now: () => Date): SendContent {
  return async (uploadUrl, uploadHeaders, bytes, signal) => {
    if (!uploadUrl.startsWith("/")) return putToObjectStore(uploadUrl, uploadHeaders, bytes, signal);
    if (!store) throw new Error("upload gave an address of edge's own, and edge has no store");
    const [path = "", query = ""] = uploadUrl.split("?", 2);
    await storeSigned(store, path.slice(path.lastIndexOf("/") + 1), query, bytes, { now: now(), signal });
  };
}

/** Sends bytes to an object store at an absolute, presigned address. @throws ConnectError UNAVAILABLE */
async function putToObjectStore(
  uploadUrl: string,
  uploadHeaders: Readonly<Record<string, string>>,
  bytes: Buffer,
  signal: AbortSignal,
): Promise<void> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(60_000)]);
  let answer: Response;
  try {
    answer = await fetch(uploadUrl, {
      method: "PUT",
      headers: uploadHeaders,
      body: new Uint8Array(bytes),
      signal: bounded,
      redirect: "error",
    });
    await answer.body?.cancel();
  } catch (cause) {
    throw new ConnectError("the object store does not answer", Code.Unavailable, undefined, undefined, cause);
  }
  if (!answer.ok) {
    const cause = new Error(`the object store answered ${answer.status}`);
    throw new ConnectError(
      "the object store did not take the file",
      Code.Unavailable,
      undefined,
      undefined,
      cause,
    );
  }
}
