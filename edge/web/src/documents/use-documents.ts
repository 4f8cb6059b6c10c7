import { type Explained, explain } from "@finflow/client/error-message";
import { type Document, Document_Status } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { useEffect, useState } from "react";
import { finflow } from "../finflow.ts";
import { withChange } from "./with-change.ts";

export type Documents = {
  /** Newest first. */
  list: Document[];
  problem: Explained | undefined;
  /** Whether the list was ever got. */
  known: boolean;
};

/** How long to wait before trying again after a failure, in milliseconds. */
const untilAskedAgain = 2_000;

const underWay: number[] = [Document_Status.PENDING, Document_Status.UPLOADED, Document_Status.EXTRACTING];

export function isUnderWay({ status }: Document): boolean {
  return underWay.includes(status);
}

/**
 * The person's documents, kept current by a stream while the page is in sight. A page that nobody sees holds no
 * connection: browsers have six per server.
 */
export function useDocuments(): Documents {
  const [documents, setDocuments] = useState<Documents>({ list: [], problem: undefined, known: false });

  useEffect(() => {
    let stop = new AbortController();
    const watch = async ({ signal }: AbortController) => {
      while (!signal.aborted) {
        try {
          const list = await everyDocument(signal);
          setDocuments({ list, problem: undefined, known: true });
          for await (const { change } of finflow.uploads.watchDocuments({}, { signal, timeoutMs: 0 }))
            setDocuments((before) => ({ ...before, list: withChange(before.list, change) }));
        } catch (error) {
          if (signal.aborted) return;
          const problem = explain(error);
          setDocuments((before) => ({ ...before, problem }));
          await pause(Math.max(untilAskedAgain, problem.retryAfter * 1_000), signal);
        }
      }
    };
    const look = () => {
      stop.abort();
      if (document.visibilityState === "hidden") return;
      stop = new AbortController();
      void watch(stop);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      stop.abort();
      document.removeEventListener("visibilitychange", look);
    };
  }, []);

  return documents;
}

async function everyDocument(signal: AbortSignal): Promise<Document[]> {
  const list: Document[] = [];
  let pageToken = "";
  do {
    const page = await finflow.uploads.listDocuments({ pageSize: 200, pageToken }, { signal });
    list.push(...page.documents);
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
  return list;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
