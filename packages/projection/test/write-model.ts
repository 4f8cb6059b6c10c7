import { randomUUID } from "node:crypto";
import { createClient, createRouterTransport } from "@connectrpc/connect";
import { UserRowsService } from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import type { Chunk, RowChange } from "../src/change.ts";
import type { UploadUsers } from "../src/compare-users.ts";
import type { UserStates } from "../src/rebuild.ts";
import type { Item } from "./items.ts";

/** Rows of one message of the stream: few, so that a rebuild has many pages. */
const pageSize = 2;

export type WriteModel = ReturnType<typeof createWriteModel>;

/** What upload is to a read model: one user's rows, their revisions, and the stream that gives them. */
export function createWriteModel(userId: string, ids = Array.from({ length: 6 }, () => randomUUID())) {
  const rows = new Map<string, { revision: number; row: Item | undefined }>();
  let head = 0;
  const stream: UserStates<Item> = async function* () {
    const headRevision = head;
    let after = { revision: 0, id: "" };
    for (;;) {
      // Read when the page is asked for, as upload does: a row that changes meanwhile comes in its later state.
      const page = [...rows]
        .map(([id, { revision, row }]) => ({ id, revision, row }))
        .sort((a, b) => a.revision - b.revision || (a.id < b.id ? -1 : 1))
        .filter(
          ({ id, revision }) => revision > after.revision || (revision === after.revision && id > after.id),
        )
        .slice(0, pageSize);
      const last = page.at(-1);
      if (!last) break;
      const changes = page.map(({ id, revision, row }) => ({ transactionId: id, revision, row }));
      yield { changes, headRevision: undefined };
      after = last;
    }
    yield { changes: [], headRevision };
  };
  return {
    userId,
    stream,
    get head() {
      return head;
    },
    /** Commits a revision: new amounts by the place of their row, `undefined` deletes. Its chunks, of two rows. */
    commit: (changed: ReadonlyMap<number, Item | undefined>): Chunk<Item>[] => {
      head += 1;
      const revision = head;
      const changes = [...changed].map(([place, row]): RowChange<Item> => {
        const transactionId = ids[place % ids.length]!;
        rows.set(transactionId, { revision, row });
        return { transactionId, revision, row };
      });
      const parts = Array.from({ length: Math.ceil(changes.length / 2) }, (_, n) =>
        changes.slice(n * 2, n * 2 + 2),
      );
      return parts.map((part, n) => ({
        userId,
        revision,
        chunk: n + 1,
        chunks: parts.length,
        changes: part,
      }));
    },
    living: () =>
      [...rows]
        .flatMap(([id, { row }]) => (row === undefined ? [] : [[id, row] as const]))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** Lists users as upload does, in the order of ids and page by page; two on each, so that there are many. */
export function uploadOf(...models: WriteModel[]): UploadUsers {
  const transport = createRouterTransport((router) => {
    router.service(UserRowsService, {
      listUsers: ({ pageToken }) => {
        const users = models
          .map(({ userId, head }) => ({ userId, revision: head }))
          .filter(({ userId, revision }) => revision > 0 && userId > pageToken)
          .sort((a, b) => (a.userId < b.userId ? -1 : 1));
        const page = users.slice(0, 2);
        return { users: page, nextPageToken: users.length > 2 ? page[1]!.userId : "" };
      },
    });
  });
  return createClient(UserRowsService, transport);
}
