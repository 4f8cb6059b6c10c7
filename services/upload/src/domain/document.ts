import type { FailureReason } from "@finflow/statements/statement";
import type { Verdict } from "./printed-row.ts";

/** PENDING: announced; UPLOADED: its bytes are there; EXTRACTING: a worker has it. */
export type DocumentStatus = "PENDING" | "UPLOADED" | "EXTRACTING" | "COMPLETED" | "FAILED";

export type Document = {
  userId: string;
  documentId: string;
  fileName: string;
  sizeBytes: number;
  /** Lower-case hexadecimal. */
  sha256: string;
  status: DocumentStatus;
  version: number;
  attempt: number;
  /** Its pages are pictures: it waits for, or is in, the reading that recognises characters. */
  readsPictures: boolean;
  expiresAt: Date | null;
  failure: FailureReason | null;
  verdict: Verdict | null;
  pages: number;
  transactionCount: number;
  newTransactionCount: number;
  sameStatementAs: string | null;
  saidCurrency: string | null;
  saidYear: number | null;
  createdAt: Date;
  updatedAt: Date;
};

/** A job for the worker: it is for this attempt, and does nothing once there is a later one. */
export type ReadingJob = {
  userId: string;
  documentId: string;
  attempt: number;
  /** Of the pages' pictures; such jobs have a queue of their own, so that they hold up no other. */
  readsPictures: boolean;
};

/** After so many times taken up without an end, a document fails. */
export const mostTries = 3;

/** The document's own id: never a hash, which would tell who has the same file. */
export function objectKey(documentId: string): string {
  return documentId;
}
