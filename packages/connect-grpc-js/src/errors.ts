import { Code, ConnectError } from "@connectrpc/connect";
import {
  findTrailerError,
  headerStatusDetailsBin,
  setTrailerStatus,
} from "@connectrpc/connect/protocol-grpc";
import { Metadata, type StatusObject, type status } from "@grpc/grpc-js";
import { toHeaders, toMetadata } from "./metadata.ts";

// Proxies refuse larger header blocks (Envoy: 60 KiB in all), and the status would be lost with them.
const maxDetailsLength = 16 * 1024;
const maxMessageLength = 2 * 1024;
const ownTimeout = /^Deadline exceeded(?: after|$)/;

/**
 * What a client may see of whatever was thrown: a ConnectError as it is, anything else as `internal error`,
 * with what was thrown as its cause. A message that is not Unicode (a lone surrogate) is mended, since percent
 * encoding throws on it.
 */
export function maskError(reason: unknown): ConnectError {
  if (!(reason instanceof ConnectError)) {
    return new ConnectError("internal error", Code.Internal, undefined, undefined, reason);
  }
  if (reason.rawMessage.isWellFormed()) return reason;
  const { code, metadata, details, cause } = reason;
  const mended = new ConnectError(reason.rawMessage.toWellFormed(), code, metadata, undefined, cause);
  mended.details = details;
  return mended;
}

/**
 * The gRPC status for whatever a handler threw, with `google.rpc.Status` details and the error's metadata.
 * Never throws: details past 16 KiB are left out, and metadata that cannot be sent turns the error into
 * `internal error`.
 */
export function toGrpcStatus(reason: unknown, ...blocks: Headers[]): StatusObject {
  const error = maskError(reason);
  const trailer = new Headers();
  for (const block of blocks) block.forEach((value, key) => void trailer.append(key, value));
  try {
    setTrailerStatus(trailer, error);
    if ((trailer.get(headerStatusDetailsBin)?.length ?? 0) > maxDetailsLength) {
      trailer.delete(headerStatusDetailsBin);
    }
    const details = error.rawMessage.slice(0, maxMessageLength).toWellFormed();
    return { code: error.code as number as status, details, metadata: toMetadata(trailer) };
  } catch {
    return { code: Code.Internal as number as status, details: "internal error", metadata: new Metadata() };
  }
}

/** The ConnectError for a gRPC status: code, message, details, and headers and trailers as its metadata. */
export function fromGrpcStatus(status: StatusObject, header: Headers, cause?: unknown): ConnectError {
  const metadata = toHeaders(status.metadata, new Headers(header));
  // Of the two places a status can stand in, grpc-status is the one that proxies and grpc-js itself write.
  const detailed = withDetails(metadata, status);
  metadata.delete(headerStatusDetailsBin);
  if (detailed) return detailed;
  const known = status.code in Code;
  const code = known ? (status.code as number as Code) : Code.Unknown;
  // grpc-js describes its own timeout with the addresses it tried; callers get the sentence Connect uses.
  const text = ownTimeout.test(status.details) ? "the operation timed out" : status.details;
  const error = new ConnectError(text, code, metadata, undefined, cause);
  error.isWireError = true;
  return error;
}

function withDetails(metadata: Headers, status: StatusObject): ConnectError | undefined {
  if (!metadata.has(headerStatusDetailsBin)) return undefined;
  try {
    const found = findTrailerError(metadata);
    if (found?.code !== (status.code as number as Code)) return undefined;
    found.metadata.delete(headerStatusDetailsBin);
    return found;
  } catch {
    // Details that do not parse are the peer's fault; its code and message still stand.
    return undefined;
  }
}
