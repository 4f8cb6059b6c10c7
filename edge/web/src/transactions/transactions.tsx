import type { Document } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useCallback, useState } from "react";
import { finflow } from "../finflow.ts";
import { Problem } from "../problem.tsx";
import { useAnswer } from "../use-answer.ts";
import type { Correct } from "./correct.ts";
import { Corrections } from "./corrections.tsx";
import { type Filter, requestOf } from "./filter.ts";
import { Filters } from "./filters.tsx";
import { Pages } from "./pages.tsx";
import { RemovedRow } from "./removed-row.tsx";
import { TransactionTable } from "./transaction-table.tsx";

type Props = {
  revision: number;
  documents: Document[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  onWritten: (revision: number) => void;
};

const pageSize = 25;

/** Every row, filtered, sorted and in pages, each with its place on paper and a way to correct it. */
export function Transactions({ revision: minRevision, documents, filter, onFilter, onWritten }: Props) {
  const [orderBy, setOrderBy] = useState("date desc");
  // A page is one of a filter's: with another filter it is the first again.
  const [place, setPlace] = useState({ filter, page: 1 });
  const page = place.filter === filter ? place.page : 1;
  const [removed, setRemoved] = useState<{ transactionId: string; description: string }>();
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const get = (wanted: number) =>
        finflow.analytics.listTransactions(
          { ...requestOf(filter), orderBy, page: wanted, pageSize, minRevision },
          { signal },
        );
      const answer = await get(page);
      const last = Math.max(1, Math.ceil(answer.totalSize / pageSize));
      // The page's last row may have been removed.
      return page > last ? { ...(await get(last)), page: last } : { ...answer, page };
    },
    [filter, orderBy, page, minRevision],
  );
  const { value, problem, loading } = useAnswer(ask, isComplete);
  const total = value?.totalSize ?? 0;

  const correct: Correct = async ({ transactionId, etag, description }, part) => {
    setRemoved(undefined);
    const { revision } = await finflow.corrections.updateTransaction({ transactionId, etag, ...part });
    if (part.removed) setRemoved({ transactionId, description });
    onWritten(revision);
  };

  return (
    <section aria-labelledby="transactions-title" className="transactions">
      <h2 id="transactions-title" tabIndex={-1}>
        Transactions
      </h2>
      <Filters filter={filter} documents={documents} onChange={onFilter} />
      <Problem problem={problem} />
      <RemovedRow
        removed={removed}
        onUndone={(revision) => {
          setRemoved(undefined);
          onWritten(revision);
        }}
      />
      <TransactionTable
        transactions={value?.transactions ?? []}
        caption={value ? `${total} ${total === 1 ? "row" : "rows"}` : "Looking…"}
        isBusy={loading}
        {...{ documents, orderBy }}
        onOrder={setOrderBy}
        onCorrect={correct}
      />
      {value && total === 0 && (
        <p className="hint">
          {documents.length === 0 ? "Rows come with your first statement." : "No row matches."}
        </p>
      )}
      <Pages
        page={value?.page ?? page}
        pages={Math.max(1, Math.ceil(total / pageSize))}
        onPage={(wanted) => setPlace({ filter, page: wanted })}
      />
      <Corrections revision={minRevision} onWritten={onWritten} />
    </section>
  );
}

function isComplete({ complete }: { complete: boolean }): boolean {
  return complete;
}
