import { createRegistry, type JsonObject, type JsonValue, toJson } from "@bufbuild/protobuf";
import { AnySchema, anyPack } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import {
  type BadRequest,
  BadRequestSchema,
  type ErrorInfo,
  ErrorInfoSchema,
  HelpSchema,
  LocalizedMessageSchema,
  PreconditionFailureSchema,
  QuotaFailureSchema,
  RequestInfoSchema,
  ResourceInfoSchema,
  RetryInfoSchema,
} from "@finflow/gen/google/rpc/error_details_pb";
import { errorDomain, httpDetailsOf } from "./rest-error.ts";

/** DebugInfo is not among them: it holds stacks. */
const shown = createRegistry(
  ErrorInfoSchema,
  BadRequestSchema,
  HelpSchema,
  LocalizedMessageSchema,
  PreconditionFailureSchema,
  QuotaFailureSchema,
  RequestInfoSchema,
  ResourceInfoSchema,
  RetryInfoSchema,
);

/** google.rpc.Code's names and HTTP mapping, from google/rpc/code.proto. */
const replies: Record<Code, readonly [status: string, http: number]> = {
  [Code.Canceled]: ["CANCELLED", 499],
  [Code.Unknown]: ["UNKNOWN", 500],
  [Code.InvalidArgument]: ["INVALID_ARGUMENT", 400],
  [Code.DeadlineExceeded]: ["DEADLINE_EXCEEDED", 504],
  [Code.NotFound]: ["NOT_FOUND", 404],
  [Code.AlreadyExists]: ["ALREADY_EXISTS", 409],
  [Code.PermissionDenied]: ["PERMISSION_DENIED", 403],
  [Code.Unauthenticated]: ["UNAUTHENTICATED", 401],
  [Code.ResourceExhausted]: ["RESOURCE_EXHAUSTED", 429],
  [Code.FailedPrecondition]: ["FAILED_PRECONDITION", 400],
  [Code.Aborted]: ["ABORTED", 409],
  [Code.OutOfRange]: ["OUT_OF_RANGE", 400],
  [Code.Unimplemented]: ["UNIMPLEMENTED", 501],
  [Code.Internal]: ["INTERNAL", 500],
  [Code.Unavailable]: ["UNAVAILABLE", 503],
  [Code.DataLoss]: ["DATA_LOSS", 500],
};

/** The HTTP status of a google.rpc.Code. */
export function httpStatusOf(code: Code): number {
  return replies[code][1];
}

export type ErrorReply = { status: number; header: Headers; body: JsonObject };

/**
 * AIP-193's error body: `{"error":{code,status,message,details}}`, always with an ErrorInfo. What went wrong
 * inside (UNKNOWN, INTERNAL, DATA_LOSS) is not told.
 */
export function errorReply(reason: unknown): ErrorReply {
  const error = ConnectError.from(reason);
  const [status, mapped] = replies[error.code];
  const http = httpDetailsOf(error);
  const code = http?.httpStatus ?? mapped;
  const inside = mapped === 500;
  const header = new Headers(http?.header);
  const retry = inside ? undefined : error.findDetails(RetryInfoSchema)[0]?.retryDelay;
  if (retry)
    header.set("Retry-After", String(Math.max(1, Number(retry.seconds) + Math.ceil(retry.nanos / 1e9))));
  if (code === 401) header.set("WWW-Authenticate", error.metadata.get("www-authenticate") ?? "Bearer");
  const message = inside ? "internal error" : error.rawMessage;
  return {
    status: code,
    header,
    body: { error: { code, status, message, details: details(error, status, inside) } },
  };
}

function details(error: ConnectError, status: string, inside: boolean): JsonValue[] {
  const found = inside ? [] : error.findDetails(shown);
  const info: ErrorInfo = {
    $typeName: "google.rpc.ErrorInfo",
    reason: status,
    domain: errorDomain,
    metadata: {},
  };
  const whole = found.some((detail) => detail.$typeName === ErrorInfoSchema.typeName)
    ? found
    : [info, ...found];
  return whole.flatMap((detail) => {
    const schema = shown.getMessage(detail.$typeName);
    if (!schema) return [];
    if (detail.$typeName === BadRequestSchema.typeName && httpDetailsOf(error) === undefined) {
      nameByJson(detail as BadRequest);
    }
    return [toJson(AnySchema, anyPack(schema, detail), { registry: shown })];
  });
}

/** Services name fields as the contract does; clients of REST know the JSON names (protobuf's lowerCamelCase). */
function nameByJson(badRequest: BadRequest): void {
  for (const violation of badRequest.fieldViolations) {
    violation.field = violation.field.replace(/_+([a-zA-Z0-9])/g, (_, next: string) => next.toUpperCase());
  }
}
