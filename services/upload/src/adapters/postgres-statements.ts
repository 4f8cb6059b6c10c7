import type { Check } from "@finflow/statements/statement";
import type { Verdict } from "../domain/printed-row.ts";
import type { PrintedStatement } from "../domain/printed-statement.ts";
import type { ReadStatement } from "../domain/read-statement.ts";
import type { Session } from "./session.ts";

/** A statement with what its account is called; amounts in minor units. */
export type StoredStatement = {
  statementId: string;
  documentId: string;
  accountId: string;
  currency: string;
  institution: string;
  maskedNumber: string;
  opening: bigint | null;
  closing: bigint | null;
  periodFrom: string | null;
  periodTo: string | null;
  verdict: Verdict;
  warnings: string[];
  checks: Check[];
  transactionCount: number;
  /** Of its rows as extracted. */
  totalCredit: bigint;
  totalDebit: bigint;
};

export async function insertStatement(
  session: Session,
  userId: string,
  statement: ReadStatement,
  accountId: string,
): Promise<void> {
  await session.query(
    `insert into statements (user_id, statement_id, document_id, ordinal, account_id, identity, verdict, opening,
       closing, period_from, period_to, warnings, checks, transaction_count)
     values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      userId,
      statement.statementId,
      statement.documentId,
      statement.ordinal,
      accountId,
      statement.identity,
      statement.verdict,
      statement.opening,
      statement.closing,
      statement.period?.from ?? null,
      statement.period?.to ?? null,
      statement.warnings,
      JSON.stringify(statement.checks),
      statement.rows.length,
    ],
  );
}

/** Its sources go with each. */
export async function deleteStatements(session: Session, userId: string, documentId: string): Promise<void> {
  await session.query("delete from statements where user_id = $1 and document_id = $2", [userId, documentId]);
}

/** Of an earlier reading, by place in the document. */
export async function earlierStatements(
  session: Session,
  userId: string,
  documentId: string,
): Promise<Map<number, { statementId: string; accountId: string }>> {
  const { rows } = await session.query<{ ordinal: number; statementId: string; accountId: string }>(
    `select ordinal, statement_id as "statementId", account_id as "accountId" from statements
      where user_id = $1 and document_id = $2`,
    [userId, documentId],
  );
  return new Map(rows.map((row) => [row.ordinal, row]));
}

type IdentityRow = Omit<PrintedStatement, "account" | "period"> &
  PrintedStatement["account"] & { periodFrom: string | null; periodTo: string | null };

/** With the secret of the account's number: for deciding which rows are the same, and for nothing else. */
export async function printedStatements(
  session: Session,
  userId: string,
  by: { statementIds: readonly string[] } | { identities: readonly string[] },
): Promise<PrintedStatement[]> {
  const [condition, values] =
    "statementIds" in by
      ? ["s.statement_id = any($2::uuid[])", by.statementIds]
      : ["s.identity in (select decode(i, 'hex') from unnest($2::text[]) i)", by.identities];
  const { rows } = await session.query<IdentityRow>(
    `select s.statement_id as "statementId", s.document_id as "documentId", s.account_id as "accountId",
       s.verdict, encode(s.identity, 'hex') as identity, s.period_from as "periodFrom",
       s.period_to as "periodTo", a.institution_key as "institutionKey", a.number_key as "numberKey", a.currency
      from statements s join accounts a using (user_id, account_id)
      where s.user_id = $1 and ${condition}`,
    [userId, values],
  );
  return rows.map(({ institutionKey, numberKey, currency, periodFrom, periodTo, ...statement }) => ({
    ...statement,
    account: { institutionKey, numberKey, currency },
    period: periodFrom === null || periodTo === null ? null : { from: periodFrom, to: periodTo },
  }));
}

/** In the order of the paper. */
export async function statementsOf(
  session: Session,
  userId: string,
  documentIds: readonly string[],
): Promise<StoredStatement[]> {
  const { rows } = await session.query<
    Omit<StoredStatement, "opening" | "closing" | "totalCredit" | "totalDebit"> & {
      opening: string | null;
      closing: string | null;
      totalCredit: string;
      totalDebit: string;
    }
  >(
    `select s.statement_id as "statementId", s.document_id as "documentId", s.account_id as "accountId",
       a.currency, a.institution, a.masked_number as "maskedNumber", s.opening, s.closing,
       s.period_from as "periodFrom", s.period_to as "periodTo", s.verdict, s.warnings, s.checks,
       s.transaction_count as "transactionCount", t."totalCredit", t."totalDebit"
      from statements s join accounts a using (user_id, account_id)
      cross join lateral (
        select coalesce(sum(r.amount) filter (where r.type = 'CREDIT'), 0) as "totalCredit",
          coalesce(sum(r.amount) filter (where r.type = 'DEBIT'), 0) as "totalDebit"
          from transaction_sources r where r.user_id = s.user_id and r.statement_id = s.statement_id
      ) t
      where s.user_id = $1 and s.document_id = any($2::uuid[]) order by s.document_id, s.ordinal`,
    [userId, documentIds],
  );
  return rows.map((row) => ({
    ...row,
    opening: row.opening === null ? null : BigInt(row.opening),
    closing: row.closing === null ? null : BigInt(row.closing),
    totalCredit: BigInt(row.totalCredit),
    totalDebit: BigInt(row.totalDebit),
  }));
}
