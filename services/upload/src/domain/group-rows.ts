import type { PrintedRow } from "./printed-row.ts";
import { compare, type StatementClass } from "./statement-classes.ts";

/** One place in a statement: the printings of it in each document that has this statement. */
type Slot<Row> = { class: StatementClass; balance: bigint | null; rows: Row[] };

type Group<Row> = { slots: Slot<Row>[]; classes: Set<StatementClass>; open: boolean };

/**
 * Which printed rows of one row key are one row. It is a function of the statements alone: not of the order
 * in which they came, nor of what was there before. So deleting a document leaves what the others print.
 *
 * Rows of one statement are never one. Rows of different statements are, within a proven account, where
 * their balances are equal; or where one has no balance and both statements cover the day whole, and then as
 * often as the fuller statement has them.
 */
export function groupRows<Row extends PrintedRow>(
  rows: readonly Row[],
  classOf: (statementId: string) => StatementClass,
): Row[][] {
  const slots = slotsOf(rows, classOf);
  const groups: Group<Row>[] = [];
  for (const [account, ofAccount] of Map.groupBy(slots, (slot) => slot.class.provenAccount)) {
    groups.push(...(account === undefined ? ofAccount.map(startGroup) : groupWithinAccount(ofAccount)));
  }
  return groups.map(({ slots: merged }) => merged.flatMap((slot) => slot.rows));
}

/** In the order of the statements' keys, with the balance first: the order that decides must not be arrival's. */
function slotsOf<Row extends PrintedRow>(
  rows: readonly Row[],
  classOf: (statementId: string) => StatementClass,
): Slot<Row>[] {
  const slots: Slot<Row>[] = [];
  const byClass = Map.groupBy(rows, (row) => classOf(row.statementId));
  for (const [statementClass, printed] of [...byClass].sort(([a], [b]) => compare(a.key, b.key))) {
    // Printings of one statement have the same rows, so the n-th of each belong together.
    const places: Slot<Row>[] = [];
    for (const ofStatement of Map.groupBy(printed, (row) => row.statementId).values()) {
      for (const [place, row] of ofStatement.toSorted(byBalance).entries()) {
        places[place] ??= { class: statementClass, balance: row.balance, rows: [] };
        places[place].rows.push(row);
      }
    }
    slots.push(...places);
  }
  return slots;
}

function groupWithinAccount<Row extends PrintedRow>(slots: readonly Slot<Row>[]): Group<Row>[] {
  const groups: Group<Row>[] = [];
  const withBalance = slots.filter((slot) => slot.balance !== null);
  for (const [, equal] of [...Map.groupBy(withBalance, (slot) => slot.balance)].sort(byKey)) {
    const ofBalance: Group<Row>[] = [];
    const place = placer(ofBalance, () => true);
    for (const slot of equal) place(slot);
    groups.push(...ofBalance);
  }
  const place = placer(groups, (group) => group.open);
  for (const slot of slots) {
    if (slot.balance !== null) continue;
    if (coversItsDay(slot)) place(slot);
    else groups.push(startGroup(slot));
  }
  return groups;
}

/**
 * Puts a slot into the first group that lacks its statement, else into one of its own. Each statement goes
 * through the groups once: a group that could not take it will not later either.
 */
function placer<Row extends PrintedRow>(groups: Group<Row>[], mayJoin: (group: Group<Row>) => boolean) {
  const cursors = new Map<StatementClass, number>();
  return (slot: Slot<Row>): void => {
    let at = cursors.get(slot.class) ?? 0;
    for (let group = groups[at]; group; group = groups[++at]) {
      if (mayJoin(group) && !group.classes.has(slot.class)) break;
    }
    cursors.set(slot.class, at + 1);
    const group = groups[at];
    if (group) join(group, slot);
    else groups.push(startGroup(slot));
  };
}

function startGroup<Row extends PrintedRow>(slot: Slot<Row>): Group<Row> {
  return { slots: [slot], classes: new Set([slot.class]), open: coversItsDay(slot) };
}

function join<Row extends PrintedRow>(group: Group<Row>, slot: Slot<Row>): void {
  group.slots.push(slot);
  group.classes.add(slot.class);
  group.open &&= coversItsDay(slot);
}

function coversItsDay<Row extends PrintedRow>({ class: of, rows: [row] }: Slot<Row>): boolean {
  return row !== undefined && of.covers(row.date);
}

function byKey([a]: [bigint | null, unknown], [b]: [bigint | null, unknown]): number {
  return compareBalances(a, b);
}

function byBalance(a: PrintedRow, b: PrintedRow): number {
  return compareBalances(a.balance, b.balance) || a.ordinal - b.ordinal;
}

function compareBalances(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}
