import { explain } from "@finflow/client/error-message";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { type Transaction, Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { useState } from "react";
import { finflow } from "../finflow.ts";
import { Amount } from "../money.tsx";
import { categories, flowNames } from "./filter.ts";

type Props = {
  transaction: Transaction;
  fileName: string | undefined;
  onWritten: (revision: number) => void;
};

/** One row: its category can be chosen, the row removed, and every correction undone. */
export function TransactionRow({ transaction, fileName, onWritten }: Props) {
  const [problem, setProblem] = useState("");
  const { transactionId, etag, correctedFields } = transaction;
  const change = async (part: { category?: string; removed?: boolean; undo?: boolean }) => {
    setProblem("");
    try {
      onWritten((await finflow.corrections.updateTransaction({ transactionId, etag, ...part })).revision);
    } catch (error) {
      setProblem(explain(error).message);
    }
  };
  const debit = transaction.type === Transaction_Type.DEBIT;
  return (
    <tr>
      <td>{transaction.date}</td>
      <td>
        {transaction.description}
        {transaction.possibleDuplicateOf && <span className="tag">may repeat another row</span>}
        {transaction.verdict !== Statement_Verdict.RECONCILED && <span className="tag">not proven</span>}
        {correctedFields.length > 0 && <span className="tag">corrected: {correctedFields.join(", ")}</span>}
        {problem && (
          <span className="problem" role="alert">
            {problem}
          </span>
        )}
      </td>
      <td>
        <select
          aria-label={`Category of ${transaction.description}`}
          value={transaction.category}
          onChange={(event) => void change({ category: event.target.value })}
        >
          {categories.map((category) => (
            <option key={category}>{category}</option>
          ))}
        </select>
        <span className="hint"> {flowNames[transaction.flow]}</span>
      </td>
      <td className={debit ? "number debit" : "number credit"}>
        {debit ? "−" : "+"}
        <Amount money={transaction.amount} />
      </td>
      <td className="number">
        <Amount money={transaction.balance} />
      </td>
      <td className="hint">
        {fileName ?? "a statement"}, page {transaction.page}
      </td>
      <td>
        <button
          type="button"
          className="link"
          aria-label={`Remove ${transaction.description}`}
          onClick={() => void change({ removed: true })}
        >
          Remove
        </button>
        {correctedFields.length > 0 && (
          <button
            type="button"
            className="link"
            aria-label={`Undo corrections of ${transaction.description}`}
            onClick={() => void change({ undo: true })}
          >
            Undo
          </button>
        )}
      </td>
    </tr>
  );
}
