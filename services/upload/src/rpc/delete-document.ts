import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { DeleteDocumentResponseSchema, type UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { UploadError } from "../domain/upload-error.ts";
import { removeDocument } from "../work/remove-document.ts";
import type { RpcPorts } from "./ports.ts";

export function deleteDocument({ pool }: RpcPorts): ServiceImpl<typeof UploadService>["deleteDocument"] {
  return async ({ documentId }, context) => {
    const { userId } = requireUser(context);
    // Not cut short when the caller loses patience: what was asked for gets done.
    const removed = await removeDocument(pool, userId, documentId);
    if (!removed) throw new UploadError("document_not_found");
    return create(DeleteDocumentResponseSchema, removed);
  };
}
