import { type DescMessage, fromBinary, type MessageShape } from "@bufbuild/protobuf";
import type { LogEvent } from "./event.ts";
import { PoisonError } from "./event-log-error.ts";

/**
 * The message of an event.
 *
 * @throws PoisonError when the data is not that message
 */
export function decodeEvent<Desc extends DescMessage>(schema: Desc, event: LogEvent): MessageShape<Desc> {
  try {
    return fromBinary(schema, event.data);
  } catch (cause) {
    throw new PoisonError(`event ${event.id} of type ${event.type} is no ${schema.typeName}`, { cause });
  }
}
