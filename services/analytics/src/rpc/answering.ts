import { type DescMessage, fromBinary, type MessageShape, toBinary } from "@bufbuild/protobuf";
import { type Timestamp, timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { HandlerContext } from "@connectrpc/connect";
import { requireUser } from "@finflow/identity/identity";
import type { Answers } from "../answers.ts";

/** What every response says of how fresh it is. */
type Fresh = { asOf?: Timestamp; complete: boolean; revision: number };

/**
 * Answers a read of the caller's own figures: from the cache or computed, with how fresh it is and an ETag.
 * @param asked everything but the revision that tells this request from others of the same RPC
 */
export async function answerFresh<Schema extends DescMessage>(
  answers: Answers,
  context: HandlerContext,
  schema: Schema,
  request: { minRevision: number },
  asked: unknown,
  compute: (userId: string, generation: number) => Promise<MessageShape<Schema>>,
): Promise<MessageShape<Schema>> {
  const { userId } = requireUser(context);
  const key = `${schema.typeName}|${JSON.stringify(asked)}`;
  const question = { userId, minRevision: request.minRevision, signal: context.signal, key };
  const { answer, fresh, etag } = await answers(question, {
    compute: (generation) => compute(userId, generation),
    encode: (message) => toBinary(schema, message),
    decode: (bytes) => fromBinary(schema, bytes),
  });
  context.responseHeader.set("etag", etag);
  const { asOf, complete, revision } = fresh;
  const said: Fresh = { complete, revision, ...(asOf && { asOf: timestampFromDate(asOf) }) };
  return Object.assign(answer, said);
}
