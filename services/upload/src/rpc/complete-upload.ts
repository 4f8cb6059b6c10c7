import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { CompleteUploadResponseSchema, type UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { askForReading, findDocument, lockDocument } from "../adapters/postgres-documents.ts";
import { withUserLock } from "../adapters/postgres-users.ts";
import type { Document } from "../domain/document.ts";
import { objectKey } from "../domain/document.ts";
import { UploadError } from "../domain/upload-error.ts";
import { queueReading } from "../work/queue-reading.ts";
import { statusCode } from "./document-message.ts";
import type { RpcPorts } from "./ports.ts";

export function completeUpload(ports: RpcPorts): ServiceImpl<typeof UploadService>["completeUpload"] {
  return async ({ documentId }, context) => {
    const { userId } = requireUser(context);
    const { pool } = ports;
    const announced = await findDocument(pool, userId, documentId);
    if (!announced) throw new UploadError("document_not_found");
    // The store is asked before the user is locked: nobody waits for it.
    if (announced.status === "PENDING") await checkBytes(ports, announced, context.signal);
    const { document, isFirst, revision } = await withUserLock(
      pool,
      userId,
      async ({ session, revision }) => {
        const found = await lockDocument(session, userId, { documentId });
        if (!found) throw new UploadError("document_not_found");
        const isFirst = found.status === "PENDING";
        if (isFirst && !hasBytesOf(announced, found)) throw new UploadError("bytes_differ");
        return { document: isFirst ? await askForReading(session, found) : found, isFirst, revision };
      },
      context.signal,
    );
    if (isFirst) await queueReading(ports, document);
    return create(CompleteUploadResponseSchema, {
      documentId: document.documentId,
      status: statusCode[document.status],
      duplicate: !isFirst,
      revision,
    });
  };
}

/** It was announced once more meanwhile, with another size: what was checked is not what it says now. */
function hasBytesOf(checked: Document, found: Document): boolean {
  return checked.sizeBytes === found.sizeBytes && checked.status === "PENDING";
}

/** @throws UploadError `bytes_missing`, `bytes_differ` */
async function checkBytes(ports: RpcPorts, document: Document, signal: AbortSignal): Promise<void> {
  const stored = await ports.objects.stat(objectKey(document.documentId), signal);
  if (!stored) throw new UploadError("bytes_missing");
  if (stored.sizeBytes !== document.sizeBytes || stored.sha256 !== document.sha256) {
    throw new UploadError("bytes_differ");
  }
}
