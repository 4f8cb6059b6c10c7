import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { context, ROOT_CONTEXT } from "@opentelemetry/api";
import { withRequestId } from "./correlation.ts";
import type { LogFields } from "./log-fields.ts";
import { createLogger, type LoggerOptions } from "./logger.ts";

function logged(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ service: "upload", destination, ...options });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? "") };
}

describe("a log line", () => {
  it("is one JSON object with level, ISO time, service, sentence and fields", () => {
    const { logger, lines, last } = logged();
    logger.warn("document failed", { documentId: "d1", attempt: 2, ms: 12.5, exitCode: null });
    assert.equal(lines.length, 1);
    const { time, ...line } = last();
    assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assert.deepEqual(line, {
      level: "warn",
      service: "upload",
      msg: "document failed",
      documentId: "d1",
      attempt: 2,
      ms: 12.5,
      exitCode: null,
    });
  });

  it("drops what is not on the list, also behind the type checker's back", () => {
    const { logger, last } = logged();
    const smuggled = {
      rows: 3,
      password: "hunter2",
      description: "RENT",
      documentId: { text: "RENT" },
      toString: "x",
    };
    logger.info("done", smuggled as never as LogFields);
    assert.deepEqual(Object.keys(last()).sort(), ["level", "msg", "rows", "service", "time"]);
  });

  it("replaces credentials and addresses in texts that others wrote", () => {
    const { logger, last, lines } = logged();
    const secrets = [
      "postgres://finflow:s3cret@db:5432/x",
      "authorization: Bearer abc.def",
      "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
      "no account for jane.doe+x@example.co.uk",
      'login {"password": "s3cret", "api_key":"s3cret"}',
      "-----BEGIN PRIVATE KEY-----\ns3cret\n-----END PRIVATE KEY-----",
    ];
    const cause = new Error(secrets.slice(3).join("; "));
    logger.error(`failed: ${secrets[0]}`, { error: new Error(secrets.slice(0, 3).join("; "), { cause }) });
    assert.doesNotMatch(lines.join(), /s3cret|jane|abc\.def|eyJ/);
    assert.match(last().error.cause.message, /no account for \[email\]/);
    assert.match(last().msg, /^failed: postgres:\/\/\[credentials\]@db/);
  });

  it("has the text of a failed statement and not its values, which may have line ends", () => {
    const { logger, last } = logged();
    const values = "RENT MARCH,\n$argon2id$v=19$abc\n  at the baker's";
    logger.error("failed", {
      error: new Error(`Failed query: insert into t values ($1)\nparams: ${values}`),
    });
    const { message, stack } = last().error;
    assert.equal(message, "Failed query: insert into t values ($1)\nparams: [values]");
    assert.doesNotMatch(stack, /RENT|argon2|baker/);
    assert.match(stack, /\n {4}at .*logger\.test\.ts/);
  });

  it("has an error's type, code and causes, and none of its other properties", () => {
    const { logger, last } = logged();
    const loop = Object.assign(new TypeError("outer"), { code: "23505", detail: "Key (email)=(x) exists" });
    loop.cause = loop;
    logger.error("failed", { error: loop });
    assert.equal(last().error.type, "TypeError");
    assert.equal(last().error.code, "23505");
    assert.equal(last().error.detail, undefined);
    logger.error("failed", { error: "a string" });
    assert.deepEqual(last().error, { type: "string", message: "a string" });
  });

  it("is not longer for a long text", () => {
    const { logger, last } = logged();
    logger.error("failed", { error: new Error("x".repeat(1_000_000)) });
    assert.ok(JSON.stringify(last()).length < 20_000);
  });

  it("carries the ids of the request it belongs to, through promises", async () => {
    const { logger, last } = logged();
    await context.with(withRequestId("request-1", ROOT_CONTEXT), async () => {
      await new Promise((resolve) => setImmediate(resolve));
      logger.info("inside");
    });
    assert.equal(last().request_id, "request-1");
    logger.info("outside");
    assert.equal("request_id" in last(), false);
  });

  it("is written at its level only", () => {
    const { logger, lines } = logged({ level: "warn" });
    logger.debug("no");
    logger.info("no");
    logger.error("yes");
    assert.equal(lines.length, 1);
  });
});
