import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  GetDocumentContentResponseSchema,
  type UploadService,
} from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { findDocument } from "../adapters/postgres-documents.ts";
import { objectKey } from "../domain/document.ts";
import { UploadError } from "../domain/upload-error.ts";
import type { RpcPorts } from "./ports.ts";

/** Bytes in one message. */
const pieceBytes = 65_536;

export function getDocumentContent(ports: RpcPorts): ServiceImpl<typeof UploadService>["getDocumentContent"] {
  return async function* ({ documentId }, context) {
    const document = await findDocument(ports.pool, requireUser(context).userId, documentId);
    if (!document) throw new UploadError("document_not_found");
    if (document.status === "PENDING") throw new UploadError("content_missing");
    const content = await ports.objects.get(objectKey(document.documentId), context.signal);
    if (!content) throw new UploadError("document_not_found");
    let first = { fileName: document.fileName, sizeBytes: document.sizeBytes };
    try {
      for await (const part of content.body) {
        for (let at = 0; at < part.byteLength; at += pieceBytes) {
          const chunk = Uint8Array.from(part.subarray(at, at + pieceBytes));
          yield create(GetDocumentContentResponseSchema, { ...first, chunk });
          first = { fileName: "", sizeBytes: 0 };
        }
      }
    } finally {
      content.body.destroy();
    }
  };
}
