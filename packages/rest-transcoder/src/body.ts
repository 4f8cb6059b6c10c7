import { type DescMessage, fromJsonString, type JsonValue, type Message } from "@bufbuild/protobuf";
import { Code, type ConnectError } from "@connectrpc/connect";
import { decodingReason } from "./field-json.ts";
import { jsonViolations } from "./json-violations.ts";
import { invalidFields, restError } from "./rest-error.ts";
import { nameOf, type Route } from "./routes.ts";

/** Messages within messages in a JSON body. */
const deepest = 32;

/**
 * Reads a whole body. When it throws, the rest is left unread; what becomes of the connection is the server's.
 *
 * @throws ConnectError 413 past `maxBytes`, 408 when `signal` fires first.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);
  const stop = () =>
    stopped.reject(
      restError(Code.DeadlineExceeded, "the request's body did not arrive in time", {
        reason: "BODY_TIMEOUT",
        httpStatus: 408,
      }),
    );
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  const iterator = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), stopped.promise]);
      if (next.done) return Buffer.concat(chunks);
      size += next.value.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(next.value);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    // Not awaited: a body that stands still would not return either.
    void iterator.return?.(undefined)?.then(undefined, () => {});
  }
}

export function tooLarge(maxBytes: number): ConnectError {
  return restError(Code.InvalidArgument, `the request's body is larger than ${maxBytes} bytes`, {
    reason: "BODY_TOO_LARGE",
    httpStatus: 413,
  });
}

/** @throws ConnectError 415; a content type without a body is no error, so call it with a body only. */
export function requireJson(header: Headers): void {
  const encoding = header.get("content-encoding");
  const [type = "", ...parameters] = (header.get("content-type") ?? "application/json").split(";");
  const charset = parameters.map((p) => p.trim().toLowerCase()).find((p) => p.startsWith("charset="));
  const plain = encoding === null || encoding.toLowerCase() === "identity";
  const json = type.trim().toLowerCase() === "application/json";
  const utf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  if (plain && json && utf8) return;
  throw restError(
    Code.InvalidArgument,
    "the body must be JSON: send it uncompressed as Content-Type: application/json, in UTF-8",
    { reason: "UNSUPPORTED_CONTENT_TYPE", httpStatus: 415, header: { Accept: "application/json" } },
  );
}

/**
 * The request message from a body. Unknown fields and repeated keys are refused: a misspelt optional field
 * would otherwise be lost in silence.
 *
 * @throws ConnectError INVALID_ARGUMENT naming each wrong field by its JSON path
 */
export function messageFromBody(route: Route, bytes: Uint8Array): Message {
  const { input } = route.rpc;
  const text = decodeUtf8(bytes);
  if (text.trim() === "") return fromJsonString(input, "{}");
  const json = parse(text);
  if (route.body === undefined) {
    if (isEmptyObject(json)) return fromJsonString(input, "{}");
    throw restError(Code.InvalidArgument, `${nameOf(route.rpc)} takes no body`, {
      reason: "UNEXPECTED_BODY",
    });
  }
  // The text was parsed alone, so it is one JSON value and cannot close the object around it.
  const whole = route.body === "*" ? text : `{${JSON.stringify(route.body.jsonName)}:${text}}`;
  const wholeJson = route.body === "*" ? json : { [route.body.jsonName]: json };
  return decode(input, whole, wholeJson);
}

function decode(input: DescMessage, text: string, json: JsonValue): Message {
  try {
    return fromJsonString(input, text, { recursionLimit: deepest });
  } catch (error) {
    const violations = jsonViolations(input, json, deepest);
    if (violations.length > 0) throw invalidFields(violations);
    const duplicate = /duplicate object key "(.{1,100})"/.exec(error instanceof Error ? error.message : "");
    const description = duplicate ? "is given more than once" : decodingReason(error);
    throw invalidFields([{ field: duplicate?.[1] ?? "body", description }]);
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw malformed("the body is not UTF-8");
  }
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw malformed("the body is not valid JSON");
  }
}

function malformed(message: string): ConnectError {
  return restError(Code.InvalidArgument, message, { reason: "MALFORMED_BODY" });
}

function isEmptyObject(json: JsonValue): boolean {
  return json !== null && typeof json === "object" && !Array.isArray(json) && Object.keys(json).length === 0;
}
