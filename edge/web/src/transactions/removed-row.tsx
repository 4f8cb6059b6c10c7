import { type Explained, explain } from "@finflow/client/error-message";
import { useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";

type Props = {
  removed: { transactionId: string; description: string } | undefined;
  onUndone: (revision: number) => void;
};

/** Says which row was just removed, and takes it back. Later on the corrections' list does. */
export function RemovedRow({ removed, onUndone }: Props) {
  const [problem, setProblem] = useState<Explained>();
  const undo = async (transactionId: string) => {
    setProblem(undefined);
    try {
      onUndone((await finflow.corrections.updateTransaction({ transactionId, undo: true })).revision);
      document.getElementById("transactions-title")?.focus();
    } catch (error) {
      setProblem(explain(error));
    }
  };
  return (
    <div role="status">
      {removed && (
        <p className="notice">
          Removed {removed.description}.{" "}
          <button type="button" className="link" onClick={() => void undo(removed.transactionId)}>
            Put it back
          </button>
        </p>
      )}
      <Problem problem={problem} />
    </div>
  );
}
