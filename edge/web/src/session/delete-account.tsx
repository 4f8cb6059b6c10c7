import { type Explained, explain } from "@finflow/client/error-message";
import { type FormEvent, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { setLastErasure } from "./last-erasure.ts";

/** Leaving for good. */
export function DeleteAccount() {
  const [problem, setProblem] = useState<Explained>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(undefined);
    try {
      const { erasureId } = await finflow.session.deleteAccount();
      setLastErasure(erasureId);
    } catch (error) {
      setProblem(explain(error));
    }
  };
  return (
    <form onSubmit={submit}>
      <h3>Delete the account</h3>
      <label className="check">
        <input type="checkbox" required /> Erase my statements, transactions, conversations and account. This
        cannot be undone.
      </label>
      <Problem problem={problem} />
      <button type="submit" className="danger">
        Delete everything
      </button>
    </form>
  );
}
