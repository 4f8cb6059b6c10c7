import type { ServiceImpl } from "@connectrpc/connect";
import type { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { askForReading, lockDocument } from "../adapters/postgres-documents.ts";
import { savePassword } from "../adapters/postgres-passwords.ts";
import { withUserLock } from "../adapters/postgres-users.ts";
import { sealPassword } from "../domain/password-seal.ts";
import { UploadError } from "../domain/upload-error.ts";
import { queueReading } from "../work/queue-reading.ts";
import { documentMessage } from "./document-message.ts";
import type { RpcPorts } from "./ports.ts";

export function retryDocument(ports: RpcPorts): ServiceImpl<typeof UploadService>["retryDocument"] {
  return async ({ documentId, password }, context) => {
    const { userId } = requireUser(context);
    const document = await withUserLock(
      ports.pool,
      userId,
      async ({ session }) => {
        const found = await lockDocument(session, userId, { documentId });
        if (!found) throw new UploadError("document_not_found");
        if (found.status !== "FAILED") throw new UploadError("not_failed");
        const asked = await askForReading(session, found);
        if (password !== "") {
          await savePassword(
            session,
            userId,
            found.documentId,
            // The id as it is stored, not as it was asked for: it is part of the seal.
            sealPassword(ports.sealingKeys, found.documentId, password),
          );
        }
        return asked;
      },
      context.signal,
    );
    await queueReading(ports, document);
    return documentMessage(ports.pool, document);
  };
}
