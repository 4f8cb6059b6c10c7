import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { StatementSchema } from "@finflow/gen/finflow/type/v1/statement_pb";
import { Document_Status, DocumentSchema, Failure_Reason } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { minorDigits } from "@finflow/money/currency";
import { formatMinor } from "@finflow/money/decimal";
import type { FailureReason } from "@finflow/statements/statement";
import { type StoredStatement, statementsOf } from "../adapters/postgres-statements.ts";
import { currentRevision } from "../adapters/postgres-users.ts";
import type { Session } from "../adapters/session.ts";
import { verdictCode } from "../adapters/transaction-message.ts";
import type { Document, DocumentStatus } from "../domain/document.ts";
import { failureOf } from "../domain/failure.ts";

export const statusCode: Record<DocumentStatus, Document_Status> = {
  PENDING: Document_Status.PENDING,
  UPLOADED: Document_Status.UPLOADED,
  EXTRACTING: Document_Status.EXTRACTING,
  COMPLETED: Document_Status.COMPLETED,
  FAILED: Document_Status.FAILED,
};

const reasonCode: Record<FailureReason, Failure_Reason> = {
  password_needed: Failure_Reason.PASSWORD_NEEDED,
  wrong_password: Failure_Reason.WRONG_PASSWORD,
  unsupported_encryption: Failure_Reason.UNSUPPORTED_ENCRYPTION,
  not_a_pdf: Failure_Reason.NOT_A_PDF,
  unsupported_format: Failure_Reason.NOT_A_PDF,
  damaged: Failure_Reason.DAMAGED,
  too_large: Failure_Reason.TOO_LARGE,
  too_many_pages: Failure_Reason.TOO_MANY_PAGES,
  no_statement_found: Failure_Reason.NO_STATEMENT_FOUND,
  scanned_without_text: Failure_Reason.SCANNED_WITHOUT_TEXT,
  timed_out: Failure_Reason.TIMED_OUT,
  out_of_memory: Failure_Reason.OUT_OF_MEMORY,
  internal: Failure_Reason.INTERNAL,
};

/** The user's revision is read after the documents: it is never older than what they say. */
export async function documentMessages(session: Session, userId: string, documents: readonly Document[]) {
  const statements = await statementsOf(
    session,
    userId,
    documents.map(({ documentId }) => documentId),
  );
  const byDocument = Map.groupBy(statements, ({ documentId }) => documentId);
  const revision = await currentRevision(session, userId);
  return documents.map((document) => message(document, byDocument.get(document.documentId) ?? [], revision));
}

export async function documentMessage(session: Session, document: Document) {
  const [only] = await documentMessages(session, document.userId, [document]);
  return only!;
}

function message(document: Document, statements: readonly StoredStatement[], revision: number) {
  const isDone = document.status === "COMPLETED";
  const failure = document.failure && failureOf(document.failure);
  return create(DocumentSchema, {
    documentId: document.documentId,
    // What waits for its second reading has been taken up long ago.
    status:
      document.readsPictures && document.status === "UPLOADED"
        ? Document_Status.EXTRACTING
        : statusCode[document.status],
    recognizing:
      document.readsPictures && (document.status === "UPLOADED" || document.status === "EXTRACTING"),
    failure: failure
      ? { reason: reasonCode[failure.reason], message: failure.message, help: failure.help }
      : undefined,
    verdict: isDone && document.verdict ? verdictCode[document.verdict] : undefined,
    transactionCount: document.transactionCount,
    newTransactionCount: document.newTransactionCount,
    statements: statements.map(statementMessage),
    revision,
    fileName: document.fileName,
    sizeBytes: document.sizeBytes,
    sha256: document.sha256,
    pages: document.pages,
    createTime: timestampFromDate(document.createdAt),
    updateTime: timestampFromDate(document.updatedAt),
    sameStatementAs: document.sameStatementAs ?? undefined,
    currency: document.saidCurrency ?? "",
    year: document.saidYear ?? 0,
  });
}

function statementMessage(statement: StoredStatement) {
  const digits = minorDigits(statement.currency);
  const decimal = (minor: bigint | null) => (minor === null ? undefined : formatMinor(minor, digits));
  const { periodFrom, periodTo } = statement;
  return create(StatementSchema, {
    statementId: statement.statementId,
    accountId: statement.accountId,
    currency: statement.currency,
    openingBalance: decimal(statement.opening),
    closingBalance: decimal(statement.closing),
    period: periodFrom !== null && periodTo !== null ? { from: periodFrom, to: periodTo } : undefined,
    verdict: verdictCode[statement.verdict],
    warnings: statement.warnings,
    checks: statement.checks.map((check) => ({ ...check, page: check.page ?? 0 })),
    institution: statement.institution,
    maskedNumber: statement.maskedNumber,
    transactionCount: statement.transactionCount,
    totalCredit: formatMinor(statement.totalCredit, digits),
    totalDebit: formatMinor(statement.totalDebit, digits),
  });
}
