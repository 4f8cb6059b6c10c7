import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  CorrectionSchema,
  type CorrectionService,
  ListCorrectionsResponseSchema,
} from "@finflow/gen/finflow/upload/v1/correction_pb";
import { requireUser } from "@finflow/identity/identity";
import {
  listCorrections as readCorrections,
  type StoredCorrection,
} from "../adapters/postgres-corrections.ts";
import { rowStatesById } from "../adapters/postgres-row-states.ts";
import { extractedMessage, transactionMessage } from "../adapters/transaction-message.ts";
import type { RowState } from "../domain/row-state.ts";
import type { RpcPorts } from "./ports.ts";

const defaultPageSize = 50;

/** Of the newest rows first. */
export function listCorrections(ports: RpcPorts): ServiceImpl<typeof CorrectionService>["listCorrections"] {
  return async ({ pageSize, pageToken, document }, context) => {
    const { pool, pageTokens } = ports;
    const { userId } = requireUser(context);
    const list = `corrections ${userId} ${document}`;
    const limit = pageSize || defaultPageSize;
    const before = pageTokens.read(list, pageToken);
    const found = await readCorrections(pool, userId, {
      before,
      limit: limit + 1,
      documentId: document || undefined,
    });
    const page = found.slice(0, limit);
    const ids = page.map(({ transactionId }) => transactionId);
    const states = new Map(
      (await rowStatesById(pool, userId, ids)).map((state) => [state.transactionId, state]),
    );
    return create(ListCorrectionsResponseSchema, {
      corrections: page.flatMap((correction) => message(correction, states.get(correction.transactionId))),
      nextPageToken: found.length > limit ? pageTokens.make(list, page.at(-1)!.transactionId) : "",
    });
  };
}

/** None when the row went between the two looks, with its correction. */
function message({ transactionId, correction, leftOver, updatedAt }: StoredCorrection, state?: RowState) {
  const extracted = state ?? leftOver;
  if (!extracted) return [];
  return [
    create(CorrectionSchema, {
      transactionId,
      extracted: extractedMessage(extracted, transactionId),
      corrected: state && !correction.removed ? transactionMessage(state) : undefined,
      removed: correction.removed,
      leftOver: state === undefined,
      updateTime: timestampFromDate(updatedAt),
    }),
  ];
}
