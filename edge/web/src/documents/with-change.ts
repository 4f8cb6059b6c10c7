import type { Document, WatchDocumentsResponse } from "@finflow/gen/finflow/upload/v1/upload_pb";

/** The list with a change of WatchDocuments applied: newest first, as UUIDv7 are in order of time. */
export function withChange(list: readonly Document[], change: WatchDocumentsResponse["change"]): Document[] {
  if (change.case === "deletedDocumentId")
    return list.filter(({ documentId }) => documentId !== change.value);
  if (change.case !== "document") return [...list];
  const others = list.filter(({ documentId }) => documentId !== change.value.documentId);
  const older = others.findIndex(({ documentId }) => documentId < change.value.documentId);
  return older < 0 ? [...others, change.value] : others.toSpliced(older, 0, change.value);
}
