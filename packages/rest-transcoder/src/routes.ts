import {
  type DescField,
  type DescMessage,
  type DescMethod,
  type DescMethodUnary,
  type DescService,
  getOption,
  hasOption,
} from "@bufbuild/protobuf";
import { http } from "@finflow/gen/google/api/annotations_pb";
import type { HttpRule } from "@finflow/gen/google/api/http_pb";
import { compareTemplates } from "./match-path.ts";
import { type PathTemplate, parsePathTemplate, type TemplateVariable } from "./path-template.ts";

export type BoundVariable = TemplateVariable & { readonly fields: readonly DescField[] };

/** What binding a request's path and query needs to know; any RPC has it, a stream too. */
export type Binding = {
  readonly template: PathTemplate;
  readonly variables: readonly BoundVariable[];
  readonly rpc: DescMethod;
  /** "*" for all fields that the path does not bind; undefined where the request has no body. */
  readonly body: "*" | DescField | undefined;
};

export type Route = Binding & {
  /** Upper case; "*" for any. */
  readonly httpMethod: string;
  readonly rpc: DescMethodUnary;
  /** The response's field that is the body; undefined for the whole message. */
  readonly responseBody: DescField | undefined;
};

/**
 * The routes that google.api.http options give, the most specific first. RPCs without the option have none.
 *
 * @throws Error where an option breaks the rules of google/api/http.proto, stands on a stream, or two routes
 * would match the same paths.
 */
export function restRoutes(services: readonly DescService[]): Route[] {
  const routes = services.flatMap((service) => service.methods.flatMap(routesOf));
  const seen = new Map<string, Route>();
  for (const route of routes) {
    const shape = `${route.httpMethod} ${shapeOf(route.template)}`;
    const other = seen.get(shape);
    if (other) throw new Error(`${nameOf(route.rpc)} and ${nameOf(other.rpc)} both take ${shape}`);
    seen.set(shape, route);
  }
  return routes.sort((a, b) => compareTemplates(a.template, b.template));
}

function routesOf(rpc: DescMethod): Route[] {
  if (!hasOption(rpc, http)) return [];
  if (rpc.methodKind !== "unary") throw new Error(`${nameOf(rpc)} streams, and a stream has no REST route`);
  const rule = getOption(rpc, http);
  for (const binding of rule.additionalBindings) {
    if (binding.additionalBindings.length > 0) throw new Error(`${nameOf(rpc)} nests additional_bindings`);
  }
  const unary = rpc as DescMethodUnary;
  return [rule, ...rule.additionalBindings].map((binding) => routeOf(unary, binding));
}

function routeOf(rpc: DescMethodUnary, rule: HttpRule): Route {
  const { pattern } = rule;
  if (pattern.case === undefined) throw new Error(`${nameOf(rpc)} has an http option without a pattern`);
  const [httpMethod, path] =
    pattern.case === "custom"
      ? [pattern.value.kind.toUpperCase(), pattern.value.path]
      : [pattern.case.toUpperCase(), pattern.value];
  const bound = bindingOf(rpc, path);
  const body =
    rule.body === "" || rule.body === "*" ? rule.body || undefined : topField(rpc, rpc.input, rule.body);
  if (body !== undefined && (httpMethod === "GET" || httpMethod === "DELETE" || httpMethod === "HEAD")) {
    throw new Error(`${nameOf(rpc)} gives ${httpMethod} a body`);
  }
  const responseBody = rule.responseBody === "" ? undefined : topField(rpc, rpc.output, rule.responseBody);
  return { ...bound, httpMethod, rpc, body: body as Route["body"], responseBody };
}

/** For an RPC that is served by hand: its request's fields come from the path and the query, none from a body. */
export function bindingOf(rpc: DescMethod, path: string): Binding {
  const template = parsePathTemplate(path);
  const variables = template.variables.map((variable) => ({
    ...variable,
    fields: pathFields(rpc, variable.fieldPath),
  }));
  return { template, variables, rpc, body: undefined };
}

function topField(rpc: DescMethod, message: DescMessage, name: string): DescField {
  const field = message.fields.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`${nameOf(rpc)}: ${message.typeName} has no field ${name}`);
  return field;
}

/** A path variable names a singular scalar or enum, through singular messages. */
function pathFields(rpc: DescMethod, names: readonly string[]): DescField[] {
  let message: DescMessage | undefined = rpc.input;
  const fields: DescField[] = [];
  for (const name of names) {
    if (!message) throw new Error(`${nameOf(rpc)}: ${names.join(".")} goes below a field that is no message`);
    const field: DescField = topField(rpc, message, name);
    fields.push(field);
    message = field.fieldKind === "message" ? field.message : undefined;
  }
  const leaf = fields.at(-1);
  if (leaf?.fieldKind !== "scalar" && leaf?.fieldKind !== "enum") {
    throw new Error(`${nameOf(rpc)}: ${names.join(".")} cannot stand in a path: it is no scalar or enum`);
  }
  return fields;
}

function shapeOf(template: PathTemplate): string {
  const marks = { one: "*", rest: "**" };
  const segments = template.segments.map((s) =>
    s.kind === "literal" ? encodeURIComponent(s.text) : marks[s.kind],
  );
  return `/${segments.join("/")}${template.verb === undefined ? "" : `:${template.verb}`}`;
}

/** "finflow.auth.v1.AuthService/Login". */
export function nameOf(rpc: DescMethod): string {
  return `${rpc.parent.typeName}/${rpc.name}`;
}
