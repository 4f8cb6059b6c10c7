import type { DescMethod, MessageShape } from "@bufbuild/protobuf";
import { createMethodSerializationLookup } from "@connectrpc/connect/protocol";
import { type MessageLimits, messageLimits } from "./limits.ts";

/**
 * Messages to bytes and back for one RPC, with the size limits and error codes that Connect's own protocols
 * have. grpc-js is given bytes, so that no error arises where only it could report it.
 */
export function methodCodec<M extends DescMethod>(method: M, options: MessageLimits) {
  const lookup = createMethodSerializationLookup<M["input"], M["output"]>(
    method as never,
    undefined,
    undefined,
    messageLimits(options),
  );
  const input = lookup.getI(true);
  const output = lookup.getO(true);
  return {
    writeInput: (message: MessageShape<M["input"]>) => asBuffer(input.serialize(message)),
    readInput: (bytes: Uint8Array<ArrayBuffer>) => input.parse(bytes),
    writeOutput: (message: MessageShape<M["output"]>) => asBuffer(output.serialize(message)),
    readOutput: (bytes: Uint8Array<ArrayBuffer>) => output.parse(bytes),
  };
}

export type MethodCodec = ReturnType<typeof methodCodec>;

export function methodPath(method: DescMethod): string {
  return `/${method.parent.typeName}/${method.name}`;
}

/** The identity: what grpc-js takes for a serializer when it is given bytes. */
export function passBytes(bytes: Buffer): Buffer {
  return bytes;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
