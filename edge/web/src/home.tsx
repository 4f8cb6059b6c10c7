import type { User } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { useEffect, useRef, useState } from "react";
import { AwayNote } from "./away-note.tsx";
import { Chat } from "./chat/chat.tsx";
import { Documents } from "./documents/documents.tsx";
import { isUnderWay, useDocuments } from "./documents/use-documents.ts";
import { Figures } from "./figures/figures.tsx";
import { AccountMenu } from "./session/account-menu.tsx";
import { everything, type Filter } from "./transactions/filter.ts";
import { Transactions } from "./transactions/transactions.tsx";
import { useAtMostEvery } from "./use-at-most-every.ts";

/** While statements come in, figures follow at most this often, in milliseconds: every read counts. */
const untilFiguresFollow = 3_000;

/** Everything that a signed-in person sees: statements, figures, rows and the chat, on one page. */
export function Home({ user }: { user: User }) {
  const main = useRef<HTMLElement>(null);
  const documents = useDocuments();
  const [filter, setFilter] = useState(everything);
  // The person's own writes: figures and rows wait for them.
  const [written, setWritten] = useState(0);
  const { list } = documents;
  const read = useAtMostEvery(
    list.some(isUnderWay) ? untilFiguresFollow : 0,
    Math.max(0, ...list.map(({ revision }) => revision)),
  );
  const revision = Math.max(written, read);

  // The form that had the focus has gone; without this the keyboard would start again from nowhere.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus();
  }, []);

  const showRows = (wanted: Filter) => {
    setFilter(wanted);
    document.getElementById("transactions-title")?.focus();
  };

  return (
    <>
      <header>
        <h1>Finflow</h1>
        <AccountMenu user={user} />
      </header>
      <AwayNote />
      <main ref={main} className="home" tabIndex={-1}>
        <div className="column">
          <Documents documents={documents} onWritten={setWritten} />
        </div>
        <div className="column">
          <Figures revision={revision} />
          <Chat revision={revision} onShowRows={showRows} />
        </div>
        <Transactions
          {...{ revision, filter }}
          documents={list}
          onFilter={setFilter}
          onWritten={setWritten}
        />
      </main>
    </>
  );
}
