import type { ConnectRouter } from "@connectrpc/connect";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { AccountService } from "@finflow/gen/finflow/upload/v1/account_pb";
import { CorrectionService } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { RuleService } from "@finflow/gen/finflow/upload/v1/rule_pb";
import { UploadService } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { completeUpload } from "./complete-upload.ts";
import { deleteDocument } from "./delete-document.ts";
import { getDocumentContent } from "./get-document-content.ts";
import { getUploadStatus } from "./get-upload-status.ts";
import { initiateUpload } from "./initiate-upload.ts";
import { listAccounts } from "./list-accounts.ts";
import { listCorrections } from "./list-corrections.ts";
import { listDocuments } from "./list-documents.ts";
import { listUserAccounts } from "./list-user-accounts.ts";
import { listUsers } from "./list-users.ts";
import type { RpcPorts } from "./ports.ts";
import { retryDocument } from "./retry-document.ts";
import { streamUserRows } from "./stream-user-rows.ts";
import { updateAccount } from "./update-account.ts";
import { updateDocument } from "./update-document.ts";
import { updateTransaction } from "./update-transaction.ts";
import { watchDocuments } from "./watch-documents.ts";

/** Every RPC of upload. What is not named answers UNIMPLEMENTED: rules, and corrections in batches. */
export function uploadRoutes(ports: RpcPorts): (router: ConnectRouter) => void {
  return (router) => {
    router.service(UploadService, {
      initiateUpload: initiateUpload(ports),
      completeUpload: completeUpload(ports),
      getUploadStatus: getUploadStatus(ports),
      retryDocument: retryDocument(ports),
      listDocuments: listDocuments(ports),
      watchDocuments: watchDocuments(ports),
      getDocumentContent: getDocumentContent(ports),
      updateDocument: updateDocument(ports),
      deleteDocument: deleteDocument(ports),
    });
    router.service(AccountService, {
      listAccounts: listAccounts(ports),
      updateAccount: updateAccount(ports),
    });
    router.service(CorrectionService, {
      updateTransaction: updateTransaction(ports),
      listCorrections: listCorrections(ports),
    });
    router.service(RuleService, {});
    router.service(UserRowsService, {
      streamUserRows: streamUserRows(ports),
      listUsers: listUsers(ports),
      listUserAccounts: listUserAccounts(ports),
    });
  };
}
