import { type Explained, explain } from "@finflow/client/error-message";
import { type Document, Document_Status, Failure_Reason } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useState } from "react";
import { ConfirmedButton } from "../confirmed-button.tsx";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { AssumedForm } from "./assumed-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { StatementVerdict } from "./statement-verdict.tsx";

type Props = { document: Document; onWritten: (revision: number) => void };

const waitingFor: Partial<Record<number, string>> = {
  [Document_Status.PENDING]: "Waiting for the file",
  [Document_Status.UPLOADED]: "Waiting to be read",
  [Document_Status.EXTRACTING]: "Being read",
};

/** One document: how far it is, what it proved, or why it failed and what to do. */
export function DocumentCard({ document, onWritten }: Props) {
  const [problem, setProblem] = useState<Explained>();
  const { documentId, fileName, status, failure, recognizing, statements } = document;
  const attempt = async (work: () => Promise<{ revision: number }>) => {
    setProblem(undefined);
    try {
      onWritten((await work()).revision);
    } catch (error) {
      setProblem(explain(error));
    }
  };
  const retry = (password?: string) => attempt(() => finflow.uploads.retryDocument({ documentId, password }));
  const waiting = recognizing ? "Reading the picture of the page, some seconds for each" : waitingFor[status];
  const wantsPassword =
    failure?.reason === Failure_Reason.PASSWORD_NEEDED || failure?.reason === Failure_Reason.WRONG_PASSWORD;

  return (
    <li className="document" data-item tabIndex={-1} aria-label={fileName}>
      <div className="document-head">
        <strong>{fileName}</strong>
        <ConfirmedButton
          text="Delete"
          name={fileName}
          question={`Delete ${fileName} and its rows?`}
          onConfirm={() => void attempt(() => finflow.uploads.deleteDocument({ documentId }))}
        />
      </div>
      <div role="status">
        {waiting && (
          <p>
            {waiting}… <progress aria-label={waiting} />
          </p>
        )}
        {failure && (
          <p className="problem">
            {failure.message} {failure.help}
          </p>
        )}
      </div>
      {wantsPassword && <PasswordForm fileName={fileName} onPassword={retry} />}
      {failure && !wantsPassword && (
        <button type="button" className="quiet" onClick={() => void retry()}>
          Try again
        </button>
      )}
      {statements.map((statement) => (
        <StatementVerdict key={statement.statementId} statement={statement} />
      ))}
      {status === Document_Status.COMPLETED && <p className="hint">{rowsOf(document)}</p>}
      {status === Document_Status.COMPLETED && (
        <AssumedForm
          document={document}
          onSay={(said) => attempt(() => finflow.uploads.updateDocument({ documentId, ...said }))}
        />
      )}
      <Problem problem={problem} />
    </li>
  );
}

function rowsOf({ transactionCount, newTransactionCount, sameStatementAs }: Document): string {
  const rows = transactionCount === 1 ? "1 row" : `${transactionCount} rows`;
  if (sameStatementAs) return `${rows}. The same statement is already here: it adds nothing.`;
  if (newTransactionCount === transactionCount) return `${rows}, all new.`;
  return `${rows}, ${newTransactionCount} of them new: the others were already here.`;
}
