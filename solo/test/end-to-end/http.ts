import assert from "node:assert/strict";
import type { Target } from "./target.ts";
import type { ErrorJson } from "./wire.ts";

export type Answer<Body = unknown> = {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON; else undefined. */
  readonly body: Body;
  readonly text: string;
  /** "GET /transactions → 400 {…}", for messages. */
  readonly told: string;
};

export type Asking = {
  token?: string | undefined;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: string | Uint8Array<ArrayBuffer> | FormData;
  headers?: Record<string, string>;
};

/** One request; no answer is a failure by itself. */
export async function ask<Body = unknown>(
  { url }: Pick<Target, "url">,
  method: string,
  path: string,
  { token, json, body, headers = {} }: Asking = {},
): Promise<Answer<Body>> {
  const response = await fetch(new URL(path, url), {
    method,
    redirect: "manual",
    headers: {
      ...(json !== undefined && { "Content-Type": "application/json" }),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: json === undefined ? body : JSON.stringify(json),
    signal: AbortSignal.timeout(90_000),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") && text !== "";
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : undefined) as Body,
    text,
    told: `${method} ${path} → ${response.status} ${text.slice(0, 2_000)}`,
  };
}

/** The body of an answer that must have this status. */
export function expectStatus<Body>(answer: Answer<Body>, status: number): Body {
  assert.equal(answer.status, status, answer.told);
  return answer.body;
}

/** AIP-193's parts of an error that must have this HTTP status and gRPC status. */
export function expectError(answer: Answer, httpStatus: number, status: string) {
  assert.equal(answer.status, httpStatus, answer.told);
  const { error } = (answer.body ?? {}) as Partial<ErrorJson>;
  assert.ok(error, answer.told);
  assert.equal(error.status, status, answer.told);
  assert.equal(error.code, httpStatus, answer.told);
  assert.notEqual(error.message, "", answer.told);
  assert.doesNotMatch(answer.text, /\bat .*\.[jt]s:\d|node_modules|\/src\/|select |insert /i, answer.told);
  const info = error.details.find((detail) => detail["@type"].endsWith("google.rpc.ErrorInfo"));
  assert.ok(info?.reason, `an ErrorInfo with a reason: ${answer.told}`);
  const fields = error.details.flatMap((detail) => detail.fieldViolations ?? []).map(({ field }) => field);
  return { message: error.message, reason: info.reason, help: info.metadata?.help, fields };
}

/** Asks again until `isDone` says so; what never comes is a failure that shows the last answer. */
export async function poll<Value>(
  what: string,
  question: () => Promise<Value>,
  isDone: (value: Value) => boolean,
  { withinMs = 60_000, everyMs = 40 } = {},
): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await question();
    if (isDone(value)) return value;
    if (performance.now() > deadline) {
      assert.fail(
        `${what} did not come within ${withinMs} ms; last: ${JSON.stringify(value)?.slice(0, 2_000)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
