import assert from "node:assert/strict";
import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

async function failure(call: Promise<unknown>): Promise<ConnectError> {
  try {
    await call;
  } catch (error) {
    return ConnectError.from(error);
  }
  assert.fail("the call succeeded");
}

export async function failsWith(code: keyof typeof Code, call: Promise<unknown>): Promise<ConnectError> {
  const error = await failure(call);
  assert.equal(Code[error.code], code, error.message);
  return error;
}

/** The reason in its ErrorInfo. */
export async function reasonOf(call: Promise<unknown>): Promise<string | undefined> {
  return (await failure(call)).findDetails(ErrorInfoSchema)[0]?.reason;
}

/** The fields that an INVALID_ARGUMENT blames. */
export async function blamedFields(call: Promise<unknown>): Promise<string[]> {
  const error = await failsWith("InvalidArgument", call);
  return error
    .findDetails(BadRequestSchema)
    .flatMap(({ fieldViolations }) => fieldViolations.map(({ field }) => field));
}
