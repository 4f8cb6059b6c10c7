import { enumToJson, toBinary } from "@bufbuild/protobuf";
import { PoisonError } from "@finflow/event-log/event-log-error";
import { Statement_VerdictSchema } from "@finflow/gen/finflow/type/v1/statement_pb";
import {
  type Transaction,
  Transaction_FlowSchema,
  Transaction_TypeSchema,
  TransactionSchema,
} from "@finflow/gen/finflow/type/v1/transaction_pb";
import { isCurrency, minorDigits } from "@finflow/money/currency";
import { parseDecimal } from "@finflow/money/decimal";
import { isCivilDate } from "./domain/civil-date.ts";
import type { Flow, Row, TransactionType, Verdict } from "./domain/row.ts";

/** The contract's transaction as a row. @throws PoisonError for one that cannot be summed */
export function readRow(transaction: Transaction): Row {
  const { transactionId, date, category, accountId, description, amount } = transaction;
  if (!amount || !isCurrency(amount.currency)) throw new PoisonError("a transaction has no amount");
  if (!isCivilDate(date)) throw new PoisonError("a transaction has a date that does not exist");
  const type = enumToJson(Transaction_TypeSchema, transaction.type) as TransactionType;
  const flow = enumToJson(Transaction_FlowSchema, transaction.flow) as Flow;
  const verdict = enumToJson(Statement_VerdictSchema, transaction.verdict) as Verdict;
  const { currency } = amount;
  const sources = transaction.sources.map((source) => source.documentId);
  return {
    ...{ transactionId, date, type, flow, category, currency, accountId, verdict, description },
    amount: minorUnits(amount.amount, currency),
    documentIds: [...new Set([transaction.documentId, ...sources])],
    state: toBinary(TransactionSchema, transaction),
  };
}

function minorUnits(amount: string, currency: string): bigint {
  try {
    return parseDecimal(amount, minorDigits(currency));
  } catch (cause) {
    throw new PoisonError("a transaction has an amount that its currency does not allow", { cause });
  }
}
