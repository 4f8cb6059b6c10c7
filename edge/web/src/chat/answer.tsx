import type { AskResponse } from "@finflow/gen/finflow/chatbot/v1/chatbot_pb";
import type { Filter } from "../transactions/filter.ts";
import { CitedFigure } from "./cited-figure.tsx";

type Props = { response: AskResponse; onShowRows: (filter: Filter) => void };

/** An answer, whether it may still change, and its figures with what each was counted from. */
export function Answer({ response: { answer, complete, citations }, onShowRows }: Props) {
  return (
    <>
      <p className="answer">{answer}</p>
      {citations.length > 0 && !complete && <p className="hint">Something was still on its way.</p>}
      {citations.length > 0 && (
        <details>
          <summary>Where {citations.length === 1 ? "this figure comes" : "these figures come"} from</summary>
          <ul className="citations">
            {citations.map((citation, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the figures of an answer do not change.
              <li key={place}>
                <CitedFigure citation={citation} onShowRows={onShowRows} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
