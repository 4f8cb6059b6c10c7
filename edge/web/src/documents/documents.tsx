import { type Explained, explain } from "@finflow/client/error-message";
import { useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { DocumentCard } from "./document-card.tsx";
import { DropZone } from "./drop-zone.tsx";
import { Samples } from "./samples.tsx";
import type { Documents as Known } from "./use-documents.ts";

type Props = { documents: Known; onWritten: (revision: number) => void };

/** Where statements go in, and what became of each. */
export function Documents({ documents, onWritten }: Props) {
  const [problem, setProblem] = useState<Explained>();
  const [sending, setSending] = useState<string[]>([]);
  const [said, setSaid] = useState("");

  const send = async (file: Blob, name: string, password?: string) => {
    setProblem(undefined);
    setSaid("");
    setSending((before) => [...before, name]);
    try {
      const { duplicate } = await finflow.uploadFile(file, name, password);
      if (duplicate) setSaid(`${name} is already here: it adds nothing.`);
    } catch (error) {
      const { message, ...rest } = explain(error);
      setProblem({ ...rest, message: `${name}: ${message}` });
    } finally {
      setSending((before) => before.filter((other) => other !== name));
      documents.refresh();
    }
  };

  return (
    <section aria-labelledby="documents-title">
      <h2 id="documents-title">Statements</h2>
      <DropZone onFiles={(files) => files.forEach((file) => void send(file, file.name))} />
      <Samples onSample={send} prominent={documents.list.length === 0} />
      <p role="status" className="hint">
        {sending.length > 0 ? `Sending ${sending.join(", ")}…` : said}
      </p>
      <Problem problem={problem ?? documents.problem} />
      <ul className="documents">
        {documents.list.map((document) => (
          <DocumentCard
            key={document.documentId}
            document={document}
            onChanged={documents.refresh}
            onWritten={onWritten}
          />
        ))}
      </ul>
    </section>
  );
}
