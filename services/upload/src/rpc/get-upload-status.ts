import type { ServiceImpl } from "@connectrpc/connect";
import type { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { findDocument } from "../adapters/postgres-documents.ts";
import { UploadError } from "../domain/upload-error.ts";
import { documentMessage } from "./document-message.ts";
import type { RpcPorts } from "./ports.ts";

export function getUploadStatus({ pool }: RpcPorts): ServiceImpl<typeof UploadService>["getUploadStatus"] {
  return async ({ documentId }, context) => {
    const document = await findDocument(pool, requireUser(context).userId, documentId);
    if (!document) throw new UploadError("document_not_found");
    return documentMessage(pool, document);
  };
}
