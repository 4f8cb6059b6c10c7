import { type Explained, explain } from "@finflow/client/error-message";
import { type FormEvent, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { Field } from "./field.tsx";

/** Changes the password, which ends every other session. */
export function NewPassword({ email }: { email: string }) {
  const [problem, setProblem] = useState<Explained>();
  const [done, setDone] = useState(false);
  const wrong = problem?.fields ?? {};

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    setProblem(undefined);
    setDone(false);
    try {
      await finflow.auth.changePassword({
        currentPassword: String(fields.get("currentPassword")),
        newPassword: String(fields.get("newPassword")),
      });
      form.reset();
      setDone(true);
    } catch (error) {
      setProblem(explain(error));
    }
  };

  return (
    <form onSubmit={submit}>
      <h3>A new password</h3>
      {/* Tells password managers whose password changes. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        name="currentPassword"
        label="Current password"
        type="password"
        autoComplete="current-password"
        wrong={wrong.currentPassword}
      />
      <Field
        name="newPassword"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 8 characters."
        wrong={wrong.newPassword}
      />
      <Problem problem={Object.keys(wrong).length === 0 ? problem : undefined} />
      <p role="status">{done && "The password is changed. Everywhere else you are signed out."}</p>
      <button type="submit">Change password</button>
    </form>
  );
}
