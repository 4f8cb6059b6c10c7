import type { DescMessage } from "@bufbuild/protobuf";
import {
  create,
  type DescMethodServerStreaming,
  type DescMethodUnary,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  toBinary,
} from "@bufbuild/protobuf";
import { Code, ConnectError, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcWebTransport } from "@connectrpc/connect-web";
import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import type { Target } from "./target.ts";

/** Calling RPCs in some protocol. A refusal is thrown as `Refusal`. */
export type Caller = {
  unary<I extends DescMessage, O extends DescMessage>(
    method: DescMethodUnary<I, O>,
    input: MessageInitShape<I>,
    token?: string,
  ): Promise<MessageShape<O>>;
  /** Messages until `signal` fires. */
  stream<I extends DescMessage, O extends DescMessage>(
    method: DescMethodServerStreaming<I, O>,
    input: MessageInitShape<I>,
    token: string,
    signal: AbortSignal,
  ): AsyncIterable<MessageShape<O>>;
  close(): void;
};

/** How a call was refused, the same in every protocol. */
export class Refusal extends Error {
  /** gRPC's name, such as "NOT_FOUND". */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const timeoutMs = 30_000;

/** grpc-js as anybody uses it: no code of ours but the generated messages. */
export function plainGrpc({ grpc }: Target): Caller {
  const [, address] = /^https:\/\/(.+)$/.exec(grpc) ?? [];
  const client = address
    ? new Client(address, credentials.createSsl())
    : new Client(grpc, credentials.createInsecure());
  const pathOf = (method: { parent: { typeName: string }; name: string }) =>
    `/${method.parent.typeName}/${method.name}`;
  const metadataOf = (token: string | undefined) => {
    const metadata = new Metadata();
    if (token !== undefined) metadata.set("authorization", `Bearer ${token}`);
    return metadata;
  };
  const refusal = (error: ServiceError) => new Refusal(status[error.code] ?? "?", error.details);
  return {
    unary(method, input, token) {
      return new Promise((resolve, reject) => {
        client.makeUnaryRequest(
          pathOf(method),
          (message) => Buffer.from(toBinary(method.input, message)),
          (bytes) => fromBinary(method.output, bytes),
          create(method.input, input),
          metadataOf(token),
          { deadline: Date.now() + timeoutMs },
          (error, value) => (error ? reject(refusal(error)) : resolve(value!)),
        );
      });
    },
    async *stream(method, input, token, signal) {
      const call = client.makeServerStreamRequest(
        pathOf(method),
        (message: MessageShape<typeof method.input>) => Buffer.from(toBinary(method.input, message)),
        (bytes) => fromBinary(method.output, bytes),
        create(method.input, input),
        metadataOf(token),
      );
      const cancel = () => call.cancel();
      signal.addEventListener("abort", cancel, { once: true });
      try {
        for await (const message of call) yield message;
      } catch (error) {
        if (!signal.aborted) throw refusal(error as ServiceError);
      } finally {
        signal.removeEventListener("abort", cancel);
        call.cancel();
      }
    },
    close: () => client.close(),
  };
}

/** connect-web as a page uses it. */
export function grpcWeb({ url: baseUrl }: Target): Caller {
  return overTransport(createGrpcWebTransport({ baseUrl, useBinaryFormat: true }));
}

export function connectJson({ url: baseUrl }: Target): Caller {
  return overTransport(createConnectTransport({ baseUrl, useBinaryFormat: false }));
}

function overTransport(transport: Transport): Caller {
  const headerOf = (token: string | undefined) =>
    token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const refusal = (error: unknown) => {
    const { code, rawMessage } = ConnectError.from(error);
    const name = (Code[code] ?? "?").replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
    return new Refusal(name, rawMessage);
  };
  return {
    async unary(method, input, token) {
      try {
        const answer = await transport.unary(method, undefined, timeoutMs, headerOf(token), input);
        return answer.message;
      } catch (error) {
        throw refusal(error);
      }
    },
    async *stream(method, input, token, signal) {
      const inputs = (async function* () {
        yield input;
      })();
      try {
        const answer = await transport.stream(method, signal, undefined, headerOf(token), inputs);
        yield* answer.message;
      } catch (error) {
        if (!signal.aborted) throw refusal(error);
      }
    },
    close: () => {},
  };
}
