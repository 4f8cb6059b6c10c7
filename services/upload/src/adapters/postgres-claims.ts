import type { FailureReason } from "@finflow/statements/statement";
import { type Document, mostTries, type ReadingJob } from "../domain/document.ts";
import type { Session } from "./session.ts";

/** A worker's right to commit a document; it stands until somebody takes it away. */
export type Claim = ReadingJob & {
  /** Never the same twice; bigint as text. */
  claim: string;
} & Pick<Document, "sizeBytes" | "sha256" | "saidCurrency" | "saidYear">;

const jobColumns = `user_id as "userId", document_id as "documentId", attempt, reads_pictures as "readsPictures"`;

type Asked = Pick<ReadingJob, "userId" | "documentId" | "attempt">;

/** Nothing when the document is gone, taken up already, or asked for anew since the job was added. */
export async function takeClaim(
  session: Session,
  { userId, documentId, attempt }: Asked,
): Promise<Claim | undefined> {
  const { rows } = await session.query<Claim>(
    `update documents set status = 'EXTRACTING', claim = nextval('document_claims'), heartbeat_at = now(),
       tries = tries + 1
      where user_id = $1 and document_id = $2 and attempt = $3 and status = 'UPLOADED'
      returning ${jobColumns}, claim, size_bytes as "sizeBytes",
        encode(sha256, 'hex') as sha256, said_currency as "saidCurrency", said_year as "saidYear"`,
    [userId, documentId, attempt],
  );
  return rows[0];
}

/** False when the claim is lost: the work is for nothing. */
export async function keepClaim(session: Session, claim: Claim): Promise<boolean> {
  const { rowCount } = await session.query(
    "update documents set heartbeat_at = now() where user_id = $1 and document_id = $2 and claim = $3",
    [claim.userId, claim.documentId, claim.claim],
  );
  return rowCount === 1;
}

/** With the user's lock held: whether the claim stands, and the document is locked then. */
export async function lockClaim(session: Session, claim: Claim): Promise<boolean> {
  const { rowCount } = await session.query(
    "select 1 from documents where user_id = $1 and document_id = $2 and claim = $3 for update",
    [claim.userId, claim.documentId, claim.claim],
  );
  return rowCount === 1;
}

export type Reading = Pick<
  Document,
  "verdict" | "pages" | "transactionCount" | "newTransactionCount" | "sameStatementAs"
>;

export async function completeClaim(session: Session, claim: Claim, reading: Reading): Promise<void> {
  await session.query(
    `update documents set status = 'COMPLETED', claim = null, heartbeat_at = null, verdict = $4, pages = $5,
       transaction_count = $6, new_transaction_count = $7, same_statement_as = $8
      where user_id = $1 and document_id = $2 and claim = $3`,
    [
      claim.userId,
      claim.documentId,
      claim.claim,
      reading.verdict,
      reading.pages,
      reading.transactionCount,
      reading.newTransactionCount,
      reading.sameStatementAs,
    ],
  );
}

export async function failClaim(session: Session, claim: Claim, reason: FailureReason): Promise<void> {
  await session.query(
    `update documents set status = 'FAILED', claim = null, heartbeat_at = null, failure = $4
      where user_id = $1 and document_id = $2 and claim = $3`,
    [claim.userId, claim.documentId, claim.claim, reason],
  );
}

/**
 * The file's text is read and pages without any are left: the document waits for the reading of their pictures, which
 * has tries of its own. The new job, or nothing when the claim is lost.
 */
export async function handOver(session: Session, claim: Claim): Promise<ReadingJob | undefined> {
  const { rows } = await session.query<ReadingJob>(
    `update documents set status = 'UPLOADED', reads_pictures = true, tries = 0, attempt = attempt + 1, claim = null,
       heartbeat_at = null
      where user_id = $1 and document_id = $2 and claim = $3
      returning ${jobColumns}`,
    [claim.userId, claim.documentId, claim.claim],
  );
  return rows[0];
}

/**
 * Gives a claim back. `isTry` false when the worker stops for reasons of its own; otherwise the last try
 * makes it fail. The next attempt's job is the sweeper's to add.
 */
export async function giveBackClaim(session: Session, claim: Claim, isTry: boolean): Promise<void> {
  await session.query(`${giveBack} where user_id = $1 and document_id = $2 and claim = $3`, [
    claim.userId,
    claim.documentId,
    claim.claim,
    isTry ? 0 : 1,
    mostTries,
  ]);
}

const giveBack = `update documents set
  status = case when tries - $4::int < $5::int then 'UPLOADED' else 'FAILED' end,
  failure = case when tries - $4::int < $5::int then null else 'internal' end,
  tries = tries - $4::int, attempt = attempt + 1, claim = null, heartbeat_at = null`;

/**
 * Claims of workers that are silent: their documents go back, or fail after the last try. One that is locked is
 * being committed, and this waits for nobody.
 */
export async function expireClaims(session: Session, silentSeconds: number): Promise<number> {
  const { rowCount } = await session.query(
    `update documents set
       status = case when tries < $2::int then 'UPLOADED' else 'FAILED' end,
       failure = case when tries < $2::int then null else 'internal' end,
       attempt = attempt + 1, claim = null, heartbeat_at = null
      where (user_id, document_id) in (
        select user_id, document_id from documents
         where status = 'EXTRACTING' and heartbeat_at < now() - make_interval(secs => $1)
         for update skip locked)`,
    [silentSeconds, mostTries],
  );
  return rowCount ?? 0;
}

/** Uploaded and waiting for at least this long, over all users: each should have a job. */
export async function waitingDocuments(
  session: Session,
  waitedSeconds: number,
  limit: number,
): Promise<ReadingJob[]> {
  const { rows } = await session.query<ReadingJob>(
    `select ${jobColumns} from documents
      where status = 'UPLOADED' and updated_at <= now() - make_interval(secs => $1)
      order by updated_at limit $2`,
    [waitedSeconds, limit],
  );
  return rows;
}

/** For a new job, unless somebody else was faster: the job's attempt. */
export async function raiseAttempt(
  session: Session,
  { userId, documentId, attempt }: Asked,
): Promise<ReadingJob | undefined> {
  const { rows } = await session.query<ReadingJob>(
    `update documents set attempt = attempt + 1
      where user_id = $1 and document_id = $2 and attempt = $3 and status = 'UPLOADED'
      returning ${jobColumns}`,
    [userId, documentId, attempt],
  );
  return rows[0];
}
