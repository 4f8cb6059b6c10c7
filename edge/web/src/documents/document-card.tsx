import { type Explained, explain } from "@finflow/client/error-message";
import { type Document, Document_Status, Failure_Reason } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { AssumedForm } from "./assumed-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { StatementVerdict } from "./statement-verdict.tsx";

type Props = { document: Document; onChanged: () => void; onWritten: (revision: number) => void };

const statusText: Partial<Record<number, string>> = {
  [Document_Status.PENDING]: "Waiting for the file",
  [Document_Status.UPLOADED]: "Waiting to be read",
  [Document_Status.EXTRACTING]: "Being read",
};

/** One document: how far it is, what it proved, or why it failed and what to do. */
export function DocumentCard({ document, onChanged, onWritten }: Props) {
  const [problem, setProblem] = useState<Explained>();
  const { documentId, status, failure, statements } = document;
  const attempt = async (work: () => Promise<{ revision: number }>) => {
    setProblem(undefined);
    try {
      onWritten((await work()).revision);
      onChanged();
    } catch (error) {
      setProblem(explain(error));
    }
  };
  const waiting = statusText[status];
  const wantsPassword =
    failure?.reason === Failure_Reason.PASSWORD_NEEDED || failure?.reason === Failure_Reason.WRONG_PASSWORD;
  const assumed = [...new Set(statements.flatMap(({ warnings }) => warnings))];

  return (
    <li className="document">
      <div className="document-head">
        <strong>{document.fileName}</strong>
        <button
          type="button"
          className="link"
          aria-label={`Delete ${document.fileName}`}
          onClick={() => void attempt(() => finflow.uploads.deleteDocument({ documentId }))}
        >
          Delete
        </button>
      </div>
      {waiting && (
        <p role="status">
          {waiting}… <progress aria-label={waiting} />
        </p>
      )}
      {failure && (
        <p className="problem">
          {failure.message} {failure.help}
        </p>
      )}
      {wantsPassword && (
        <PasswordForm
          label={document.fileName}
          onPassword={(password) => attempt(() => finflow.uploads.retryDocument({ documentId, password }))}
        />
      )}
      {failure && !wantsPassword && (
        <button
          type="button"
          onClick={() => void attempt(() => finflow.uploads.retryDocument({ documentId }))}
        >
          Try again
        </button>
      )}
      {statements.map((statement) => (
        <StatementVerdict key={statement.statementId} statement={statement} />
      ))}
      {document.sameStatementAs && (
        <p className="hint">The same statement is already here: it adds nothing.</p>
      )}
      {status === Document_Status.COMPLETED && (
        <p className="hint">
          {document.transactionCount} rows, {document.newTransactionCount} of them new
        </p>
      )}
      {assumed.length > 0 && (
        <AssumedForm
          warnings={assumed}
          onSay={(said) => attempt(() => finflow.uploads.updateDocument({ documentId, ...said }))}
        />
      )}
      <Problem problem={problem} />
    </li>
  );
}
