import type { Correction } from "../domain/correction.ts";
import type { EarlierRow } from "../domain/match-reread.ts";
import type { LeftOver } from "../domain/row-state.ts";
import { type CorrectionColumns, correctionOf } from "./postgres-row-states.ts";
import type { Session } from "./session.ts";

export type StoredCorrection = {
  transactionId: string;
  correction: Correction;
  updatedAt: Date;
  leftOver: LeftOver | undefined;
};

/** As JSON has it: no bigint. */
type LeftOverJson = Omit<LeftOver, "extracted"> & {
  extracted: Omit<LeftOver["extracted"], "amount" | "balance"> & { amount: string; balance: string | null };
};

const columns = `transaction_id as "transactionId", category as "toCategory", flow as "toFlow", date as "toDate",
  description as "toDescription", type as "toType", amount as "toAmount", removed, updated_at as "updatedAt",
  left_over as "leftOver"`;

export async function saveCorrection(
  session: Session,
  userId: string,
  transactionId: string,
  correction: Correction,
): Promise<void> {
  await session.query(
    `insert into corrections
       (user_id, transaction_id, category, flow, date, description, type, amount, removed, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())
     on conflict (user_id, transaction_id) do update set category = excluded.category, flow = excluded.flow,
       date = excluded.date, description = excluded.description, type = excluded.type,
       amount = excluded.amount, removed = excluded.removed, updated_at = now()`,
    [
      userId,
      transactionId,
      correction.category ?? null,
      correction.flow ?? null,
      correction.date ?? null,
      correction.description ?? null,
      correction.type ?? null,
      correction.amount ?? null,
      correction.removed,
    ],
  );
}

export async function deleteCorrections(
  session: Session,
  userId: string,
  transactionIds: readonly string[],
): Promise<number> {
  const { rowCount } = await session.query(
    "delete from corrections where user_id = $1 and transaction_id = any($2::uuid[])",
    [userId, transactionIds],
  );
  return rowCount ?? 0;
}

/** The row is no more, the document still is: the correction is kept, with the row as it was. */
export async function leaveCorrectionOver(
  session: Session,
  userId: string,
  transactionId: string,
  documentId: string,
  row: LeftOver,
): Promise<void> {
  const { amount, balance } = row.extracted;
  const json: LeftOverJson = {
    ...row,
    extracted: { ...row.extracted, amount: amount.toString(), balance: balance?.toString() ?? null },
  };
  await session.query(
    `update corrections set left_over = $3, left_over_document = $4 where user_id = $1 and transaction_id = $2`,
    [userId, transactionId, JSON.stringify(json), documentId],
  );
}

/** The rows came back. */
export async function takeUpCorrections(
  session: Session,
  userId: string,
  transactionIds: readonly string[],
): Promise<void> {
  await session.query(
    `update corrections set left_over = null, left_over_document = null
      where user_id = $1 and transaction_id = any($2::uuid[]) and left_over is not null`,
    [userId, transactionIds],
  );
}

/** Rows that earlier readings of the document had and that corrections still wait for. */
export async function leftOverRows(
  session: Session,
  userId: string,
  documentId: string,
): Promise<(EarlierRow & { removed: boolean })[]> {
  const { rows } = await session.query<StoredRow>(
    `select ${columns} from corrections where user_id = $1 and left_over_document = $2 order by transaction_id`,
    [userId, documentId],
  );
  return rows.map(stored).flatMap(({ transactionId, leftOver, correction }) => {
    const source = leftOver?.sources.find((each) => each.documentId === documentId);
    return leftOver && source
      ? [
          {
            transactionId,
            ...leftOver.extracted,
            page: source.page,
            box: source.box,
            removed: correction.removed,
          },
        ]
      : [];
  });
}

export async function listCorrections(
  session: Session,
  userId: string,
  page: { before: string | undefined; limit: number; documentId: string | undefined },
): Promise<StoredCorrection[]> {
  const { rows } = await session.query<StoredRow>(
    `select ${columns} from corrections c
      where user_id = $1 and ($2::uuid is null or transaction_id < $2)
        and ($4::uuid is null or left_over_document = $4 or exists (
          select 1 from transaction_sources s
           where s.user_id = c.user_id and s.transaction_id = c.transaction_id and s.document_id = $4))
      order by transaction_id desc limit $3`,
    [userId, page.before ?? null, page.limit, page.documentId ?? null],
  );
  return rows.map(stored);
}

type StoredRow = CorrectionColumns & {
  transactionId: string;
  updatedAt: Date;
  leftOver: LeftOverJson | null;
};

function stored(row: StoredRow): StoredCorrection {
  return {
    transactionId: row.transactionId,
    correction: correctionOf(row),
    updatedAt: row.updatedAt,
    leftOver: row.leftOver === null ? undefined : leftOverOf(row.leftOver),
  };
}

function leftOverOf(json: LeftOverJson): LeftOver {
  const { amount, balance } = json.extracted;
  return {
    ...json,
    extracted: {
      ...json.extracted,
      amount: BigInt(amount),
      balance: balance === null ? null : BigInt(balance),
    },
  };
}
