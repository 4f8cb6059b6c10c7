import { create, type MessageInitShape } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import { type UploadService, WatchDocumentsResponseSchema } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { documentsById, documentVersions } from "../adapters/postgres-documents.ts";
import { documentMessages } from "./document-message.ts";
import type { RpcPorts } from "./ports.ts";

/** Documents read at once. */
const atOnce = 100;

/**
 * States, not steps: a document that changes faster than they are sent is sent as it then is. Between two looks
 * at the store nothing of it is held.
 */
export function watchDocuments(ports: RpcPorts): ServiceImpl<typeof UploadService>["watchDocuments"] {
  return async function* ({ documentIds }, context) {
    const { pool, changes } = ports;
    const { userId } = requireUser(context);
    const sent = new Map<string, number>();
    const watch = changes.watch(userId, context.signal);
    try {
      do {
        const versions = await documentVersions(pool, userId, documentIds);
        const changed = [...versions].filter(([id, version]) => sent.get(id) !== version).map(([id]) => id);
        const gone = [...sent.keys()].filter((id) => !versions.has(id));
        for (let at = 0; at < changed.length; at += atOnce) {
          const documents = await documentsById(pool, userId, changed.slice(at, at + atOnce));
          for (const document of documents) sent.set(document.documentId, document.version);
          for (const value of await documentMessages(pool, userId, documents)) {
            yield change({ case: "document", value });
          }
        }
        for (const value of gone) {
          sent.delete(value);
          yield change({ case: "deletedDocumentId", value });
        }
      } while (await watch.next());
    } finally {
      watch.stop();
    }
  };
}

function change(change: MessageInitShape<typeof WatchDocumentsResponseSchema>["change"]) {
  return create(WatchDocumentsResponseSchema, { change });
}
