import { type Explained, explain } from "@finflow/client/error-message";
import { useEffect, useState } from "react";

/** What a read has given so far. While a new one is under way the one before stays on show. */
export type Answer<Value> = { value: Value | undefined; problem: Explained | undefined; loading: boolean };

/**
 * Asks again whenever `ask` is another function (make it with useCallback), and forgets answers that come too
 * late.
 */
export function useAnswer<Value>(ask: (signal: AbortSignal) => Promise<Value>): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({
    value: undefined,
    problem: undefined,
    loading: true,
  });
  useEffect(() => {
    const stop = new AbortController();
    setAnswer((before) => ({ ...before, loading: true }));
    ask(stop.signal).then(
      (value) => {
        if (!stop.signal.aborted) setAnswer({ value, problem: undefined, loading: false });
      },
      (error) => {
        if (!stop.signal.aborted)
          setAnswer((before) => ({ ...before, problem: explain(error), loading: false }));
      },
    );
    return () => stop.abort();
  }, [ask]);
  return answer;
}
