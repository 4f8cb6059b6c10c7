import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { Code, ConnectError } from "@connectrpc/connect";
import { Busboy, type BusboyHeaders, type BusboyInstance } from "@fastify/busboy";
import { tooLarge } from "@finflow/rest-transcoder/body";
import { invalidFields, restError } from "@finflow/rest-transcoder/rest-error";

export type UploadedFile = {
  fileName: string;
  bytes: Buffer;
  /** Lower-case hexadecimal. */
  sha256: string;
  /** Empty without one. */
  password: string;
};

export type MultipartLimits = {
  /** Of the file, in bytes. */
  maxFileBytes: number;
  /** The longest without a byte, in milliseconds. */
  idleMs: number;
  /** The longest in all, in milliseconds. */
  totalMs: number;
};

/** As in InitiateUploadRequest. */
const longestPassword = 256;
const longestName = 255;
/** What the parts' headers, the password and the boundaries may add to the file. */
const overheadBytes = 16 * 1024;

/**
 * Reads multipart/form-data with a `file` and, if need be, its `password`.
 *
 * @throws ConnectError naming what is wrong: INVALID_ARGUMENT, with 413 for a file that is too large, 415 for
 * another content type; DEADLINE_EXCEEDED, 408, for one that comes too slowly
 */
export async function readMultipart(
  request: IncomingMessage,
  limits: MultipartLimits,
  signal: AbortSignal,
): Promise<UploadedFile> {
  if (Number(request.headers["content-length"] ?? 0) > limits.maxFileBytes + overheadBytes) {
    throw tooLarge(limits.maxFileBytes);
  }
  const parser = createParser(request, limits);
  const { promise, resolve, reject } = Promise.withResolvers<UploadedFile>();
  const chunks: Buffer[] = [];
  const hash = createHash("sha256");
  let fileName: string | undefined;
  let password: string | undefined;
  let size = 0;

  // What is thrown where the parser calls would be nobody's, and end the process.
  const guarded =
    <A extends unknown[]>(take: (...given: A) => void) =>
    (...given: A) => {
      try {
        take(...given);
      } catch (error) {
        reject(error);
      }
    };
  const onFile = (field: string | undefined, stream: Readable, name: string | undefined) => {
    // First of all: a body that ends in the middle fails the stream of a refused part too.
    stream.on("error", () => reject(malformed()));
    if (field !== "file") return reject(unknownField(field));
    if (fileName !== undefined)
      return reject(invalidFields([{ field: "file", description: "one at a time" }]));
    fileName = writtenName(name ?? "") || "statement.pdf";
    stream.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      hash.update(chunk);
      size += chunk.byteLength;
    });
    stream.once("limit", () => reject(tooLarge(limits.maxFileBytes)));
  };
  const onField = (
    field: string | undefined,
    value: string,
    nameTruncated: boolean,
    valueTruncated: boolean,
  ) => {
    if (field === "file") reject(invalidFields([{ field: "file", description: "must be a file" }]));
    else if (field !== "password" || nameTruncated) reject(unknownField(field));
    else if (password !== undefined)
      reject(invalidFields([{ field, description: "is given more than once" }]));
    else if (valueTruncated || [...value].length > longestPassword) {
      reject(invalidFields([{ field, description: `has more than ${longestPassword} characters` }]));
    } else password = value;
  };
  parser.on("file", guarded(onFile));
  parser.on("field", guarded(onField));
  parser.once("partsLimit", () => reject(malformed()));
  parser.once("fieldsLimit", () => reject(malformed()));
  parser.once("filesLimit", () => reject(invalidFields([{ field: "file", description: "one at a time" }])));
  parser.once("error", () => reject(malformed()));
  const onFinish = () => {
    if (fileName === undefined) return reject(invalidFields([{ field: "file", description: "is missing" }]));
    if (size === 0) return reject(invalidFields([{ field: "file", description: "is empty" }]));
    resolve({
      fileName: [...fileName].slice(0, longestName).join(""),
      bytes: Buffer.concat(chunks, size),
      sha256: hash.digest("hex"),
      password: password ?? "",
    });
  };
  parser.once("finish", guarded(onFinish));

  const stopWatching = watch(request, limits, signal, reject);
  request.pipe(parser);
  try {
    return await promise;
  } finally {
    stopWatching();
    request.unpipe(parser);
    parser.removeAllListeners();
    // What it still says after it was given up is of no interest.
    parser.on("error", () => {});
  }
}

function createParser(request: IncomingMessage, limits: MultipartLimits): BusboyInstance {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*(;|$)/i.test(type)) {
    throw restError(Code.InvalidArgument, "send the file as multipart/form-data", {
      reason: "UNSUPPORTED_CONTENT_TYPE",
      httpStatus: 415,
    });
  }
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      limits: {
        // One more than is taken, so that the second is seen and refused rather than dropped.
        files: 2,
        fields: 3,
        parts: 6,
        fileSize: limits.maxFileBytes,
        fieldSize: 4 * longestPassword + 1,
        fieldNameSize: 100,
        headerPairs: 20,
        headerSize: 8 * 1024,
      },
    });
  } catch {
    throw malformed();
  }
}

/** Gives up on a body that stops, drags on, or whose client leaves. */
function watch(
  request: IncomingMessage,
  { idleMs, totalMs }: MultipartLimits,
  signal: AbortSignal,
  reject: (reason: unknown) => void,
): () => void {
  const late = () =>
    reject(
      restError(Code.DeadlineExceeded, "the file did not arrive in time", {
        reason: "BODY_TIMEOUT",
        httpStatus: 408,
      }),
    );
  const left = () => reject(new ConnectError("the client left", Code.Canceled));
  const total = setTimeout(late, totalMs);
  const idle = setTimeout(late, idleMs);
  const onData = () => idle.refresh();
  request.on("data", onData);
  request.once("error", left);
  signal.addEventListener("abort", left, { once: true });
  if (signal.aborted) left();
  return () => {
    clearTimeout(total);
    clearTimeout(idle);
    request.off("data", onData);
    request.off("error", left);
    signal.removeEventListener("abort", left);
  };
}

/** @param field a part without a name has none, whatever the parser's types say */
function unknownField(field: string | undefined): ConnectError {
  return invalidFields([
    { field: field?.slice(0, 100) || '""', description: "unknown field; send file and password" },
  ]);
}

function malformed(): ConnectError {
  return restError(Code.InvalidArgument, "the multipart body is malformed", { reason: "MALFORMED_BODY" });
}

/** Browsers write a quotation mark in a file's name as %22 (HTML, multipart/form-data encoding) and nothing else so. */
function writtenName(name: string): string {
  return name.replaceAll("%22", '"');
}
