import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  StreamUserRowsResponseSchema,
  type UserRowsService,
} from "@finflow/gen/finflow/upload/internal/v1/user_rows_pb";
import { changesAfter, firstTransactionId, type RevisionCursor } from "../adapters/postgres-row-states.ts";
import { currentRevision } from "../adapters/postgres-users.ts";
import { rowStateMessage } from "../adapters/publish-revision.ts";
import type { RpcPorts } from "./ports.ts";

/** Rows and tombstones in one message. */
const messageRows = 200;

/**
 * Page by page, holding no connection. A row that changes meanwhile comes with its later state: those of the
 * head and before are all in the stream, as they were or newer.
 */
export function streamUserRows({ pool }: RpcPorts): ServiceImpl<typeof UserRowsService>["streamUserRows"] {
  return async function* ({ userId, fromRevision }, context) {
    const headRevision = await currentRevision(pool, userId);
    let cursor: RevisionCursor | undefined = { revision: fromRevision, transactionId: firstTransactionId };
    while (cursor) {
      context.signal.throwIfAborted();
      const page = await changesAfter(pool, userId, cursor, messageRows);
      if (page.states.length + page.tombstones.length > 0) {
        yield create(StreamUserRowsResponseSchema, {
          rows: page.states.map(rowStateMessage),
          tombstones: page.tombstones,
        });
      }
      cursor = page.next;
    }
    yield create(StreamUserRowsResponseSchema, { headRevision });
  };
}
