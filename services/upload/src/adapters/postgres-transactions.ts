import type { Verdict } from "../domain/printed-row.ts";
import type { KnownRow } from "../domain/row-ids.ts";
import type { Session } from "./session.ts";

/** A transaction's own columns: which printed row it shows, and what is said of it. */
export type TransactionPointers = {
  transactionId: string;
  accountId: string;
  verdict: Verdict;
  statementId: string;
  ordinal: number;
  possibleDuplicateOf: string | undefined;
};

export type StoredTransaction = TransactionPointers & KnownRow & { revision: number; removed: boolean };

export async function transactionsById(
  session: Session,
  userId: string,
  transactionIds: readonly string[],
): Promise<Map<string, StoredTransaction>> {
  const { rows } = await session.query<
    Omit<StoredTransaction, "possibleDuplicateOf"> & { possibleDuplicateOf: string | null }
  >(
    `select t.transaction_id as "transactionId", t.account_id as "accountId", t.verdict,
       t.statement_id as "statementId", t.ordinal, t.possible_duplicate_of as "possibleDuplicateOf",
       t.created_revision as "createdRevision", t.created_ordinal as "createdOrdinal", t.revision, t.removed,
       c.transaction_id is not null as "hasCorrection"
      from transactions t left join corrections c using (user_id, transaction_id)
      where t.user_id = $1 and t.transaction_id = any($2::uuid[])`,
    [userId, transactionIds],
  );
  return new Map(
    rows.map((row) => [
      row.transactionId,
      { ...row, possibleDuplicateOf: row.possibleDuplicateOf ?? undefined },
    ]),
  );
}

export type NewTransaction = TransactionPointers & { createdOrdinal: number; removed: boolean };

/** An id that was there before comes back with its correction: its tombstone goes. */
export async function insertTransactions(
  session: Session,
  userId: string,
  revision: number,
  rows: readonly NewTransaction[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.transactionId);
  await session.query(
    `insert into transactions (user_id, revision, created_revision, transaction_id, account_id, verdict,
       statement_id, ordinal, possible_duplicate_of, created_ordinal, removed)
     select $1, $2, $2, * from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::int[], $8::uuid[],
       $9::int[], $10::bool[])`,
    [
      userId,
      revision,
      ...pointerColumns(rows),
      rows.map((row) => row.createdOrdinal),
      rows.map((row) => row.removed),
    ],
  );
  await session.query("delete from tombstones where user_id = $1 and transaction_id = any($2::uuid[])", [
    userId,
    ids,
  ]);
}

/** A revision of null leaves each its own: for rows that nobody sees. */
export async function updateTransactions(
  session: Session,
  userId: string,
  revision: number | null,
  rows: readonly TransactionPointers[],
): Promise<void> {
  if (rows.length === 0) return;
  await session.query(
    `update transactions t set revision = coalesce($2::int, t.revision), account_id = r.account_id,
       verdict = r.verdict, statement_id = r.statement_id, ordinal = r.ordinal,
       possible_duplicate_of = r.possible_duplicate_of
      from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::int[], $8::uuid[])
        as r(transaction_id, account_id, verdict, statement_id, ordinal, possible_duplicate_of)
      where t.user_id = $1 and t.transaction_id = r.transaction_id`,
    [userId, revision, ...pointerColumns(rows)],
  );
}

export async function buryTransactions(
  session: Session,
  userId: string,
  revision: number,
  transactionIds: readonly string[],
): Promise<void> {
  if (transactionIds.length === 0) return;
  await session.query("delete from transactions where user_id = $1 and transaction_id = any($2::uuid[])", [
    userId,
    transactionIds,
  ]);
  await session.query(
    `insert into tombstones (user_id, transaction_id, revision) select $1, id, $3 from unnest($2::uuid[]) id
     on conflict (user_id, transaction_id) do update set revision = excluded.revision`,
    [userId, transactionIds, revision],
  );
}

function pointerColumns(rows: readonly TransactionPointers[]): unknown[] {
  return [
    rows.map((row) => row.transactionId),
    rows.map((row) => row.accountId),
    rows.map((row) => row.verdict),
    rows.map((row) => row.statementId),
    rows.map((row) => row.ordinal),
    rows.map((row) => row.possibleDuplicateOf ?? null),
  ];
}

/** Takes the row out of every figure or back in; in any case it changed with this revision. */
export async function setRemoved(
  session: Session,
  userId: string,
  revision: number,
  transactionId: string,
  removed: boolean,
): Promise<void> {
  await session.query(
    "update transactions set revision = $3, removed = $4 where user_id = $1 and transaction_id = $2",
    [userId, transactionId, revision, removed],
  );
}
