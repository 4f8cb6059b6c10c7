import { type Explained, explain } from "@finflow/client/error-message";
import { useState } from "react";
import { Problem } from "../problem.tsx";
import { useKeptFocus } from "../use-kept-focus.ts";
import { DocumentCard } from "./document-card.tsx";
import { DropZone } from "./drop-zone.tsx";
import { Samples } from "./samples.tsx";
import type { Documents as Known } from "./use-documents.ts";
import { useSending } from "./use-sending.ts";

type Props = { documents: Known; onWritten: (revision: number) => void };

/** Cards on show before somebody asks for all. */
const few = 6;

/** Where statements go in, and what became of each. */
export function Documents({ documents: { list, problem, known }, onWritten }: Props) {
  const { names, notes, send } = useSending();
  const [all, setAll] = useState(false);
  const [sampleProblem, setSampleProblem] = useState<Explained>();
  const cards = useKeptFocus<HTMLUListElement>();
  const shown = all ? list : list.slice(0, few);

  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title">Statements</h2>
      <DropZone onFile={(file) => send(file, file.name)} />
      <Samples
        isProminent={known && list.length === 0}
        onSample={send}
        onProblem={(error) => setSampleProblem(error === undefined ? undefined : explain(error))}
      />
      <div role="status" className="notes">
        {names.length > 0 && <p className="hint">Sending {inWords(names)}…</p>}
        {notes.map(({ id, text, isBad }) => (
          <p key={id} className={isBad ? "problem" : "notice"}>
            {text}
          </p>
        ))}
      </div>
      <Problem problem={problem ?? sampleProblem} />
      <ul className="documents" ref={cards} tabIndex={-1} aria-label="Uploaded statements">
        {shown.map((document) => (
          <DocumentCard key={document.documentId} document={document} onWritten={onWritten} />
        ))}
      </ul>
      {list.length > few && (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${list.length} statements`}
        </button>
      )}
    </section>
  );
}

function inWords(names: string[]): string {
  return names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(" and ");
}
