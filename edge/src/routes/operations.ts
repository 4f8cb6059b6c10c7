import type { EdgeOperation } from "@finflow/rest-transcoder/edge-routes";
import type { ContentStore } from "../upload/content-store.ts";
import type { DocumentRoutes } from "./documents.ts";
import type { EdgeHandler } from "./edge-handler.ts";
import { exportTransactions, getDocumentContent } from "./files.ts";
import { putUploadContent } from "./put-upload-content.ts";
import { sampleRoutes } from "./samples.ts";
import { type UploadFileDeps, uploadFile } from "./upload-file.ts";

export type OperationDeps = UploadFileDeps & {
  store: ContentStore | undefined;
  documents: DocumentRoutes;
  health: EdgeHandler;
  now: () => Date;
};

/** A handler for each route of `edge-routes.ts`; the compiler refuses a missing one. */
export function edgeOperations(deps: OperationDeps): Readonly<Record<EdgeOperation, EdgeHandler>> {
  const { listSamples, getSample } = sampleRoutes(deps.now);
  return {
    UploadFile: uploadFile(deps),
    PutUploadContent: putUploadContent(deps.store, deps.now),
    GetDocumentContent: getDocumentContent(deps.calls),
    ExportTransactions: exportTransactions(deps.calls),
    ListSamples: listSamples,
    GetSample: getSample,
    GetHealth: deps.health,
    GetOpenApi: deps.documents.getOpenApi,
    GetDocs: deps.documents.getDocs,
  };
}
