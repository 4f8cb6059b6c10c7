import { create } from "@bufbuild/protobuf";
import { MoneySchema } from "@finflow/gen/finflow/type/v1/money_pb";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import {
  Transaction_CategorySource,
  Transaction_Flow,
  Transaction_Type,
  TransactionSchema,
} from "@finflow/gen/finflow/type/v1/transaction_pb";
import { minorDigits } from "@finflow/money/currency";
import { formatMinor } from "@finflow/money/decimal";
import { correctedFields, noCorrection } from "../domain/correction.ts";
import type { Flow, Side, Verdict } from "../domain/printed-row.ts";
import { etagOf, type LeftOver, type RowState } from "../domain/row-state.ts";

export const verdictCode: Record<Verdict, Statement_Verdict> = {
  RECONCILED: Statement_Verdict.RECONCILED,
  DISCREPANT: Statement_Verdict.DISCREPANT,
  UNVERIFIABLE: Statement_Verdict.UNVERIFIABLE,
};
const flowCode: Record<Flow, Transaction_Flow> = {
  SPENDING: Transaction_Flow.SPENDING,
  INCOME: Transaction_Flow.INCOME,
  TRANSFER: Transaction_Flow.TRANSFER,
};
const typeCode: Record<Side, Transaction_Type> = {
  DEBIT: Transaction_Type.DEBIT,
  CREDIT: Transaction_Type.CREDIT,
};
const flowOfCode = new Map(Object.entries(flowCode).map(([flow, code]) => [code, flow as Flow]));
const typeOfCode = new Map(Object.entries(typeCode).map(([type, code]) => [code, type as Side]));

export function flowOf(code: Transaction_Flow | undefined): Flow | undefined {
  return code === undefined ? undefined : flowOfCode.get(code);
}

export function typeOf(code: Transaction_Type | undefined): Side | undefined {
  return code === undefined ? undefined : typeOfCode.get(code);
}

/** The row as it stands: what was extracted, under what the person corrected. */
export function transactionMessage(state: RowState) {
  return message(state, state.transactionId, {
    correction: state.correction,
    etag: etagOf(state),
    possibleDuplicateOf: state.possibleDuplicateOf,
  });
}

/** The row as the paper has it. */
export function extractedMessage(row: LeftOver, transactionId: string) {
  return message(row, transactionId, { correction: noCorrection, etag: "", possibleDuplicateOf: undefined });
}

function message(
  row: LeftOver,
  transactionId: string,
  over: Pick<RowState, "correction" | "possibleDuplicateOf"> & { etag: string },
) {
  const { extracted, sources, currency } = row;
  const { correction } = over;
  const shown = sources[0];
  return create(TransactionSchema, {
    transactionId,
    accountId: row.accountId,
    date: correction.date ?? extracted.date,
    description: correction.description ?? extracted.description,
    type: typeCode[correction.type ?? extracted.type],
    flow: flowCode[correction.flow ?? extracted.flow],
    amount: money(correction.amount ?? extracted.amount, currency),
    balance: extracted.balance === null ? undefined : money(extracted.balance, currency),
    category: correction.category ?? extracted.category,
    categorySource:
      correction.category === undefined
        ? Transaction_CategorySource.CATEGORIZER
        : Transaction_CategorySource.PERSON,
    documentId: shown?.documentId ?? "",
    page: shown?.page ?? 0,
    box: [...(shown?.box ?? [])],
    verdict: verdictCode[row.verdict],
    possibleDuplicateOf: over.possibleDuplicateOf,
    categoryConfidence: extracted.confidence,
    merchant: extracted.merchant,
    sources: sources.map(({ documentId, page, box }) => ({ documentId, page, box: [...box] })),
    correctedFields: correctedFields(correction),
    etag: over.etag,
  });
}

function money(minor: bigint, currency: string) {
  return create(MoneySchema, { currency, amount: formatMinor(minor, minorDigits(currency)) });
}
