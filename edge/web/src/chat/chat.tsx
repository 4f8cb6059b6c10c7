import { explain } from "@finflow/client/error-message";
import type { AskResponse } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { finflow } from "../finflow.ts";
import type { Filter } from "../transactions/filter.ts";
import { Answer } from "./answer.tsx";

type Turn = { id: number; question: string; response?: AskResponse; problem?: string };
type Props = { revision: number; onShowRows: (filter: Filter) => void };

const examples = ["How much did I spend in total?", "Spending by category", "What was my largest expense?"];

/** Questions and answers; every figure shows what it was counted from. */
export function Chat({ revision: minRevision, onShowRows }: Props) {
  const [turns, setTurns] = useState<Turn[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const last = turns.at(-1);
  const busy = last !== undefined && !last.response && !last.problem;
  const conversationId = turns.findLast((turn) => turn.response)?.response?.conversationId ?? "";
  const suggestions = last ? (last.response?.suggestions ?? []) : examples;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn, and its answer, comes into sight.
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [turns]);

  const ask = async (question: string) => {
    if (busy) return;
    const id = turns.length;
    const settle = (outcome: Partial<Turn>) =>
      setTurns((before) => before.map((turn) => (turn.id === id ? { ...turn, ...outcome } : turn)));
    setTurns([...turns, { id, question }]);
    // The button that was pressed may be gone; what comes next is typed here.
    input.current?.focus();
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    try {
      settle({ response: await finflow.chatbot.ask({ question, conversationId, timeZone, minRevision }) });
    } catch (error) {
      settle({ problem: explain(error).message });
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const question = String(new FormData(form).get("question")).trim();
    if (question === "" || busy) return;
    form.reset();
    void ask(question);
  };

  return (
    <section aria-labelledby="chat-title" className="chat">
      <h2 id="chat-title">Ask</h2>
      {/* What scrolls has to be reached by keyboard. */}
      <div role="log" aria-labelledby="chat-title" ref={log} tabIndex={turns.length > 0 ? 0 : undefined}>
        <ol>
          {turns.map(({ id, question, response, problem }) => (
            <li key={id}>
              <p className="question">{question}</p>
              {problem && <p className="problem">{problem}</p>}
              {response && <Answer response={response} onShowRows={onShowRows} />}
              {!problem && !response && <p className="hint">Looking…</p>}
            </li>
          ))}
        </ol>
      </div>
      {suggestions.length > 0 && (
        <p className="suggestions">
          {suggestions.map((suggestion) => (
            <button type="button" className="quiet" key={suggestion} onClick={() => void ask(suggestion)}>
              {suggestion}
            </button>
          ))}
        </p>
      )}
      <form className="inline" onSubmit={submit}>
        <label htmlFor="question">Your question</label>
        <input ref={input} id="question" name="question" maxLength={1000} autoComplete="off" required />
        <button type="submit" aria-disabled={busy}>
          Ask
        </button>
        {turns.length > 0 && (
          <button
            type="button"
            className="link"
            onClick={() => {
              setTurns([]);
              input.current?.focus();
            }}
          >
            Start over
          </button>
        )}
      </form>
    </section>
  );
}
