import type { DescField, DescMessage, DescOneof, Message } from "@bufbuild/protobuf";
import { BadText, isSingleValue, mergeAt, textToJson } from "./field-json.ts";
import type { FieldViolation } from "./rest-error.ts";
import type { Binding } from "./routes.ts";

/**
 * Sets the request's fields from a query string (without its "?"), by the rules of google/api/http.proto:
 * names are field paths, in proto or JSON spelling; repeated fields repeat the name; everything that the
 * path or the body binds is not a parameter.
 *
 * @returns what is wrong, each parameter by its JSON name; the message is of use only when nothing is.
 */
export function bindQuery(route: Binding, message: Message, query: string): FieldViolation[] {
  const violations: FieldViolation[] = [];
  const singular = new Set<string>();
  const chosen = new Map<DescOneof, string>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const [name, text] = decodePair(pair);
    if (name === undefined || text === undefined) {
      violations.push({ field: pair.slice(0, 100), description: "malformed percent-encoding" });
      continue;
    }
    const fields = route.body === "*" ? undefined : resolve(route.rpc.input, name);
    const refusal = fields === undefined ? "unknown query parameter" : misplaced(route, fields);
    const path = fields?.map((field) => field.jsonName).join(".") ?? (name.slice(0, 100) || '""');
    if (fields === undefined || refusal !== undefined) {
      violations.push({ field: path, description: refusal ?? "unknown query parameter" });
      continue;
    }
    const leaf = fields.at(-1) as DescField;
    if (leaf.fieldKind !== "list" && singular.has(path)) {
      violations.push({ field: path, description: "is given more than once" });
      continue;
    }
    singular.add(path);
    const rival = rivalOf(fields, path, chosen);
    if (rival !== undefined) {
      violations.push({ field: path, description: `excludes ${rival}` });
      continue;
    }
    try {
      const value = textToJson(leaf, text);
      mergeAt(message, route.rpc.input, fields, leaf.fieldKind === "list" ? [value] : value);
    } catch (error) {
      if (!(error instanceof BadText)) throw error;
      violations.push({ field: path, description: error.message });
    }
  }
  return violations;
}

function decodePair(pair: string): [string?, string?] {
  const equals = pair.indexOf("=");
  const [name, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
  const decode = (text: string) => decodeURIComponent(text.replaceAll("+", " "));
  try {
    return [decode(name), decode(value)];
  } catch {
    return [];
  }
}

function resolve(message: DescMessage, name: string): DescField[] | undefined {
  const fields: DescField[] = [];
  let inside: DescMessage | undefined = message;
  for (const part of name.split(".")) {
    const field: DescField | undefined = inside?.fields.find(
      (candidate) => candidate.name === part || candidate.jsonName === part,
    );
    if (!field) return undefined;
    fields.push(field);
    inside = field.fieldKind === "message" && !isSingleValue(field.message) ? field.message : undefined;
  }
  return fields;
}

function misplaced(route: Binding, fields: readonly DescField[]): string | undefined {
  const inPath = route.variables.some((variable) => variable.fields.every((field, i) => field === fields[i]));
  if (inPath) return "is set by the path";
  if (typeof route.body === "object" && fields[0] === route.body) return "is set by the body";
  const leaf = fields.at(-1);
  const asText =
    leaf?.fieldKind === "scalar" ||
    leaf?.fieldKind === "enum" ||
    (leaf?.fieldKind === "list" && leaf.listKind !== "message") ||
    (leaf?.fieldKind === "message" && isSingleValue(leaf.message));
  return asText ? undefined : "cannot be a query parameter";
}

/** Which parameter already chose another member of a oneof that these fields go through. */
function rivalOf(
  fields: readonly DescField[],
  path: string,
  chosen: Map<DescOneof, string>,
): string | undefined {
  for (const [i, { oneof }] of fields.entries()) {
    if (!oneof) continue;
    const member = fields
      .slice(0, i + 1)
      .map((field) => field.jsonName)
      .join(".");
    const earlier = chosen.get(oneof);
    if (earlier !== undefined && earlier !== member && path !== earlier) return earlier;
    chosen.set(oneof, member);
  }
  return undefined;
}
