import { type Explained, explain } from "@finflow/client/error-message";
import { useEffect, useState } from "react";

/** What a read has given so far. While a new one is under way the one before stays on show. */
export type Answer<Value> = { value: Value | undefined; problem: Explained | undefined; loading: boolean };

/** How long to wait before the same question is asked again, in milliseconds. */
const untilAskedAgain = { unfinished: 1_500, failed: 3_000 };

/**
 * Asks whenever `ask` is another function (make it with useCallback), forgets answers that come too late, and
 * asks again by itself: what failed for a reason that passes, and what `isFinal` does not accept.
 */
export function useAnswer<Value>(
  ask: (signal: AbortSignal) => Promise<Value>,
  isFinal: (value: Value) => boolean = always,
): Answer<Value> {
  const [answer, setAnswer] = useState<Answer<Value>>({
    value: undefined,
    problem: undefined,
    loading: true,
  });
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const value = await ask(stop.signal);
        if (stop.signal.aborted) return;
        setAnswer({ value, problem: undefined, loading: false });
        if (!isFinal(value)) timer = setTimeout(look, untilAskedAgain.unfinished);
      } catch (error) {
        if (stop.signal.aborted) return;
        const problem = explain(error);
        setAnswer((before) => ({ ...before, problem, loading: false }));
        if (problem.passing)
          timer = setTimeout(look, Math.max(untilAskedAgain.failed, problem.retryAfter * 1_000));
      }
    };
    setAnswer((before) => ({ ...before, loading: true }));
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [ask, isFinal]);
  return answer;
}

function always(): boolean {
  return true;
}
