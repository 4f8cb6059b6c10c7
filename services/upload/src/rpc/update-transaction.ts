import { create } from "@bufbuild/protobuf";
import type { ServiceImpl } from "@connectrpc/connect";
import {
  type CorrectionService,
  type UpdateTransactionRequest,
  UpdateTransactionResponseSchema,
} from "@finflow/gen/finflow/upload/v1/correction_pb";
import { requireUser } from "@finflow/identity/identity";
import { rowStatesById } from "../adapters/postgres-row-states.ts";
import { withUserLock } from "../adapters/postgres-users.ts";
import { flowOf, transactionMessage, typeOf } from "../adapters/transaction-message.ts";
import { applyEdit, type Correction, type Edit, noCorrection } from "../domain/correction.ts";
import { etagOf, type RowState } from "../domain/row-state.ts";
import { invalidField, UploadError } from "../domain/upload-error.ts";
import { correctRow, discardLeftOver } from "../work/correct-row.ts";
import type { RpcPorts } from "./ports.ts";

export function updateTransaction({
  pool,
}: RpcPorts): ServiceImpl<typeof CorrectionService>["updateTransaction"] {
  return async (request, context) => {
    const { userId } = requireUser(context);
    const { transactionId } = request;
    const edit = editOf(request);
    const row = await withUserLock(
      pool,
      userId,
      async (user) => {
        const [found] = await rowStatesById(user.session, userId, [transactionId]);
        if (!found && request.undo && (await discardLeftOver(user, transactionId))) {
          return { state: undefined, revision: user.revision };
        }
        if (!found) throw new UploadError("transaction_not_found");
        if (request.etag !== "" && request.etag !== etagOf(found)) throw new UploadError("stale_etag");
        const state = await correctRow(user, found, correctionAfter(found, request, edit));
        return { state, revision: user.revision };
      },
      context.signal,
    );
    return create(UpdateTransactionResponseSchema, {
      transaction: row.state && !row.state.correction.removed ? transactionMessage(row.state) : undefined,
      revision: row.revision,
    });
  };
}

function correctionAfter(row: RowState, { undo }: UpdateTransactionRequest, edit: Edit): Correction {
  return undo ? noCorrection : applyEdit(row.correction, edit, row.extracted, row.currency);
}

function editOf(request: UpdateTransactionRequest): Edit {
  const { category, date, description, amount, removed } = request;
  const edit = {
    category,
    date,
    description,
    amount,
    removed,
    flow: flowOf(request.flow),
    type: typeOf(request.type),
  };
  const isEmpty = Object.values(edit).every((value) => value === undefined);
  if (request.undo && !isEmpty) throw invalidField("undo", "excludes every other change");
  if (!request.undo && isEmpty) throw invalidField("transactionId", "comes without anything to change");
  return edit;
}
