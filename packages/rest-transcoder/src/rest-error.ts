import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

/** One wrong field, by its JSON name and path: "ask.question", "requests[3].date". */
export type FieldViolation = { field: string; description: string };

/** `domain` of the ErrorInfo of errors that edge itself makes. */
export const errorDomain = "finflow";

type RestErrorInit = {
  /** UPPER_SNAKE_CASE, for programs. */
  reason: string;
  violations?: FieldViolation[];
  metadata?: Record<string, string>;
  /** Where HTTP has a more exact status than the code's, such as 413. */
  httpStatus?: number;
  /** Further response headers, such as Allow. */
  header?: Record<string, string>;
};

type HttpDetails = Required<Pick<RestErrorInit, "header">> & Pick<RestErrorInit, "httpStatus">;

/** Beside the error and not on a subclass: ConnectError decides `instanceof` by name, also for heirs. */
const httpDetails = new WeakMap<ConnectError, HttpDetails>();

/** An error that a client of REST reads: a code, a message, and AIP-193's details. */
export function restError(code: Code, message: string, init: RestErrorInit): ConnectError {
  const error = new ConnectError(message, code, undefined, [
    {
      desc: ErrorInfoSchema,
      value: { reason: init.reason, domain: errorDomain, metadata: init.metadata ?? {} },
    },
    ...(init.violations?.length
      ? [{ desc: BadRequestSchema, value: { fieldViolations: init.violations } }]
      : []),
  ]);
  httpDetails.set(error, { httpStatus: init.httpStatus, header: init.header ?? {} });
  return error;
}

/** The status and headers that `restError` was given; undefined for errors made elsewhere. */
export function httpDetailsOf(error: ConnectError): HttpDetails | undefined {
  return httpDetails.get(error);
}

/** INVALID_ARGUMENT that names each wrong field, the first one in the message too. */
export function invalidFields(violations: FieldViolation[]): ConnectError {
  const [first] = violations;
  const message = first ? `${first.field}: ${first.description}` : "the request is not valid";
  return restError(Code.InvalidArgument, message, { reason: "INVALID_FIELD", violations });
}
