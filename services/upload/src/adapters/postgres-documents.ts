import type { Document } from "../domain/document.ts";
import type { Session } from "./session.ts";

const columns = `user_id as "userId", document_id as "documentId", file_name as "fileName",
  size_bytes as "sizeBytes", encode(sha256, 'hex') as sha256, status, version, attempt,
  reads_pictures as "readsPictures", expires_at as "expiresAt", failure, verdict, pages, transaction_count as "transactionCount",
  new_transaction_count as "newTransactionCount", same_statement_as as "sameStatementAs",
  said_currency as "saidCurrency", said_year as "saidYear", created_at as "createdAt", updated_at as "updatedAt"`;

export async function findDocument(
  session: Session,
  userId: string,
  documentId: string,
): Promise<Document | undefined> {
  const { rows } = await session.query<Document>(
    `select ${columns} from documents where user_id = $1 and document_id = $2`,
    [userId, documentId],
  );
  return rows[0];
}

/** The user's lock comes first. */
export async function lockDocument(
  session: Session,
  userId: string,
  by: { documentId: string } | { sha256: string },
): Promise<Document | undefined> {
  const [condition, value] =
    "documentId" in by ? ["document_id = $2", by.documentId] : ["sha256 = decode($2, 'hex')", by.sha256];
  const { rows } = await session.query<Document>(
    `select ${columns} from documents where user_id = $1 and ${condition} for update`,
    [userId, value],
  );
  return rows[0];
}

/** Newest first, older than `before`. */
export async function listDocuments(
  session: Session,
  userId: string,
  page: { before: string | undefined; limit: number },
): Promise<Document[]> {
  const { rows } = await session.query<Document>(
    `select ${columns} from documents
      where user_id = $1 and ($2::uuid is null or document_id < $2) order by document_id desc limit $3`,
    [userId, page.before ?? null, page.limit],
  );
  return rows;
}

export async function documentsById(
  session: Session,
  userId: string,
  documentIds: readonly string[],
): Promise<Document[]> {
  const { rows } = await session.query<Document>(
    `select ${columns} from documents where user_id = $1 and document_id = any($2::uuid[]) order by document_id`,
    [userId, documentIds],
  );
  return rows;
}

export async function countDocuments(
  session: Session,
  userId: string,
  status?: Document["status"],
): Promise<number> {
  const { rows } = await session.query<{ count: number }>(
    "select count(*)::int as count from documents where user_id = $1 and ($2::text is null or status = $2)",
    [userId, status ?? null],
  );
  return rows[0]!.count;
}

/** Of all documents, or of those named; what is missing is not there. */
export async function documentVersions(
  session: Session,
  userId: string,
  documentIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await session.query<{ documentId: string; version: number }>(
    `select document_id as "documentId", version from documents
      where user_id = $1 and (cardinality($2::uuid[]) = 0 or document_id = any($2)) order by document_id`,
    [userId, documentIds],
  );
  return new Map(rows.map(({ documentId, version }) => [documentId, version]));
}

export async function insertPending(
  session: Session,
  document: Pick<Document, "userId" | "documentId" | "fileName" | "sizeBytes" | "sha256"> & {
    lifetimeSeconds: number;
  },
): Promise<Document> {
  const { rows } = await session.query<Document>(
    `insert into documents (user_id, document_id, file_name, size_bytes, sha256, status, expires_at)
     values ($1, $2, $3, $4, decode($5, 'hex'), 'PENDING', now() + make_interval(secs => $6))
     returning ${columns}`,
    [
      document.userId,
      document.documentId,
      document.fileName,
      document.sizeBytes,
      document.sha256,
      document.lifetimeSeconds,
    ],
  );
  return rows[0]!;
}

/** Announced once more before its bytes came: the last announcement counts. */
export async function renewPending(
  session: Session,
  document: Document,
  announced: { fileName: string; sizeBytes: number; lifetimeSeconds: number },
): Promise<Document> {
  const { rows } = await session.query<Document>(
    `update documents set file_name = $3, size_bytes = $4, expires_at = now() + make_interval(secs => $5)
      where user_id = $1 and document_id = $2 returning ${columns}`,
    [
      document.userId,
      document.documentId,
      announced.fileName,
      announced.sizeBytes,
      announced.lifetimeSeconds,
    ],
  );
  return rows[0]!;
}

/**
 * To be read, or read again: a new attempt, so that jobs of earlier ones do nothing, and no claim, so that a
 * worker that reads it now cannot commit.
 */
export async function askForReading(session: Session, document: Document): Promise<Document> {
  const { rows } = await session.query<Document>(
    `update documents set status = 'UPLOADED', attempt = attempt + 1, tries = 0, reads_pictures = false, claim = null,
       heartbeat_at = null, expires_at = null, failure = null
      where user_id = $1 and document_id = $2 returning ${columns}`,
    [document.userId, document.documentId],
  );
  return rows[0]!;
}

export async function sayOfDocument(
  session: Session,
  document: Document,
  said: { currency: string | null; year: number | null },
): Promise<Document> {
  const { rows } = await session.query<Document>(
    `update documents set said_currency = $3, said_year = $4
      where user_id = $1 and document_id = $2 returning ${columns}`,
    [document.userId, document.documentId, said.currency, said.year],
  );
  return rows[0]!;
}

/** Its password, statements and sources go with it; rows and the object are the caller's to settle. */
export async function deleteDocumentRow(session: Session, userId: string, documentId: string): Promise<void> {
  await session.query("delete from documents where user_id = $1 and document_id = $2", [userId, documentId]);
}

/** Announced, and their bytes did not come in time; over all users. */
export async function expiredPending(
  session: Session,
  limit: number,
): Promise<Pick<Document, "userId" | "documentId">[]> {
  const { rows } = await session.query<Pick<Document, "userId" | "documentId">>(
    `select user_id as "userId", document_id as "documentId" from documents
      where status = 'PENDING' and expires_at < now() order by expires_at limit $1`,
    [limit],
  );
  return rows;
}
