import type { DescField, DescMessage, Message } from "@bufbuild/protobuf";
import { reflect } from "@bufbuild/protobuf/reflect";
import { BadText, mergeAt, textToJson } from "./field-json.ts";
import type { FieldViolation } from "./rest-error.ts";
import type { Binding } from "./routes.ts";

/**
 * Sets the fields that the path binds. A body may repeat such a field, but not contradict it.
 *
 * @returns what is wrong, by JSON name
 */
export function bindPath(route: Binding, message: Message, values: readonly string[]): FieldViolation[] {
  const violations: FieldViolation[] = [];
  for (const [i, { fields }] of route.variables.entries()) {
    const field = fields.map((step) => step.jsonName).join(".");
    const before = scalarAt(route.rpc.input, message, fields);
    try {
      mergeAt(message, route.rpc.input, fields, textToJson(fields.at(-1) as DescField, values[i] as string));
    } catch (error) {
      if (!(error instanceof BadText)) throw error;
      violations.push({ field, description: error.message });
      continue;
    }
    if (before !== undefined && before !== scalarAt(route.rpc.input, message, fields)) {
      violations.push({ field, description: "differs from the path" });
    }
  }
  return violations;
}

function scalarAt(input: DescMessage, message: Message, fields: readonly DescField[]): unknown {
  let inside = reflect(input, message);
  for (const field of fields) {
    if (!inside.isSet(field)) return undefined;
    if (field.fieldKind !== "message") return inside.get(field);
    inside = inside.get(field);
  }
  return undefined;
}
