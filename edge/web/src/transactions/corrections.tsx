import { type Explained, explain } from "@finflow/client/error-message";
import type { Transaction } from "@finflow/gen/finflow/type/v1/transaction_pb";
import type { Correction } from "@finflow/gen/finflow/upload/v1/correction_pb";
import { useCallback, useState } from "react";
import { finflow } from "../finflow.ts";
import { formatAmount } from "../format-amount.ts";
import { Problem } from "../problem.tsx";
import { useAnswer } from "../use-answer.ts";
import { useKeptFocus } from "../use-kept-focus.ts";

type Props = { revision: number; onWritten: (revision: number) => void };

/** What the person changed, removed rows included, with a way back from each. */
export function Corrections({ revision, onWritten }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="corrections" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Corrected and removed rows</summary>
      {open && <List revision={revision} onWritten={onWritten} />}
    </details>
  );
}

function List({ revision, onWritten }: Props) {
  const [undoProblem, setUndoProblem] = useState<Explained>();
  const list = useKeptFocus<HTMLUListElement>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may bring new corrections.
  const ask = useCallback((signal: AbortSignal) => everyCorrection(signal), [revision]);
  const { value, problem } = useAnswer(ask);
  const undo = async (transactionId: string) => {
    setUndoProblem(undefined);
    try {
      onWritten((await finflow.corrections.updateTransaction({ transactionId, undo: true })).revision);
    } catch (error) {
      setUndoProblem(explain(error));
    }
  };
  return (
    <>
      <Problem problem={undoProblem ?? problem} />
      {value?.length === 0 && <p className="hint">Nothing is corrected.</p>}
      <ul ref={list} tabIndex={-1} aria-label="Corrections">
        {value?.map((correction) => (
          <li key={correction.transactionId} data-item tabIndex={-1}>
            {describe(correction)}{" "}
            <button
              type="button"
              className="link"
              data-control="undo"
              aria-label={`Undo: ${correction.extracted?.description ?? "this correction"}`}
              onClick={() => void undo(correction.transactionId)}
            >
              Undo
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

async function everyCorrection(signal: AbortSignal): Promise<Correction[]> {
  const all: Correction[] = [];
  let pageToken = "";
  do {
    const page = await finflow.corrections.listCorrections({ pageSize: 200, pageToken }, { signal });
    all.push(...page.corrections);
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  return all;
}

function describe({ extracted, corrected, removed, leftOver }: Correction): string {
  const what = extracted ? named(extracted) : "A row";
  if (removed) return `${what}: removed.`;
  if (leftOver) return `${what}: corrected, but no longer on its statement.`;
  const changes = (corrected?.correctedFields ?? []).map((field) => {
    const [before, after] = [extracted, corrected].map((row) => fieldOf(row, field));
    return before && after ? `${field} from ${before} to ${after}` : field;
  });
  return `${what}: ${changes.join(", ") || "corrected"}.`;
}

function named({ date, description, amount }: Transaction): string {
  return [date, description, amount && formatAmount(amount.amount, amount.currency)]
    .filter(Boolean)
    .join(" ");
}

function fieldOf(row: Transaction | undefined, field: string): string {
  if (!row) return "";
  if (field === "amount") return row.amount ? formatAmount(row.amount.amount, row.amount.currency) : "";
  return field === "category" || field === "date" || field === "description" ? row[field] : "";
}
