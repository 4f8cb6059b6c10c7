import { Code } from "@connectrpc/connect";
import { isUnavailable } from "@finflow/postgres/postgres-failure";
import { errorTable, joinErrorTables } from "@finflow/service-host/error-table";
import { storeErrors } from "@finflow/service-host/store-errors";
import type { UploadError, UploadErrorReason } from "../domain/upload-error.ts";

/** Another user's id answers exactly as one that nobody has. */
const domainErrors = errorTable<UploadErrorReason, UploadError>("finflow.upload", {
  document_not_found: { code: Code.NotFound, message: "there is no such document" },
  transaction_not_found: { code: Code.NotFound, message: "there is no such transaction" },
  account_not_found: { code: Code.NotFound, message: "there is no such account" },
  user_erased: {
    code: Code.PermissionDenied,
    message: "this account was deleted",
    help: "Sign up again to start anew.",
  },
  not_failed: {
    code: Code.FailedPrecondition,
    message: "the document has not failed",
    help: "Only a document that failed can be tried again.",
  },
  bytes_missing: {
    code: Code.FailedPrecondition,
    message: "the file's bytes are not there",
    help: "Send them to the upload URL first, or start again once it has expired.",
  },
  bytes_differ: {
    code: Code.FailedPrecondition,
    message: "the file's bytes are not those that were announced",
    help: "Send the file whose size and SHA-256 were announced, or start again with this one's.",
  },
  content_missing: {
    code: Code.FailedPrecondition,
    message: "the file's bytes are not there yet",
    help: "Finish the upload first.",
  },
  too_many_pending: {
    code: Code.ResourceExhausted,
    message: "too many uploads were started and not finished",
    help: "Finish some of them, or wait until they expire.",
  },
  stale_etag: {
    code: Code.Aborted,
    message: "the transaction was changed since it was read",
    help: "Read it again, then change it.",
  },
  invalid_field: (error) => ({
    code: Code.InvalidArgument,
    message: `${error.field} ${error.message}`,
    violations: [{ field: error.field ?? "", description: error.message }],
  }),
});

export const uploadErrors = joinErrorTables(
  domainErrors,
  storeErrors("finflow.upload", "documents cannot be reached at the moment", isUnavailable),
);
