import type { Correction } from "../domain/correction.ts";
import type { Flow, Side } from "../domain/printed-row.ts";
import type { RowState, Source } from "../domain/row-state.ts";
import type { Session } from "./session.ts";

type StateRow = Omit<
  RowState,
  "possibleDuplicateOf" | "extracted" | "correction" | "sources" | "createdRevision"
> & {
  createdRevision: number;
  possibleDuplicateOf: string | null;
  date: string;
  description: string;
  type: Side;
  amount: string;
  balance: string | null;
  category: string;
  flow: Flow;
  confidence: number;
  merchant: string;
  toCategory: string | null;
  toFlow: Flow | null;
  toDate: string | null;
  toDescription: string | null;
  toType: Side | null;
  toAmount: string | null;
  removed: boolean;
  sources: Source[];
};

const selectStates = `select t.transaction_id as "transactionId", t.revision,
    t.created_revision as "createdRevision", t.account_id as "accountId", a.currency, t.verdict,
    t.possible_duplicate_of as "possibleDuplicateOf", t.removed, s.date, s.description, s.type, s.amount,
    s.balance, s.category, s.flow, s.confidence, s.merchant, c.category as "toCategory", c.flow as "toFlow",
    c.date as "toDate", c.description as "toDescription", c.type as "toType", c.amount as "toAmount",
    (select json_agg(json_build_object('documentId', o.document_id, 'page', o.page, 'box', o.box)
        order by (o.statement_id, o.ordinal) <> (t.statement_id, t.ordinal), o.document_id, o.statement_id, o.ordinal)
      from transaction_sources o where o.user_id = t.user_id and o.transaction_id = t.transaction_id) as sources
  from transactions t
  join transaction_sources s using (user_id, statement_id, ordinal)
  join accounts a on a.user_id = t.user_id and a.account_id = t.account_id
  left join corrections c on c.user_id = t.user_id and c.transaction_id = t.transaction_id`;

/** Also those the person removed. */
export async function rowStatesById(
  session: Session,
  userId: string,
  transactionIds: readonly string[],
): Promise<RowState[]> {
  const { rows } = await session.query<StateRow>(
    `${selectStates} where t.user_id = $1 and t.transaction_id = any($2::uuid[]) order by t.transaction_id`,
    [userId, transactionIds],
  );
  return rows.map(rowState);
}

/** A place in the order of revisions. */
export type RevisionCursor = { revision: number; transactionId: string };

export const firstTransactionId = "00000000-0000-0000-0000-000000000000";

export type RevisionPage = {
  states: RowState[];
  tombstones: RevisionCursor[];
  /** Where to go on; none at the end. */
  next: RevisionCursor | undefined;
};

/**
 * States and tombstones together, at most `limit`, in revision order after a place. What the person removed is
 * a tombstone to everybody else.
 */
export async function changesAfter(
  session: Session,
  userId: string,
  after: RevisionCursor,
  limit: number,
  upTo?: number,
): Promise<RevisionPage> {
  const { rows } = await session.query<RevisionCursor & { gone: boolean }>(
    `(select revision, transaction_id as "transactionId", removed as gone from transactions
        where user_id = $1 and (revision, transaction_id) > ($2, $3::uuid) and ($5::int is null or revision <= $5)
        order by revision, transaction_id limit $4)
     union all
     (select revision, transaction_id, true from tombstones
        where user_id = $1 and (revision, transaction_id) > ($2, $3::uuid) and ($5::int is null or revision <= $5)
        order by revision, transaction_id limit $4)
     order by revision, "transactionId" limit $4`,
    [userId, after.revision, after.transactionId, limit, upTo ?? null],
  );
  const living = rows.filter(({ gone }) => !gone).map(({ transactionId }) => transactionId);
  const states = await rowStatesById(session, userId, living);
  const last = rows.at(-1);
  return {
    states: states.sort((a, b) => a.revision - b.revision),
    tombstones: rows
      .filter(({ gone }) => gone)
      .map(({ revision, transactionId }) => ({ revision, transactionId })),
    next:
      last && rows.length === limit
        ? { revision: last.revision, transactionId: last.transactionId }
        : undefined,
  };
}

function rowState(row: StateRow): RowState {
  return {
    transactionId: row.transactionId,
    revision: row.revision,
    createdRevision: row.createdRevision,
    accountId: row.accountId,
    currency: row.currency,
    verdict: row.verdict,
    possibleDuplicateOf: row.possibleDuplicateOf ?? undefined,
    extracted: {
      date: row.date,
      description: row.description,
      type: row.type,
      amount: BigInt(row.amount),
      balance: row.balance === null ? null : BigInt(row.balance),
      category: row.category,
      flow: row.flow,
      confidence: row.confidence,
      merchant: row.merchant,
    },
    correction: correctionOf(row),
    sources: row.sources,
  };
}

export type CorrectionColumns = Pick<
  StateRow,
  "toCategory" | "toFlow" | "toDate" | "toDescription" | "toType" | "toAmount" | "removed"
>;

export function correctionOf(row: CorrectionColumns): Correction {
  return {
    removed: row.removed,
    category: row.toCategory ?? undefined,
    flow: row.toFlow ?? undefined,
    date: row.toDate ?? undefined,
    description: row.toDescription ?? undefined,
    type: row.toType ?? undefined,
    amount: row.toAmount === null ? undefined : BigInt(row.toAmount),
  };
}
