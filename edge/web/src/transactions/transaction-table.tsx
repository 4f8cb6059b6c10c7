import type { Transaction } from "@finflow/gen/finflow/type/v1/transaction_pb";
import type { Document } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useKeptFocus } from "../use-kept-focus.ts";
import type { Correct } from "./correct.ts";
import { SortHeader } from "./sort-header.tsx";
import { TransactionRow } from "./transaction-row.tsx";

type Props = {
  transactions: Transaction[];
  documents: Document[];
  caption: string;
  isBusy: boolean;
  orderBy: string;
  onOrder: (orderBy: string) => void;
  onCorrect: Correct;
};

/** A page of rows under heads that sort. */
export function TransactionTable({
  transactions,
  documents,
  caption,
  isBusy,
  orderBy,
  onOrder,
  onCorrect,
}: Props) {
  const rows = useKeptFocus<HTMLTableElement>();
  const fileNames = new Map(documents.map(({ documentId, fileName }) => [documentId, fileName]));
  return (
    <table className="rows" ref={rows} tabIndex={-1} aria-busy={isBusy}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <SortHeader field="date" text="Date" {...{ orderBy, onOrder }} />
          <SortHeader field="description" text="Description" {...{ orderBy, onOrder }} />
          <th scope="col">Category</th>
          <SortHeader field="amount" text="Amount" isNumber {...{ orderBy, onOrder }} />
          <th scope="col" className="number">
            Balance
          </th>
          <th scope="col">Source</th>
          <th scope="col">Correct</th>
        </tr>
      </thead>
      <tbody>
        {transactions.map((transaction) => (
          <TransactionRow
            key={transaction.transactionId}
            transaction={transaction}
            fileName={fileNames.get(transaction.documentId)}
            onCorrect={onCorrect}
          />
        ))}
      </tbody>
    </table>
  );
}
