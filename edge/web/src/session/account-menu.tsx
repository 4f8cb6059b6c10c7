import { type Explained, explain } from "@finflow/client/error-message";
import type { User } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { useRef, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { DeleteAccount } from "./delete-account.tsx";
import { NewPassword } from "./new-password.tsx";

/** Signing out, a new password, and leaving for good. */
export function AccountMenu({ user }: { user: User }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Counts openings: each begins with empty forms.
  const [opened, setOpened] = useState(0);
  const [problem, setProblem] = useState<Explained>();
  const signOut = async () => {
    setProblem(undefined);
    try {
      await finflow.session.signOut();
    } catch (error) {
      const { message, ...rest } = explain(error);
      setProblem({ ...rest, message: `You are still signed in. ${message}` });
    }
  };

  return (
    <nav className="account" aria-label="Account">
      <span>{user.email}</span>
      <button
        type="button"
        className="link"
        aria-haspopup="dialog"
        onClick={() => {
          setOpened(opened + 1);
          dialog.current?.showModal();
        }}
      >
        Account
      </button>
      <button type="button" className="link" onClick={() => void signOut()}>
        Sign out
      </button>
      <Problem problem={problem} />
      <dialog ref={dialog} aria-labelledby="account-title">
        <h2 id="account-title">Account</h2>
        <NewPassword key={`password ${opened}`} email={user.email} />
        <DeleteAccount key={`deletion ${opened}`} />
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </dialog>
    </nav>
  );
}
