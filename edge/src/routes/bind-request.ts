import {
  create,
  type DescMessage,
  type DescMethodServerStreaming,
  type MessageShape,
} from "@bufbuild/protobuf";
import { bindPath } from "@finflow/rest-transcoder/bind-path";
import { bindQuery } from "@finflow/rest-transcoder/query-params";
import { invalidFields } from "@finflow/rest-transcoder/rest-error";
import { bindingOf } from "@finflow/rest-transcoder/routes";
import { type Exchange, queryOf } from "../http/exchange.ts";

/** Reads the request of a stream that is served as a file from its path and query, by the transcoder's rules. */
export function requestReader<I extends DescMessage, O extends DescMessage>(
  rpc: DescMethodServerStreaming<I, O>,
  path: string,
): (exchange: Exchange, variables: readonly string[]) => MessageShape<I> {
  const binding = bindingOf(rpc, path);
  return (exchange, variables) => {
    const message = create(rpc.input);
    const violations = [
      ...bindPath(binding, message, variables),
      ...bindQuery(binding, message, queryOf(exchange)),
    ];
    if (violations.length > 0) throw invalidFields(violations);
    return message as MessageShape<I>;
  };
}
