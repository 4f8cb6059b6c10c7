import { fromBinary, toBinary } from "@bufbuild/protobuf";
import {
  Client,
  credentials,
  Metadata,
  Server,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import {
  ClientStreamRequestSchema,
  ClientStreamResponseSchema,
  ConformanceService,
  ServerStreamRequestSchema,
  ServerStreamResponseSchema,
  UnaryRequestSchema,
  UnaryResponseSchema,
} from "./gen/finflow/conformance/v1/conformance_pb.ts";

type Schema = Parameters<typeof toBinary>[0];

function method(
  name: string,
  input: Schema,
  output: Schema,
  requestStream: boolean,
  responseStream: boolean,
) {
  return {
    path: `/${ConformanceService.typeName}/${name}`,
    requestStream,
    responseStream,
    requestSerialize: (message: never) => Buffer.from(toBinary(input, message)),
    requestDeserialize: (bytes: Buffer) => fromBinary(input, bytes),
    responseSerialize: (message: never) => Buffer.from(toBinary(output, message)),
    responseDeserialize: (bytes: Buffer) => fromBinary(output, bytes),
  };
}

/** The service as a plain grpc-js program defines it, with none of this package's code. */
export const plainDefinition = {
  unary: method("Unary", UnaryRequestSchema, UnaryResponseSchema, false, false),
  serverStream: method("ServerStream", ServerStreamRequestSchema, ServerStreamResponseSchema, false, true),
  clientStream: method("ClientStream", ClientStreamRequestSchema, ClientStreamResponseSchema, true, false),
};

export function plainServer(implementation: UntypedServiceImplementation): Server {
  const server = new Server();
  server.addService(plainDefinition as never as ServiceDefinition, implementation);
  return server;
}

export function plainClient(target: string): Client {
  return new Client(target, credentials.createInsecure());
}

export function metadataOf(entries: Record<string, string | Buffer>): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(entries)) metadata.add(key, value);
  return metadata;
}
