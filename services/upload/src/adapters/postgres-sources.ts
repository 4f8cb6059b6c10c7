import type { PrintedRow } from "../domain/printed-row.ts";
import type { HeldRow } from "../domain/row-ids.ts";
import type { Session } from "./session.ts";

type SourceRow = Omit<PrintedRow, "amount" | "balance"> & {
  amount: string;
  balance: string | null;
  heldBy: string;
};

const columns = `statement_id as "statementId", document_id as "documentId", ordinal,
  encode(row_key, 'hex') as "rowKey", page, box, date, description, type, amount, balance, category, flow,
  confidence, merchant, transaction_id as "heldBy"`;

/** Rows that one message to the server holds at most. */
const batch = 5_000;

export async function sourcesOfDocument(
  session: Session,
  userId: string,
  documentId: string,
): Promise<HeldRow[]> {
  const { rows } = await session.query<SourceRow>(
    `select ${columns} from transaction_sources where user_id = $1 and document_id = $2
      order by statement_id, ordinal`,
    [userId, documentId],
  );
  return rows.map(heldRow);
}

/** What other documents printed with these row keys. */
export async function sourcesWithKeys(
  session: Session,
  userId: string,
  rowKeys: readonly string[],
  exceptDocumentId: string,
): Promise<HeldRow[]> {
  const found: HeldRow[] = [];
  for (let at = 0; at < rowKeys.length; at += batch) {
    const { rows } = await session.query<SourceRow>(
      `select ${columns} from transaction_sources
        where user_id = $1 and document_id <> $2
          and row_key in (select decode(k, 'hex') from unnest($3::text[]) k)`,
      [userId, exceptDocumentId, rowKeys.slice(at, at + batch)],
    );
    for (const row of rows) found.push(heldRow(row));
  }
  return found;
}

export async function insertSources(
  session: Session,
  userId: string,
  rows: readonly (PrintedRow & { transactionId: string })[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    const values = rows.slice(at, at + batch).map((row) => ({
      ...row,
      amount: row.amount.toString(),
      balance: row.balance?.toString() ?? null,
    }));
    await session.query(
      `insert into transaction_sources (user_id, statement_id, ordinal, document_id, transaction_id, row_key,
         page, box, date, description, type, amount, balance, category, flow, confidence, merchant)
       select $1, r."statementId", r.ordinal, r."documentId", r."transactionId", decode(r."rowKey", 'hex'),
         r.page, r.box, r.date, r.description, r.type, r.amount, r.balance, r.category, r.flow, r.confidence,
         r.merchant
       from json_to_recordset($2) as r("statementId" uuid, ordinal integer, "documentId" uuid,
         "transactionId" uuid, "rowKey" text, page integer, box double precision[], date date,
         description text, type text, amount bigint, balance bigint, category text, flow text,
         confidence double precision, merchant text)`,
      [userId, JSON.stringify(values)],
    );
  }
}

/** For rows that belong to another transaction now. */
export async function moveSources(
  session: Session,
  userId: string,
  rows: readonly (Pick<PrintedRow, "statementId" | "ordinal"> & { transactionId: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await session.query(
    `update transaction_sources s set transaction_id = r.transaction_id
      from unnest($2::uuid[], $3::int[], $4::uuid[]) as r(statement_id, ordinal, transaction_id)
      where s.user_id = $1 and s.statement_id = r.statement_id and s.ordinal = r.ordinal`,
    [
      userId,
      rows.map((row) => row.statementId),
      rows.map((row) => row.ordinal),
      rows.map((row) => row.transactionId),
    ],
  );
}

function heldRow(row: SourceRow): HeldRow {
  return {
    ...row,
    amount: BigInt(row.amount),
    balance: row.balance === null ? null : BigInt(row.balance),
    isReread: false,
  };
}
