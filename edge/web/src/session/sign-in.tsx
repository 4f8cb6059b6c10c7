import { type Explained, explain } from "@finflow/client/error-message";
import { type FormEvent, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";

/** Signing up and signing in: one form, two buttons' worth of difference. */
export function SignIn() {
  const [registering, setRegistering] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Explained>();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const credentials = {
      email: String(form.get("email")),
      password: String(form.get("password")),
      keepSignedIn: form.get("keep") === "on",
    };
    setBusy(true);
    setProblem(undefined);
    try {
      await (registering ? finflow.session.register(credentials) : finflow.session.signIn(credentials));
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <h1>Finflow</h1>
      <p>
        Bank statements in. Transactions that provably add up, and answers with figures you can check, out.
      </p>
      <form onSubmit={submit} aria-labelledby="sign-in-title">
        <h2 id="sign-in-title">{registering ? "Create your account" : "Sign in"}</h2>
        <Field name="email" label="E-mail" type="email" autoComplete="username" problem={problem} />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete={registering ? "new-password" : "current-password"}
          hint={
            registering
              ? "At least 8 characters, and none of the well-known ones. A sentence is good."
              : undefined
          }
          problem={problem}
        />
        <label className="check">
          <input type="checkbox" name="keep" /> Keep me signed in
        </label>
        {registering && (
          <p className="hint">
            Finflow sends no mail. If you forget the password, whoever runs this Finflow can set a new one
            with <code>npx finflow reset-password</code>. Your data lies where it runs: by default in the
            folder <code>.finflow</code>.
          </p>
        )}
        <Problem problem={problem && Object.keys(problem.fields).length === 0 ? problem : undefined} />
        <button type="submit" disabled={busy}>
          {registering ? "Create account" : "Sign in"}
        </button>
        <button type="button" className="link" onClick={() => setRegistering(!registering)}>
          {registering ? "I have an account" : "I am new here"}
        </button>
      </form>
    </main>
  );
}

type FieldProps = {
  name: string;
  label: string;
  type: string;
  autoComplete: string;
  hint?: string | undefined;
  problem: Explained | undefined;
};

function Field({ name, label, type, autoComplete, hint, problem }: FieldProps) {
  const wrong = problem?.fields[name];
  const described = [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        {...{ name, type, autoComplete }}
        id={name}
        required
        aria-invalid={wrong !== undefined}
        aria-describedby={described || undefined}
      />
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p className="problem" id={`${name}-wrong`} role="alert">
          {label} {wrong}
        </p>
      )}
    </div>
  );
}
