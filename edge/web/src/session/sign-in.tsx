import { type Explained, explain } from "@finflow/client/error-message";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { Farewell } from "./farewell.tsx";
import { Field } from "./field.tsx";

/** Signing up and signing in: one form, two buttons' worth of difference. */
export function SignIn() {
  const form = useRef<HTMLFormElement>(null);
  const [registering, setRegistering] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Explained>();
  const wrong = problem?.fields ?? {};

  // To what has to be put right, instead of leaving a person to look for it.
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problem]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const fields = new FormData(event.currentTarget);
    const credentials = {
      email: String(fields.get("email")),
      password: String(fields.get("password")),
      keepSignedIn: fields.get("keep") === "on",
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
      <p>Drop in bank statements. Get transactions that provably add up, and answers you can check.</p>
      <Farewell />
      <form ref={form} onSubmit={submit} aria-labelledby="sign-in-title">
        <h2 id="sign-in-title">{registering ? "Create your account" : "Sign in"}</h2>
        <Field name="email" label="E-mail" type="email" autoComplete="username" wrong={wrong.email} />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete={registering ? "new-password" : "current-password"}
          hint={registering ? "At least 8 characters. A sentence is good." : undefined}
          wrong={wrong.password}
        />
        <label className="check">
          <input type="checkbox" name="keep" /> Keep me signed in
        </label>
        {registering && (
          <p className="hint">
            Finflow sends no mail. If you forget the password, whoever runs this Finflow sets a new one with{" "}
            <code>npx finflow reset-password</code>. Your data stays where it runs, by default in its folder{" "}
            <code>.finflow</code>.
          </p>
        )}
        <Problem problem={Object.keys(wrong).length === 0 ? problem : undefined} />
        <button type="submit" aria-disabled={busy}>
          {registering ? "Create account" : "Sign in"}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            setRegistering(!registering);
            setProblem(undefined);
          }}
        >
          {registering ? "I have an account" : "I am new here"}
        </button>
      </form>
    </main>
  );
}
