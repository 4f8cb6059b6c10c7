import { type Explained, explain } from "@finflow/client/error-message";
import type { User } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { useEffect, useState } from "react";
import { finflow } from "./finflow.ts";
import { Home } from "./home.tsx";
import { Problem } from "./problem.tsx";
import { rememberSession, remembersSession } from "./session/remembered.ts";
import { SignIn } from "./session/sign-in.tsx";

/** How long to wait before an earlier visit's session is looked for again, in milliseconds. */
const untilAskedAgain = 3_000;

/** The sign-in form, or everything behind it. */
export function App() {
  const [user, setUser] = useState<User | undefined>();
  const [looking, setLooking] = useState(true);
  const [problem, setProblem] = useState<Explained>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = finflow.session.onChange((changed) => {
      rememberSession(changed !== undefined);
      setUser(changed);
    });
    const resume = async () => {
      try {
        if (remembersSession() && !(await finflow.session.resume())) rememberSession(false);
        setLooking(false);
      } catch (error) {
        // Whoever is signed in must not be asked to sign in because the server is away.
        setProblem(explain(error));
        timer = setTimeout(resume, untilAskedAgain);
      }
    };
    void resume();
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);

  if (looking)
    return (
      <main className="waiting">
        <h1>Finflow</h1>
        <p role="status">{problem ? "Trying again…" : "One moment…"}</p>
        <Problem problem={problem} />
      </main>
    );
  return user ? <Home key={user.userId} user={user} /> : <SignIn />;
}
