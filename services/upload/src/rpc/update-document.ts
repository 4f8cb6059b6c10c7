import type { ServiceImpl } from "@connectrpc/connect";
import type { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { requireUser } from "@finflow/identity/identity";
import { isCurrency } from "@finflow/money/currency";
import { askForReading, lockDocument, sayOfDocument } from "../adapters/postgres-documents.ts";
import { withUserLock } from "../adapters/postgres-users.ts";
import { invalidField, UploadError } from "../domain/upload-error.ts";
import { queueReading } from "../work/queue-reading.ts";
import { documentMessage } from "./document-message.ts";
import type { RpcPorts } from "./ports.ts";

/**
 * What is said anew makes the file be read again, under a new claim if it is being read now. Its rows stay until
 * that is done. A protected file then asks for its password, which is not kept.
 */
export function updateDocument(ports: RpcPorts): ServiceImpl<typeof UploadService>["updateDocument"] {
  return async (request, context) => {
    const { userId } = requireUser(context);
    const { documentId } = request;
    if (request.currency && !isCurrency(request.currency)) {
      throw invalidField("currency", "must be an ISO 4217 code");
    }
    const { document, isChanged } = await withUserLock(
      ports.pool,
      userId,
      async ({ session }) => {
        const found = await lockDocument(session, userId, { documentId });
        if (!found) throw new UploadError("document_not_found");
        const currency = request.currency === undefined ? found.saidCurrency : request.currency || null;
        const year = request.year === undefined ? found.saidYear : request.year || null;
        if (currency === found.saidCurrency && year === found.saidYear) {
          return { document: found, isChanged: false };
        }
        const said = await sayOfDocument(session, found, { currency, year });
        if (found.status === "PENDING") return { document: said, isChanged: false };
        return { document: await askForReading(session, said), isChanged: true };
      },
      context.signal,
    );
    if (isChanged) await queueReading(ports, document);
    return documentMessage(ports.pool, document);
  };
}
