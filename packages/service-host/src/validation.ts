import type { DescMessage, Message } from "@bufbuild/protobuf";
import type { Path } from "@bufbuild/protobuf/reflect";
import { createValidator, type ValidationResult, type Violation } from "@bufbuild/protovalidate";
import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

// A message may break a rule in each of its thousands of rows; headers hold some kilobytes.
const mostViolations = 20;

/**
 * Refuses requests that break the contract's rules (protovalidate) with `invalid_argument`, an ErrorInfo and a
 * BadRequest that names the fields in JSON's spelling. Messages of a request stream are checked one by one.
 */
export function validation(): Interceptor {
  const validator = createValidator();
  const check = (schema: DescMessage, message: Message) => {
    const result: ValidationResult = validator.validate(schema, message);
    if (result.kind === "invalid") throw invalid(result.violations);
    // A rule that does not compile is a bug in the contract, not in the request.
    if (result.kind === "error") throw result.error;
  };
  async function* checked(schema: DescMessage, messages: AsyncIterable<Message>) {
    for await (const message of messages) {
      check(schema, message);
      yield message;
    }
  }
  return (next) => async (request) => {
    const { input } = request.method;
    if (request.stream) return next({ ...request, message: checked(input, request.message) });
    check(input, request.message);
    return next(request);
  };
}

function invalid(violations: readonly Violation[]): ConnectError {
  const fieldViolations = violations.slice(0, mostViolations).map((violation) => ({
    field: fieldPath(violation.field),
    description: violation.message || violation.ruleId,
    reason: reasonOf(violation.ruleId),
  }));
  const [first] = fieldViolations;
  const message = first?.field ? `${first.field}: ${first.description}` : (first?.description ?? "not valid");
  return new ConnectError(message, Code.InvalidArgument, undefined, [
    { desc: ErrorInfoSchema, value: { reason: "INVALID_FIELD", domain: "finflow.validation" } },
    { desc: BadRequestSchema, value: { fieldViolations } },
  ]);
}

/** `string.min_len` as AIP-193 spells reasons: `STRING_MIN_LEN`. */
function reasonOf(ruleId: string): string {
  return ruleId.replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
}

/** A field's path as its JSON is written: `filter.minAmount`, `rows[2].date`, `labels["a"]`. */
function fieldPath(path: Path): string {
  let text = "";
  for (const part of path) {
    if (part.kind === "field") text += `${text && "."}${part.jsonName}`;
    else if (part.kind === "oneof") text += `${text && "."}${part.localName}`;
    else if (part.kind === "extension") text += `[${part.typeName}]`;
    else if (part.kind === "list_sub") text += `[${part.index}]`;
    else text += `[${JSON.stringify(String(part.key))}]`;
  }
  return text;
}
