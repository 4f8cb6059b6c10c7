import type { User } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { useState } from "react";
import { Chat } from "./chat/chat.tsx";
import { Documents } from "./documents/documents.tsx";
import { useDocuments } from "./documents/use-documents.ts";
import { Figures } from "./figures/figures.tsx";
import { AccountMenu } from "./session/account-menu.tsx";
import { Transactions } from "./transactions/transactions.tsx";

/** Everything that a signed-in person sees: statements, figures, rows and the chat, on one page. */
export function Home({ user }: { user: User }) {
  const documents = useDocuments();
  // The person's own writes: figures and rows wait for them.
  const [written, setWritten] = useState(0);
  const revision = Math.max(written, ...documents.list.map((document) => document.revision));

  return (
    <>
      <header>
        <h1>Finflow</h1>
        <AccountMenu user={user} />
      </header>
      <main className="home">
        <Documents documents={documents} onWritten={setWritten} />
        <Figures revision={revision} />
        <Chat revision={revision} />
        <Transactions revision={revision} onWritten={setWritten} documents={documents.list} />
      </main>
    </>
  );
}
