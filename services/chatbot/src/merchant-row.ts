import { enumToJson } from "@bufbuild/protobuf";
import { PoisonError } from "@finflow/event-log/event-log-error";
import {
  type Transaction,
  Transaction_FlowSchema,
  Transaction_TypeSchema,
} from "@finflow/gen/finflow/type/v1/transaction_pb";
import { isCurrency } from "@finflow/money/currency";
import { fold } from "@finflow/search-tokens/tokens";

/** What chatbot keeps of a row: enough to say where the money went. */
export type MerchantRow = {
  date: string;
  type: string;
  flow: string;
  category: string;
  currency: string;
  accountId: string;
  /** A decimal string of major units. */
  amount: string;
  merchantKey: string;
  merchant: string;
};

/** The contract's transaction as chatbot keeps it. @throws PoisonError for one without an amount */
export function readMerchantRow(transaction: Transaction): MerchantRow {
  const { date, category, accountId, amount, merchant } = transaction;
  if (!amount || !isCurrency(amount.currency)) throw new PoisonError("a transaction has no amount");
  return {
    ...{ date, category, accountId, merchant },
    type: String(enumToJson(Transaction_TypeSchema, transaction.type)),
    flow: String(enumToJson(Transaction_FlowSchema, transaction.flow)),
    currency: amount.currency,
    amount: amount.amount,
    merchantKey: fold(merchant),
  };
}
