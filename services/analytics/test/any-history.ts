import { randomUUID } from "node:crypto";
import { create } from "@bufbuild/protobuf";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import {
  type Transaction,
  Transaction_Flow,
  Transaction_Type,
  TransactionSchema,
} from "@finflow/gen/finflow/type/v1/transaction_pb";
import fc from "fast-check";
import { decimal, digitsOf, type PlainFilter, type PlainRow } from "./plain-figures.ts";

const accounts = Array.from({ length: 3 }, () => randomUUID());
const documents = Array.from({ length: 5 }, () => randomUUID());
const categories = ["food", "transport", "shopping", "bills", "entertainment", "health", "other"];
const types = ["DEBIT", "CREDIT"] as const;
const flows = ["SPENDING", "INCOME", "TRANSFER"] as const;
const verdicts = ["RECONCILED", "DISCREPANT", "UNVERIFIABLE"] as const;
const currencies = Object.keys(digitsOf);

const day = fc
  .integer({ min: 0, max: 800 })
  .map((days) => new Date(Date.UTC(2023, 10, 1 + days)).toISOString().slice(0, 10));
const text = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...["CAFÉ NERO London", "Sainsbury's", "ACME GmbH 12", "Überweisung Miete", "7-ELEVEN", "カフェ 東京"],
    ),
  },
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ minLength: 100, maxLength: 5_000 }) },
);

/** Any row that a statement could print, its amounts up to the largest that there are. */
export const anyPlainRow: fc.Arbitrary<PlainRow> = fc.record({
  transactionId: fc.constant(0).map(() => randomUUID()),
  accountId: fc.constantFrom(...accounts),
  documentIds: fc.uniqueArray(fc.constantFrom(...documents), { minLength: 1, maxLength: 2 }),
  date: day,
  description: text.map((chosen) => chosen.replaceAll("\0", "")),
  type: fc.constantFrom(...types),
  flow: fc.constantFrom(...flows),
  category: fc.constantFrom(...categories),
  verdict: fc.constantFrom(...verdicts),
  currency: fc.constantFrom(...currencies),
  minor: fc.oneof(
    fc.bigInt(0n, 100_000n),
    fc.bigInt(0n, 2n ** 63n - 1n),
    fc.constantFrom(10n ** 17n, 10n ** 17n - 1n),
  ),
});

export function toTransaction(row: PlainRow): Transaction {
  const { minor, currency, documentIds, type, flow, verdict, ...rest } = row;
  return create(TransactionSchema, {
    ...rest,
    amount: { currency, amount: decimal(minor, currency) },
    type: Transaction_Type[type],
    flow: Transaction_Flow[flow],
    verdict: Statement_Verdict[verdict],
    documentId: documentIds[0]!,
    ...{ page: 1, box: [1, 2, 3, 4] },
    sources: documentIds.map((documentId) => ({ documentId, page: 1, box: [1, 2, 3, 4] })),
  });
}

const some = <Value>(...values: Value[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Value[]>([]) },
    fc.subarray(values, { minLength: 1, maxLength: 2 }),
  );
const sometimes = (value: fc.Arbitrary<string>) => fc.oneof({ weight: 3, arbitrary: fc.constant("") }, value);

export const anyPlainFilter: fc.Arbitrary<PlainFilter> = fc
  .record({
    category: some(...categories),
    type: some<string>(...types),
    flow: some<string>(...flows),
    verdict: some<string>(...verdicts),
    currency: some(...currencies),
    account: some(...accounts),
    document: some(...documents),
    from: sometimes(day),
    to: sometimes(day),
    minAmount: sometimes(fc.constantFrom("0", "0.5", "12.34", "999.9999", "100000000000000")),
    maxAmount: sometimes(
      fc.constantFrom("0", "10", "99999.99", "999999999999999.99", "999999999999999.9999"),
    ),
    search: sometimes(
      fc.constantFrom("cafe", "CAFÉ lon", "sainsburys", "12 acme", "ü", "eleven", "東京", "none such"),
    ),
  })
  .map((filter) =>
    filter.from !== "" && filter.to !== "" && filter.from > filter.to
      ? { ...filter, from: filter.to, to: filter.from }
      : filter,
  );
