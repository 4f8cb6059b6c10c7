import { Code, ConnectError, decodeBinaryHeader, encodeBinaryHeader } from "@connectrpc/connect";
import { Metadata } from "@grpc/grpc-js";

// Written by the protocol itself, or meaningful only to one HTTP connection.
const reserved = new Set([
  "connection",
  "content-length",
  "content-type",
  "grpc-accept-encoding",
  "grpc-encoding",
  "grpc-message",
  "grpc-status",
  "grpc-timeout",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "user-agent",
]);

/**
 * Fetch headers as gRPC metadata. Several values of a `-bin` key, which `Headers` joins with commas, become
 * several buffers; other joined values stay one, as HTTP has it.
 * @throws ConnectError `internal` naming the key, for a value that HTTP/2 or base64 does not allow.
 */
export function toMetadata(headers: Headers, target = new Metadata()): Metadata {
  headers.forEach((value, key) => {
    if (reserved.has(key)) return;
    try {
      if (!key.endsWith("-bin")) target.add(key, value);
      else for (const part of value.split(",")) target.add(key, Buffer.from(decodeBinaryHeader(part.trim())));
    } catch (cause) {
      throw new ConnectError(`the value of header ${key} cannot be sent`, Code.Internal, {}, [], cause);
    }
  });
  return target;
}

/** gRPC metadata as fetch headers: Connect carries binary values as base64 text. */
export function toHeaders(metadata: Metadata | undefined, target = new Headers()): Headers {
  if (!metadata) return target;
  for (const key of Object.keys(metadata.getMap())) {
    for (const value of metadata.get(key)) {
      target.append(key, typeof value === "string" ? value : encodeBinaryHeader(value));
    }
  }
  return target;
}

/** Whether there is anything in it: an empty block need not be sent. */
export function isEmpty(headers: Headers): boolean {
  return headers.keys().next().done === true;
}
