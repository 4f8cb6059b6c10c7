import { type DescField, getOption, hasOption } from "@bufbuild/protobuf";
import { type FieldRules, field as fieldRules, Ignore } from "@finflow/gen/buf/validate/validate_pb";
import type { Schema } from "../edge-routes.ts";

/** The protovalidate rules of a field that JSON Schema can say; the rest (CEL) stands in its comment. */
export function rulesOf(field: DescField): FieldRules | undefined {
  return hasOption(field, fieldRules) ? getOption(field, fieldRules) : undefined;
}

export function schemaOfRules(rules: FieldRules | undefined): Schema {
  switch (rules?.type.case) {
    case "string": {
      const { minLen, maxLen, pattern, in: values, wellKnown } = rules.type.value;
      const optional = rules.ignore === Ignore.IF_ZERO_VALUE;
      return {
        ...(minLen > 0n && { minLength: Number(minLen) }),
        ...(maxLen > 0n && { maxLength: Number(maxLen) }),
        ...(pattern !== "" && { pattern: optional ? `^$|${pattern}` : pattern }),
        ...(values.length > 0 && { enum: values }),
        ...((wellKnown.case === "uuid" || wellKnown.case === "email") && { format: wellKnown.case }),
      };
    }
    case "int32": {
      const { greaterThan, lessThan } = rules.type.value;
      return {
        ...(greaterThan.case === "gte" && { minimum: greaterThan.value }),
        ...(greaterThan.case === "gt" && { exclusiveMinimum: greaterThan.value }),
        ...(lessThan.case === "lte" && { maximum: lessThan.value }),
        ...(lessThan.case === "lt" && { exclusiveMaximum: lessThan.value }),
      };
    }
    case "repeated": {
      const { minItems, maxItems } = rules.type.value;
      return {
        ...(minItems > 0n && { minItems: Number(minItems) }),
        ...(maxItems > 0n && { maxItems: Number(maxItems) }),
      };
    }
    default:
      return {};
  }
}

export function itemRules(rules: FieldRules | undefined): FieldRules | undefined {
  return rules?.type.case === "repeated" ? rules.type.value.items : undefined;
}

/** Whether a request without the field is refused: its zero value breaks a rule. */
export function isRequired(field: DescField): boolean {
  const rules = rulesOf(field);
  if (!rules || rules.ignore === Ignore.IF_ZERO_VALUE) return false;
  if (rules.required) return true;
  if (field.fieldKind !== "list" && field.proto.proto3Optional) return false;
  const { minLength, pattern, minimum, minItems, format, enum: values } = schemaOfRules(rules);
  return (
    Number(minLength ?? 0) > 0 ||
    Number(minimum ?? 0) > 0 ||
    Number(minItems ?? 0) > 0 ||
    format !== undefined ||
    (Array.isArray(values) && !values.includes("")) ||
    (typeof pattern === "string" && !new RegExp(pattern).test(""))
  );
}
