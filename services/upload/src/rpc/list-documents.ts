import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { ListDocumentsResponseSchema, type UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { countDocuments, listDocuments as readDocuments } from "../adapters/postgres-documents.ts";
import { documentMessages } from "./document-message.ts";
import type { RpcPorts } from "./ports.ts";

const defaultPageSize = 50;

export function listDocuments(ports: RpcPorts): ServiceImpl<typeof UploadService>["listDocuments"] {
  return async ({ pageSize, pageToken }, context) => {
    const { pool, pageTokens } = ports;
    const { userId } = requireUser(context);
    const list = `documents ${userId}`;
    const limit = pageSize || defaultPageSize;
    const before = pageTokens.read(list, pageToken);
    const found = await readDocuments(pool, userId, { before, limit: limit + 1 });
    const page = found.slice(0, limit);
    return create(ListDocumentsResponseSchema, {
      documents: await documentMessages(pool, userId, page),
      nextPageToken: found.length > limit ? pageTokens.make(list, page.at(-1)!.documentId) : "",
      totalSize: await countDocuments(pool, userId),
    });
  };
}
