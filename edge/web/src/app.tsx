import type { User } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { useEffect, useState } from "react";
import { finflow } from "./finflow.ts";
import { Home } from "./home.tsx";
import { SignIn } from "./session/sign-in.tsx";

/** The sign-in form, or everything behind it. */
export function App() {
  const [user, setUser] = useState<User | undefined>();
  const [looking, setLooking] = useState(true);

  useEffect(() => {
    const stop = finflow.session.onChange(setUser);
    finflow.session
      .resume()
      .catch(() => undefined)
      .finally(() => setLooking(false));
    return () => void stop();
  }, []);

  if (looking) return <p className="waiting">One moment…</p>;
  return user ? <Home key={user.userId} user={user} /> : <SignIn />;
}
