import { type Explained, explain } from "@finflow/client/error-message";
import { type Document, Document_Status } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useCallback, useEffect, useState } from "react";
import { finflow } from "../finflow.ts";

export type Documents = {
  list: Document[];
  problem: Explained | undefined;
  /** Looks again now, and often while something is being read. */
  refresh: () => void;
};

/** How often to look while a document is being read, in milliseconds. */
const interval = 700;

const underWay: number[] = [Document_Status.PENDING, Document_Status.UPLOADED, Document_Status.EXTRACTING];

/** The person's documents, newest first, kept current. */
export function useDocuments(): Documents {
  const [list, setList] = useState<Document[]>([]);
  const [problem, setProblem] = useState<Explained>();
  const [asked, setAsked] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says when to look again.
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const { documents } = await finflow.uploads.listDocuments({ pageSize: 200 }, { signal: stop.signal });
        if (stop.signal.aborted) return;
        setList(documents);
        setProblem(undefined);
        if (documents.some(({ status }) => underWay.includes(status))) timer = setTimeout(look, interval);
      } catch (error) {
        if (stop.signal.aborted) return;
        setProblem(explain(error));
        timer = setTimeout(look, 5 * interval);
      }
    };
    void look();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [asked]);

  return { list, problem, refresh: useCallback(() => setAsked((before) => before + 1), []) };
}
