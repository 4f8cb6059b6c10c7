import type { Document } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useCallback, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { useAnswer } from "../use-answer.ts";
import { everything, requestOf } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { TransactionRow } from "./transaction-row.tsx";

type Props = { revision: number; documents: Document[]; onWritten: (revision: number) => void };

const pageSize = 25;

/** Every row, filtered and in pages, each with its place on paper and a way to correct it. */
export function Transactions({ revision: minRevision, documents, onWritten }: Props) {
  const [filter, setFilter] = useState(everything);
  const [orderBy, setOrderBy] = useState("date desc");
  const [page, setPage] = useState(1);
  const ask = useCallback(
    (signal: AbortSignal) =>
      finflow.analytics.listTransactions(
        { ...requestOf(filter), orderBy, page, pageSize, minRevision },
        { signal },
      ),
    [filter, orderBy, page, minRevision],
  );
  const { value, problem, loading } = useAnswer(ask);
  const pages = Math.max(1, Math.ceil((value?.totalSize ?? 0) / pageSize));
  const sorted = (field: string) =>
    orderBy.startsWith(field) ? (orderBy.endsWith("desc") ? "descending" : "ascending") : "none";
  const sortBy = (field: string, text: string) => (
    <th scope="col" aria-sort={sorted(field)} className={field === "amount" ? "number" : ""}>
      <button
        type="button"
        className="link"
        onClick={() => setOrderBy(orderBy === `${field} desc` ? field : `${field} desc`)}
      >
        {text}
      </button>
    </th>
  );

  return (
    <section aria-labelledby="transactions-title" className="transactions">
      <h2 id="transactions-title">Transactions</h2>
      <Filters
        filter={filter}
        documents={documents}
        onChange={(next) => {
          setFilter(next);
          setPage(1);
        }}
      />
      <Problem problem={problem} />
      <div className="scroll">
        <table aria-busy={loading}>
          <caption>{value ? `${value.totalSize} rows` : ""}</caption>
          <thead>
            <tr>
              {sortBy("date", "Date")}
              {sortBy("description", "Description")}
              <th scope="col">Category</th>
              {sortBy("amount", "Amount")}
              <th scope="col" className="number">
                Balance
              </th>
              <th scope="col">Source</th>
              <th scope="col">Correct</th>
            </tr>
          </thead>
          <tbody>
            {value?.transactions.map((transaction) => (
              <TransactionRow
                key={transaction.transactionId}
                transaction={transaction}
                fileName={documents.find(({ documentId }) => documentId === transaction.documentId)?.fileName}
                onWritten={onWritten}
              />
            ))}
          </tbody>
        </table>
      </div>
      <nav className="pages" aria-label="Pages of transactions">
        <button type="button" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          Previous
        </button>
        <span role="status">
          Page {page} of {pages}
        </span>
        <button type="button" disabled={page >= pages} onClick={() => setPage(page + 1)}>
          Next
        </button>
      </nav>
    </section>
  );
}
