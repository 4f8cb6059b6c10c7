import { explain } from "@finflow/client/error-message";
import type { AskResponse } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { type FormEvent, useState } from "react";
import { finflow } from "../finflow.ts";

type Turn = { question: string; response?: AskResponse; problem?: string };

const examples = ["How much did I spend in total?", "Spending by category", "What was my largest expense?"];

/** Questions and answers; every figure shows what it was counted from. */
export function Chat({ revision: minRevision }: { revision: number }) {
  const [turns, setTurns] = useState<Turn[]>([]);
  const [busy, setBusy] = useState(false);
  const conversationId = turns.findLast((turn) => turn.response)?.response?.conversationId ?? "";

  const ask = async (question: string) => {
    setBusy(true);
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    try {
      const response = await finflow.chatbot.ask({ question, conversationId, timeZone, minRevision });
      setTurns((before) => [...before, { question, response }]);
    } catch (error) {
      setTurns((before) => [...before, { question, problem: explain(error).message }]);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const question = String(new FormData(form).get("question")).trim();
    if (question === "") return;
    form.reset();
    void ask(question);
  };
  const suggestions = turns.at(-1)?.response?.suggestions ?? (turns.length === 0 ? examples : []);

  return (
    <section aria-labelledby="chat-title" className="chat">
      <h2 id="chat-title">Ask</h2>
      <ol role="log" aria-live="polite">
        {turns.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: turns are only ever added at the end.
          <li key={index}>
            <p className="question">{turn.question}</p>
            {turn.problem && <p className="problem">{turn.problem}</p>}
            {turn.response && <Answer response={turn.response} />}
          </li>
        ))}
      </ol>
      {suggestions.length > 0 && (
        <p className="suggestions">
          {suggestions.map((suggestion) => (
            <button type="button" key={suggestion} disabled={busy} onClick={() => void ask(suggestion)}>
              {suggestion}
            </button>
          ))}
        </p>
      )}
      <form className="inline" onSubmit={submit}>
        <label htmlFor="question">Your question</label>
        <input id="question" name="question" maxLength={1000} autoComplete="off" required />
        <button type="submit" disabled={busy}>
          Ask
        </button>
      </form>
    </section>
  );
}

function Answer({ response }: { response: AskResponse }) {
  return (
    <>
      <p className="answer">{response.answer}</p>
      {response.citations.length > 0 && (
        <details>
          <summary>Where these figures come from</summary>
          <ul>
            {response.citations.map((citation, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the figures of an answer do not change.
              <li key={index}>
                {citation.label}: {citation.value} {citation.unit}{" "}
                <code>{citation.source?.rpc.split("/").at(-1)}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
