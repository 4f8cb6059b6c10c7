import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Code } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema, RetryInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { DomainError, errorTable, joinErrorTables } from "./error-table.ts";

type Reason = "email_taken" | "busy";

class AuthError extends Error {
  readonly reason: Reason;
  readonly retryAfterMs: number | undefined;

  constructor(reason: Reason, retryAfterMs?: number) {
    super(reason);
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

const table = errorTable<Reason, AuthError>("finflow.auth", {
  email_taken: {
    code: Code.AlreadyExists,
    message: "an account with this email exists",
    help: "Sign in instead.",
    violations: [{ field: "email", description: "is taken" }],
  },
  busy: ({ retryAfterMs }) => ({ code: Code.Unavailable, message: "try again", retryAfterMs }),
});

describe("an error table", () => {
  it("says what a row says, with reason, domain and help", () => {
    const thrown = new AuthError("email_taken");
    const reply = table.reply(thrown);
    assert.equal(reply?.code, Code.AlreadyExists);
    assert.equal(reply.rawMessage, "an account with this email exists");
    assert.equal(reply.cause, thrown);
    const [info] = reply.findDetails(ErrorInfoSchema);
    assert.deepEqual(
      [info?.reason, info?.domain, info?.metadata],
      ["EMAIL_TAKEN", "finflow.auth", { help: "Sign in instead." }],
    );
    assert.equal(reply.findDetails(BadRequestSchema)[0]?.fieldViolations[0]?.field, "email");
  });

  it("carries what the error itself knows", () => {
    const [retry] = table.reply(new AuthError("busy", 1_250.5))?.findDetails(RetryInfoSchema) ?? [];
    assert.equal(retry?.retryDelay?.seconds, 1n);
    assert.equal(retry.retryDelay.nanos, 251_000_000);
  });

  it("knows its own reasons only", () => {
    const strangers = [
      new Error("busy"),
      Object.assign(new Error("x"), { reason: "toString" }),
      Object.assign(new Error("x"), { reason: "other" }),
      { reason: "busy" },
      undefined,
    ];
    for (const error of strangers) assert.equal(table.reply(error), undefined);
  });

  it("joins with another", () => {
    const files = errorTable<"too_large">("finflow.files", {
      too_large: { code: Code.InvalidArgument, message: "too large" },
    });
    const both = joinErrorTables(table, files);
    assert.equal(both.reply(new AuthError("busy"))?.code, Code.Unavailable);
    assert.equal(both.reply(new DomainError("too_large"))?.code, Code.InvalidArgument);
    assert.equal(both.reply(new DomainError("other")), undefined);
  });
});
