import { toBinary } from "@bufbuild/protobuf";
import { FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { ReflectionService } from "@grpc/reflection";
import type { HostedService } from "./hosted-service.ts";
import type { openStreams } from "./open-streams.ts";
import { filesOf, servedBy } from "./served.ts";

/**
 * The standard reflection service (v1 and v1alpha), from the descriptors that the handlers themselves are
 * typed by: it cannot differ from what is served.
 */
export function addReflection(
  streams: ReturnType<typeof openStreams>,
  services: readonly HostedService[],
): void {
  const served = services.flatMap(servedBy);
  const fileDescriptorProtos = filesOf(served).map(({ proto }) =>
    Buffer.from(toBinary(FileDescriptorProtoSchema, proto)),
  );
  const definition = { files: { format: "", type: {}, fileDescriptorProtos } };
  const names = served.map((desc) => desc.typeName);
  new ReflectionService(definition as never, { services: names }).addToServer(streams as never);
}
