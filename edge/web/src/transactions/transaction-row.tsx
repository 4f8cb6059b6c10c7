import { explain } from "@finflow/client/error-message";
import { Statement_Verdict } from "@finflow/gen/finflow/type/v1/statement_pb";
import { type Transaction, Transaction_Type } from "@finflow/gen/finflow/type/v1/transaction_pb";
import { useState } from "react";
import { Amount } from "../amount.tsx";
import { CategoryChoice } from "./category-choice.tsx";
import type { Correct } from "./correct.ts";
import { flowNames, nameOf } from "./filter.ts";

type Props = { transaction: Transaction; fileName: string | undefined; onCorrect: Correct };

/** One row: its category can be chosen, the row removed, and every correction undone. */
export function TransactionRow({ transaction, fileName, onCorrect }: Props) {
  const [problem, setProblem] = useState("");
  const { description, correctedFields } = transaction;
  const change: Correct = async (row, part) => {
    setProblem("");
    try {
      await onCorrect(row, part);
    } catch (error) {
      setProblem(explain(error).message);
      throw error;
    }
  };
  // What went wrong stands in the row.
  const attempt = (part: Parameters<Correct>[1]) => void change(transaction, part).catch(() => undefined);
  const isDebit = transaction.type === Transaction_Type.DEBIT;
  return (
    <tr data-item tabIndex={-1}>
      <td className="date">{transaction.date}</td>
      <td className="description">
        {description}
        {transaction.possibleDuplicateOf && <span className="tag">may repeat another row</span>}
        {transaction.verdict !== Statement_Verdict.RECONCILED && <span className="tag">not proven</span>}
        {correctedFields.length > 0 && <span className="tag">corrected: {correctedFields.join(", ")}</span>}
        {problem && (
          <span className="problem" role="alert">
            {" "}
            {problem}
          </span>
        )}
      </td>
      <td className="category">
        <CategoryChoice
          category={transaction.category}
          description={description}
          onChoose={(category) => change(transaction, { category })}
        />
        <span className="hint"> {nameOf(flowNames, transaction.flow)}</span>
      </td>
      <td className={isDebit ? "number value debit" : "number value credit"}>
        {isDebit ? "−" : "+"}
        <Amount money={transaction.amount} />
      </td>
      <td className="number balance">
        <Amount money={transaction.balance} />
      </td>
      <td className="hint source">
        {fileName ?? "a statement"}, page {transaction.page}
      </td>
      <td className="actions">
        <button
          type="button"
          className="link"
          data-control="remove"
          aria-label={`Remove ${description}`}
          onClick={() => attempt({ removed: true })}
        >
          Remove
        </button>
        {correctedFields.length > 0 && (
          <button
            type="button"
            className="link"
            data-control="undo"
            aria-label={`Undo corrections of ${description}`}
            onClick={() => attempt({ undo: true })}
          >
            Undo
          </button>
        )}
      </td>
    </tr>
  );
}
