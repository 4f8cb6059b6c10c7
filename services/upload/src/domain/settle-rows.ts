import { groupRows } from "./group-rows.ts";
import { possibleDuplicates } from "./possible-duplicates.ts";
import { compareVerdicts, type PrintedRow, type Verdict } from "./printed-row.ts";
import type { PrintedStatement } from "./printed-statement.ts";
import { byArrival, type HeldRow, type KnownRow, keepIds } from "./row-ids.ts";
import { compare, statementClasses } from "./statement-classes.ts";

/** A transaction: what its statements printed, the one whose values it shows first. */
export type SettledRow = {
  transactionId: string;
  isNew: boolean;
  sources: readonly [HeldRow, ...HeldRow[]];
  accountId: string;
  verdict: Verdict;
  possibleDuplicateOf: string | undefined;
  /** Order of arrival among the new ones. */
  createdOrdinal: number;
};

export type Settled = {
  rows: SettledRow[];
  /** Transactions that nothing prints any more. */
  gone: string[];
};

/**
 * The transactions that these printed rows make. `rows` must hold every row of a living document whose row
 * key is among them, `known` every transaction that holds one, `statements` each row's statement.
 */
export function settleRows(
  rows: readonly HeldRow[],
  statements: ReadonlyMap<string, PrintedStatement>,
  known: ReadonlyMap<string, KnownRow>,
  newId: () => string,
): Settled {
  const statementOf = (id: string) => {
    const statement = statements.get(id);
    if (!statement) throw new Error(`statement ${id} is missing`);
    return statement;
  };
  const classes = statementClasses(statements.values());
  const classOf = (id: string) => classes.get(statementOf(id).statementId)!;
  const groups = [...Map.groupBy(rows, (row) => row.rowKey).values()].flatMap((alike) =>
    groupRows(alike, classOf),
  );
  const ids = keepIds(groups, known);
  const settled = groups.map((group, index): SettledRow => {
    const sources = sortSources(group, statementOf);
    const { accountId, verdict } = statementOf(sources[0].statementId);
    const id = ids[index];
    return {
      transactionId: id ?? newId(),
      isNew: id === undefined || !known.has(id),
      sources,
      accountId,
      verdict,
      possibleDuplicateOf: undefined,
      createdOrdinal: 0,
    };
  });
  numberNewRows(settled);
  markDuplicates(settled, statementOf, known);
  const kept = new Set(settled.map(({ transactionId }) => transactionId));
  return { rows: settled, gone: [...known.keys()].filter((id) => !kept.has(id)) };
}

/** The best verdict first, then the oldest document: ids of documents begin with the time. */
function sortSources(
  group: readonly HeldRow[],
  statementOf: (id: string) => PrintedStatement,
): [HeldRow, ...HeldRow[]] {
  return group.toSorted(
    (a, b) =>
      compareVerdicts(statementOf(a.statementId).verdict, statementOf(b.statementId).verdict) ||
      comparePlaces(a, b),
  ) as [HeldRow, ...HeldRow[]];
}

function comparePlaces(a: PrintedRow, b: PrintedRow): number {
  return (
    compare(a.documentId, b.documentId) || compare(a.statementId, b.statementId) || a.ordinal - b.ordinal
  );
}

function numberNewRows(rows: readonly SettledRow[]): void {
  const news = rows.filter(({ isNew }) => isNew).sort((a, b) => comparePlaces(a.sources[0], b.sources[0]));
  for (const [ordinal, row] of news.entries()) row.createdOrdinal = ordinal;
}

function markDuplicates(
  rows: readonly SettledRow[],
  statementOf: (id: string) => PrintedStatement,
  known: ReadonlyMap<string, KnownRow>,
): void {
  const arrival = (row: SettledRow) =>
    known.get(row.transactionId) ?? {
      createdRevision: Number.POSITIVE_INFINITY,
      createdOrdinal: row.createdOrdinal,
    };
  for (const alike of Map.groupBy(rows, (row) => row.sources[0].rowKey).values()) {
    if (alike.length < 2) continue;
    const candidates = alike
      .toSorted((a, b) => compareArrival(arrival(a), arrival(b)))
      .map(({ transactionId, sources }) => ({
        transactionId,
        documentIds: new Set(sources.map(({ documentId }) => documentId)),
        account: statementOf(sources[0].statementId).account,
      }));
    const marks = possibleDuplicates(candidates);
    for (const row of alike) row.possibleDuplicateOf = marks.get(row.transactionId);
  }
}

function compareArrival(
  a: { createdRevision: number; createdOrdinal: number },
  b: { createdRevision: number; createdOrdinal: number },
): number {
  // Two that are new: infinity minus infinity is no number.
  if (a.createdRevision === b.createdRevision) return a.createdOrdinal - b.createdOrdinal;
  return byArrival(a, b);
}
