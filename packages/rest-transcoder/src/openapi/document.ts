import { createFileRegistry, type DescMethod, type FileRegistry, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { edgeSchemas, type Schema } from "../edge-routes.ts";
import { servedRpcs } from "../finflow-surface.ts";
import { nameOf, restRoutes } from "../routes.ts";
import { commentOf } from "./comments.ts";
import { errorSchema } from "./error-schema.ts";
import { allEdgeOperations, type Operation, operationOf } from "./operations.ts";
import { createSchemaBook } from "./schemas.ts";

const description = `Drop PDF bank statements in; get transactions that provably add up, analytics and checked answers.

Every path answers JSON, errors included (AIP-193). Unknown fields and query parameters are refused. Enum values in queries go in any case. Answers carry \`RateLimit-Policy\` and \`RateLimit\`; what goes over a limit is 429 with \`Retry-After\`.

The same RPCs are served as Connect and gRPC-web on this port, and as gRPC on another.`;

/**
 * The OpenAPI 3.1 document of what edge serves.
 *
 * @param descriptors a serialized google.protobuf.FileDescriptorSet with source info
 * @throws Error where a listed RPC is not in it, or names clash
 */
export function openApiDocument(descriptors: Uint8Array): Schema {
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, descriptors));
  const rpcs = servedMethods(registry);
  const services = [...new Set([...rpcs.values()].map((rpc) => rpc.parent))];
  const routes = restRoutes(services).filter((route) => rpcs.has(nameOf(route.rpc)));
  const book = createSchemaBook();
  const operations = [...routes.map((route) => operationOf(route, book)), ...allEdgeOperations(rpcs, book)];
  const tags = services.map((service) => ({
    name: service.name.replace(/Service$/, ""),
    description: commentOf(service),
  }));
  return {
    openapi: "3.1.0",
    info: {
      title: "Finflow",
      version: "1",
      description,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    tags: [
      ...tags,
      { name: "Samples", description: "Statements to try Finflow with." },
      { name: "Edge", description: "The door itself." },
    ],
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "`accessToken` of a session.",
        },
      },
      responses: {
        Error: {
          description: "An error.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
      schemas: { ...sorted({ ...book.schemas, ...edgeSchemas }), Error: errorSchema },
    },
  };
}

function servedMethods(registry: FileRegistry): Map<string, DescMethod> {
  const found = new Map<string, DescMethod>();
  for (const name of servedRpcs) {
    const [service = "", method] = name.split("/");
    const rpc = registry.getService(service)?.methods.find((candidate) => candidate.name === method);
    if (!rpc) throw new Error(`there is no RPC ${name}`);
    found.set(name, rpc);
  }
  return found;
}

function pathsOf(operations: readonly Operation[]): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  const ids = new Set<unknown>();
  for (const { path, method, operation } of operations) {
    if (ids.has(operation.operationId)) throw new Error(`two operations are named ${operation.operationId}`);
    ids.add(operation.operationId);
    paths[path] = { ...paths[path], [method]: operation };
  }
  return sorted(paths);
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
