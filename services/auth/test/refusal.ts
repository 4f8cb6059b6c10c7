import assert from "node:assert/strict";
import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema, RetryInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";

export type Refusal = {
  readonly code: string;
  readonly message: string;
  readonly reason: string | undefined;
  readonly fields: readonly string[];
  /** Milliseconds. */
  readonly retryAfterMs: number | undefined;
};

/** What the client of a call that must fail is told. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  const error = await call.then(
    () => assert.fail("the call was answered"),
    (reason: unknown) => ConnectError.from(reason),
  );
  const [info] = error.findDetails(ErrorInfoSchema);
  const [retry] = error.findDetails(RetryInfoSchema);
  const delay = retry?.retryDelay;
  return {
    code: Code[error.code],
    message: error.rawMessage,
    reason: info?.reason,
    fields: error
      .findDetails(BadRequestSchema)
      .flatMap((bad) => bad.fieldViolations.map(({ field }) => field)),
    retryAfterMs: delay && Number(delay.seconds) * 1_000 + delay.nanos / 1_000_000,
  };
}

/** Refused with this reason; the rest is for other assertions. */
export async function refusedWith(reason: string, call: Promise<unknown>): Promise<Refusal> {
  const told = await refusal(call);
  assert.equal(told.reason, reason, `${told.code}: ${told.message}`);
  return told;
}
