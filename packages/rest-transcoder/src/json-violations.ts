import {
  type DescField,
  type DescMessage,
  fromJson,
  type JsonObject,
  type JsonValue,
} from "@bufbuild/protobuf";
import { decodingReason, isSingleValue } from "./field-json.ts";
import type { FieldViolation } from "./rest-error.ts";

const mostViolations = 20;

/**
 * Where a JSON value that protobuf-es refused is wrong. It runs on refused requests only, and stops after
 * twenty findings or at `depth` levels.
 */
export function jsonViolations(message: DescMessage, json: JsonValue, depth: number): FieldViolation[] {
  const found: FieldViolation[] = [];
  visit(message, json, "", depth, found);
  return found.slice(0, mostViolations);
}

function visit(
  message: DescMessage,
  json: JsonValue,
  path: string,
  depth: number,
  found: FieldViolation[],
): void {
  if (json === null || typeof json !== "object" || Array.isArray(json)) {
    found.push({ field: path === "" ? "body" : path, description: "must be an object" });
    return;
  }
  if (depth === 0) {
    found.push({ field: path, description: "is nested too deeply" });
    return;
  }
  for (const [key, value] of Object.entries(json as JsonObject)) {
    if (found.length >= mostViolations) return;
    const at = path === "" ? key.slice(0, 100) : `${path}.${key.slice(0, 100)}`;
    const field = message.fields.find((candidate) => candidate.jsonName === key || candidate.name === key);
    if (field) visitField(message, field, value, at, depth, found);
    else found.push({ field: at, description: "unknown field" });
  }
}

function visitField(
  message: DescMessage,
  field: DescField,
  json: JsonValue,
  at: string,
  depth: number,
  found: FieldViolation[],
): void {
  const inner = objectType(field);
  const children = inner === undefined ? undefined : childrenOf(field, json, at);
  if (inner !== undefined && children !== undefined) {
    for (const [name, child] of children) {
      if (found.length < mostViolations) visit(inner, child, name, depth - 1, found);
    }
    return;
  }
  try {
    fromJson(message, { [field.jsonName]: json });
  } catch (error) {
    const names = field.enum?.values.map((value) => value.name).join(", ");
    found.push({ field: at, description: names ? `must be one of ${names}` : decodingReason(error) });
  }
}

function objectType(field: DescField): DescMessage | undefined {
  const type = field.message;
  return type && !type.typeName.startsWith("google.protobuf.") && !isSingleValue(type) ? type : undefined;
}

/** The messages that a field's JSON holds, by path; undefined where it has not the field's shape. */
function childrenOf(field: DescField, json: JsonValue, at: string): [string, JsonValue][] | undefined {
  if (json === null) return undefined;
  if (field.fieldKind === "message") return [[at, json]];
  if (field.fieldKind === "list") {
    return Array.isArray(json) ? json.map((item, i) => [`${at}[${i}]`, item]) : undefined;
  }
  if (typeof json !== "object" || Array.isArray(json)) return undefined;
  return Object.entries(json).map(([key, item]) => [`${at}.${key.slice(0, 100)}`, item]);
}
