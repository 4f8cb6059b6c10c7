import { useEffect, useState } from "react";
import { type Health, whatIsAway } from "./what-is-away.ts";

/** How often the server is asked, in milliseconds. */
const askEvery = 15_000;

/** Says which parts of Finflow do not answer, while they do not. */
export function AwayNote() {
  const [sentences, setSentences] = useState<readonly string[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const look = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch("/health", { signal: stop.signal });
        setSentences(whatIsAway((await answer.json()) as Health));
      } catch {
        // A server that cannot be reached at all is what every other part of the page says.
        if (!stop.signal.aborted) setSentences([]);
      }
    };
    void look();
    const timer = setInterval(look, askEvery);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, []);
  return (
    <div role="status">
      {sentences.length > 0 && <p className="away">{sentences.join(" ")} Nothing is lost.</p>}
    </div>
  );
}
