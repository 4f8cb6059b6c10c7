import { type Explained, explain } from "@finflow/client/error-message";
import type { User } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { type FormEvent, useRef, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";

/** Signing out, a new password, and leaving for good. */
export function AccountMenu({ user }: { user: User }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState<Explained>();
  const [said, setSaid] = useState("");

  const attempt = async (work: () => Promise<unknown>, done: string) => {
    setProblem(undefined);
    setSaid("");
    try {
      await work();
      setSaid(done);
    } catch (error) {
      setProblem(explain(error));
    }
  };
  const changePassword = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const currentPassword = String(fields.get("current"));
    const newPassword = String(fields.get("new"));
    void attempt(async () => {
      await finflow.auth.changePassword({ currentPassword, newPassword });
      form.reset();
    }, "The password is changed. Everywhere else you are signed out.");
  };
  const leave = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      await finflow.auth.deleteMe({});
      await finflow.session.signOut();
    }, "");
  };

  return (
    <nav className="account" aria-label="Account">
      <span>{user.email}</span>
      <button type="button" className="link" onClick={() => dialog.current?.showModal()}>
        Account
      </button>
      <button type="button" className="link" onClick={() => void finflow.session.signOut()}>
        Sign out
      </button>
      <dialog ref={dialog} aria-labelledby="account-title">
        <h2 id="account-title">Account</h2>
        <form onSubmit={changePassword}>
          <h3>A new password</h3>
          <label htmlFor="current">Current password</label>
          <input id="current" name="current" type="password" autoComplete="current-password" required />
          <label htmlFor="new">New password</label>
          <input id="new" name="new" type="password" autoComplete="new-password" minLength={8} required />
          <button type="submit">Change password</button>
        </form>
        <form onSubmit={leave}>
          <h3>Delete the account</h3>
          <label className="check">
            <input type="checkbox" required /> Erase my statements, transactions, conversations and account.
            This cannot be undone.
          </label>
          <button type="submit" className="danger">
            Delete everything
          </button>
        </form>
        <p role="status">{said}</p>
        <Problem problem={problem} />
        {problem?.fields.newPassword && (
          <p className="problem">The new password {problem.fields.newPassword}</p>
        )}
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </nav>
  );
}
