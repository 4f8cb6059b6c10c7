import { randomUUIDv7 } from "node:crypto";
import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type InitiateUploadRequest,
  InitiateUploadResponseSchema,
  type UploadService,
} from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import {
  askForReading,
  countDocuments,
  insertPending,
  lockDocument,
  renewPending,
} from "../adapters/postgres-documents.ts";
import { savePassword } from "../adapters/postgres-passwords.ts";
import { type LockedUser, withUserLock } from "../adapters/postgres-users.ts";
import { type Document, objectKey } from "../domain/document.ts";
import { isOneLine } from "../domain/one-line.ts";
import { sealPassword } from "../domain/password-seal.ts";
import { invalidField, UploadError } from "../domain/upload-error.ts";
import { queueReading } from "../work/queue-reading.ts";
import type { RpcPorts } from "./ports.ts";

/** Announced and not finished, per user: announcing costs nothing, so it has a bound. */
const mostPending = 1_000;

/** The request id is not looked at: the bytes' SHA-256 makes a repetition the same upload. */
export function initiateUpload(ports: RpcPorts): ServiceImpl<typeof UploadService>["initiateUpload"] {
  return async (request, context) => {
    const { userId } = requireUser(context);
    const announced = announcement(request);
    const document = await withUserLock(
      ports.pool,
      userId,
      (user) => announce(ports, user, announced),
      context.signal,
    );
    if (document.status !== "PENDING") {
      if (document.status === "UPLOADED") await queueReading(ports, document);
      return create(InitiateUploadResponseSchema, { documentId: document.documentId, duplicate: true });
    }
    const expiresAt = document.expiresAt!;
    const { url, headers } = await ports.objects.presignPut({
      key: objectKey(document.documentId),
      sizeBytes: document.sizeBytes,
      sha256: document.sha256,
      expiresAt,
    });
    return create(InitiateUploadResponseSchema, {
      documentId: document.documentId,
      uploadUrl: url,
      uploadHeaders: headers,
      expiresAt: timestampFromDate(expiresAt),
    });
  };
}

type Announcement = { fileName: string; sizeBytes: number; sha256: string; password: string };

function announcement(request: InitiateUploadRequest): Announcement {
  const { fileName, sizeBytes, password } = request;
  if (!isOneLine(fileName)) throw invalidField("fileName", "must be one line of text");
  return { fileName, sizeBytes, password, sha256: request.sha256.toLowerCase() };
}

async function announce(ports: RpcPorts, user: LockedUser, announced: Announcement): Promise<Document> {
  const { session, userId } = user;
  const { fileName, sizeBytes, sha256, password } = announced;
  const lifetimeSeconds = ports.pendingSeconds;
  let document = await lockDocument(session, userId, { sha256 });
  if (!document) {
    if ((await countDocuments(session, userId, "PENDING")) >= mostPending) {
      throw new UploadError("too_many_pending");
    }
    const documentId = randomUUIDv7();
    document = await insertPending(session, {
      userId,
      documentId,
      fileName,
      sizeBytes,
      sha256,
      lifetimeSeconds,
    });
  } else if (document.status === "PENDING") {
    document = await renewPending(session, document, { fileName, sizeBytes, lifetimeSeconds });
  } else if (document.status === "FAILED") {
    document = await askForReading(session, document);
  }
  // While it is being read too: a reading that fails for want of this password is then done again.
  if (password !== "" && document.status !== "COMPLETED") {
    const { documentId } = document;
    await savePassword(session, userId, documentId, sealPassword(ports.sealingKeys, documentId, password));
  }
  return document;
}
