import type { DescField, DescMethod } from "@bufbuild/protobuf";
import { type EdgeRoute, edgeRoutes, type Schema } from "../edge-routes.ts";
import { isSingleValue } from "../field-json.ts";
import { publicRpcs, successStatus } from "../finflow-surface.ts";
import { type PathTemplate, parsePathTemplate } from "../path-template.ts";
import { nameOf, type Route } from "../routes.ts";
import { commentOf } from "./comments.ts";
import { isRequired } from "./rules.ts";
import { described, type SchemaBook, withDescription } from "./schemas.ts";

/** One operation of the document, with where it stands. */
export type Operation = { path: string; method: string; operation: Schema };

const failure: Schema = { default: { $ref: "#/components/responses/Error" } };

export function operationOf(route: Route, book: SchemaBook): Operation {
  const { rpc, template } = route;
  const bound = route.variables.map((variable) => variable.fields[0] as DescField);
  const rpcName = nameOf(rpc);
  const body = bodySchema(route, bound, book);
  const output = route.responseBody
    ? book.field(route.responseBody, "response")
    : book.message(rpc.output, "response");
  const status = (successStatus as Record<string, number>)[rpcName] ?? 200;
  return {
    path: openApiPath(template),
    method: route.httpMethod.toLowerCase(),
    operation: {
      operationId: rpc.name,
      tags: [tagOf(rpc)],
      ...withDescription(commentOf(rpc)),
      ...security((publicRpcs as readonly string[]).includes(rpcName)),
      ...parameters([
        ...pathParameters(route, book),
        ...(route.body === "*" ? [] : queryParameters(route, bound, book)),
      ]),
      ...(body && { requestBody: { required: isBodyRequired(route, bound), content: json(body) } }),
      responses: { [status]: { description: "Success.", content: json(output) }, ...failure },
    },
  };
}

/** A hand-described route; its RPC's fields, if it has one, are its parameters. */
export function edgeOperationOf(
  route: EdgeRoute,
  rpcs: ReadonlyMap<string, DescMethod>,
  book: SchemaBook,
): Operation {
  const template = parsePathTemplate(route.path);
  const rpc = route.rpc === undefined ? undefined : rpcs.get(route.rpc);
  if (route.rpc !== undefined && !rpc) throw new Error(`${route.operation}: there is no RPC ${route.rpc}`);
  const fields = rpc?.input.fields ?? [];
  const inPath = template.variables.map((variable) => variable.fieldPath[0]);
  const ofRpc = fields.map((field) =>
    parameter(field, inPath.includes(field.name) ? "path" : "query", field.name, book),
  );
  const own = (route.parameters ?? []).map((given) => ({
    ...given,
    ...(given.in === "path" && { required: true }),
  }));
  const content = route.success.content.map(({ type, schema }) => [type, { schema }]);
  return {
    path: openApiPath(template),
    method: route.method.toLowerCase(),
    operation: {
      operationId: route.operation,
      tags: [route.tag],
      description: route.description,
      ...security(route.isPublic),
      ...parameters([...ofRpc, ...own]),
      ...(route.requestBody && {
        requestBody: {
          required: true,
          content: { [route.requestBody.type]: { schema: route.requestBody.schema } },
        },
      }),
      responses: {
        [route.success.status]: {
          description: route.success.description,
          content: Object.fromEntries(content),
        },
        ...failure,
      },
    },
  };
}

export function allEdgeOperations(rpcs: ReadonlyMap<string, DescMethod>, book: SchemaBook): Operation[] {
  return edgeRoutes.map((route) => edgeOperationOf(route, rpcs, book));
}

function bodySchema(route: Route, bound: readonly DescField[], book: SchemaBook): Schema | undefined {
  if (route.body === undefined) return undefined;
  return route.body === "*"
    ? book.message(route.rpc.input, "request", bound)
    : book.field(route.body, "request");
}

function isBodyRequired(route: Route, bound: readonly DescField[]): boolean {
  if (route.body !== "*") return true;
  return route.rpc.input.fields.some((field) => !bound.includes(field) && isRequired(field));
}

function pathParameters(route: Route, book: SchemaBook): Schema[] {
  return route.variables.map(({ fields, fieldPath }) =>
    parameter(fields.at(-1) as DescField, "path", fieldPath.join("."), book),
  );
}

/** Leaves of messages by their path; a message that holds itself is followed once. */
function queryParameters(route: Route, bound: readonly DescField[], book: SchemaBook): Schema[] {
  const found: Schema[] = [];
  const add = (field: DescField, prefix: string, above: readonly string[]) => {
    const name = `${prefix}${field.jsonName}`;
    if (field.fieldKind === "message" && !isSingleValue(field.message)) {
      if (above.includes(field.message.typeName)) return;
      for (const inner of field.message.fields) add(inner, `${name}.`, [...above, field.message.typeName]);
    } else if (field.fieldKind !== "map" && !(field.fieldKind === "list" && field.listKind === "message")) {
      found.push(parameter(field, "query", name, book));
    }
  };
  for (const field of route.rpc.input.fields) {
    if (!bound.includes(field) && field !== route.body) add(field, "", []);
  }
  return found;
}

function parameter(field: DescField, place: "path" | "query", name: string, book: SchemaBook): Schema {
  const schema = described(book.field(field, "request"), "");
  return {
    name: place === "query" ? name.replace(/[^.]+$/, field.jsonName) : name,
    in: place,
    ...withDescription(commentOf(field)),
    ...((place === "path" || isRequired(field)) && { required: true }),
    schema,
  };
}

function parameters(list: readonly Schema[]): Schema {
  return list.length === 0 ? {} : { parameters: list };
}

/** Public operations lift the document's bearer. */
function security(isPublic: boolean): Schema {
  return isPublic ? { security: [] } : {};
}

function tagOf(rpc: DescMethod): string {
  return rpc.parent.name.replace(/Service$/, "");
}

function json(schema: Schema): Schema {
  return { "application/json": { schema } };
}

/** "{name=shelves/*}" becomes "{name}": OpenAPI has no patterns in paths. */
export function openApiPath(template: PathTemplate): string {
  const parts: string[] = [];
  let i = 0;
  while (i < template.segments.length) {
    const variable = template.variables.find(({ start }) => start === i);
    const segment = template.segments[i];
    if (variable) parts.push(`{${variable.fieldPath.join(".")}}`);
    else parts.push(segment?.kind === "literal" ? encodeURI(segment.text) : "*");
    i = variable ? (variable.end ?? template.segments.length) : i + 1;
  }
  return `/${parts.join("/")}${template.verb === undefined ? "" : `:${template.verb}`}`;
}
