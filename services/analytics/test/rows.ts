import { randomUUID } from "node:crypto";
import type { Chunk, RowChange } from "@finflow/projection/change";
import fc from "fast-check";
import type { Group } from "../src/domain/figures.ts";
import type { Filter } from "../src/domain/filter.ts";
import type { Row } from "../src/domain/row.ts";

export const everything: Filter = {
  category: [],
  type: [],
  flow: [],
  from: undefined,
  to: undefined,
  minAmount: undefined,
  maxAmount: undefined,
  currency: [],
  account: [],
  document: [],
  verdict: [],
  search: [],
};

const accounts = [randomUUID(), randomUUID()];

/** Rows that share few keys, so that sums really meet. */
export const anyRow: fc.Arbitrary<Omit<Row, "transactionId">> = fc.record({
  date: fc.constantFrom("2024-12-31", "2025-01-01", "2025-01-15", "2025-02-28", "2025-03-01"),
  type: fc.constantFrom("DEBIT", "CREDIT"),
  flow: fc.constantFrom("SPENDING", "INCOME", "TRANSFER"),
  category: fc.constantFrom("food", "bills", "other"),
  currency: fc.constantFrom("GBP", "JPY", "KWD"),
  accountId: fc.constantFrom(...accounts),
  amount: fc.bigInt(0n, 10n ** 12n),
  verdict: fc.constantFrom("RECONCILED", "DISCREPANT", "UNVERIFIABLE"),
  documentIds: fc.constantFrom([accounts[0]!], [accounts[1]!], accounts),
  description: fc.constantFrom("CAFÉ NERO London", "Sainsbury's", "ACME GmbH 12"),
  state: fc.uint8Array({ minLength: 1, maxLength: 4 }),
});

/** A user's history: revisions from 1, each changing some of a few rows, and the rows as they stand at the end. */
export function history(revisions: (Omit<Row, "transactionId"> | undefined)[][], userId: string) {
  const ids = Array.from({ length: 5 }, () => randomUUID());
  const living = new Map<string, Row>();
  const chunks: Chunk<Row>[] = [];
  for (const [index, changed] of revisions.entries()) {
    const revision = index + 1;
    const changes: RowChange<Row>[] = changed.map((part, position) => {
      const transactionId = ids[(index + position) % ids.length]!;
      const row = part && { ...part, transactionId };
      if (row) living.set(transactionId, row);
      else living.delete(transactionId);
      return { transactionId, revision, row };
    });
    const half = Math.ceil(changes.length / 2);
    const parts = changes.length > 1 ? [changes.slice(0, half), changes.slice(half)] : [changes];
    for (const [n, part] of parts.entries()) {
      chunks.push({ userId, revision, chunk: n + 1, chunks: parts.length, changes: part });
    }
  }
  return { chunks, living: [...living.values()] };
}

/** What the rows sum up to, counted the plain way. */
export function groupsOf(rows: readonly Row[]): Group[] {
  const byKey = new Map<string, Group>();
  for (const { date, currency, category, type, flow, amount, verdict } of rows) {
    const key = { month: date.slice(0, 7), currency, category, type, flow };
    const text = Object.values(key).join();
    const sum = byKey.get(text) ?? { ...key, count: 0, amount: 0n, unprovenCount: 0, unprovenAmount: 0n };
    byKey.set(text, sum);
    sum.count += 1;
    sum.amount += amount;
    if (verdict === "RECONCILED") continue;
    sum.unprovenCount += 1;
    sum.unprovenAmount += amount;
  }
  return sorted([...byKey.values()]);
}

export function sorted(groups: readonly Group[]): Group[] {
  const key = (group: Group) => [group.month, group.currency, group.category, group.type, group.flow].join();
  return [...groups].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
