import { type DescEnum, type DescField, type DescMessage, ScalarType } from "@bufbuild/protobuf";
import type { FieldRules } from "@finflow/gen/buf/validate/validate_pb";
import type { Schema } from "../edge-routes.ts";
import { commentOf } from "./comments.ts";
import { isRequired, itemRules, rulesOf, schemaOfRules } from "./rules.ts";

/** Requests list what may not be left out, responses what is always there. */
export type Direction = "request" | "response";

export type SchemaBook = {
  /** By name, in the order in which they were first met. */
  readonly schemas: Record<string, Schema>;
  /** The message without the fields in `except`, as a reference. */
  message(message: DescMessage, direction: Direction, except?: readonly DescField[]): Schema;
  /** A field as it stands in JSON, without its comment. */
  field(field: DescField, direction: Direction): Schema;
};

/** Collects messages and enums as OpenAPI components. @throws Error where two would have one name. */
export function createSchemaBook(): SchemaBook {
  const schemas: Record<string, Schema> = {};
  const owners = new Map<string, string>();

  function claim(name: string, owner: string): boolean {
    const known = owners.get(name);
    if (known !== undefined && known !== owner)
      throw new Error(`two schemas are named ${name}: ${known}, ${owner}`);
    owners.set(name, owner);
    return known === undefined;
  }

  function message(desc: DescMessage, direction: Direction, except: readonly DescField[] = []): Schema {
    const known = wellKnown[desc.typeName];
    if (known) return known;
    const name = except.length > 0 ? `${shortName(desc)}Body` : shortName(desc);
    const owner = `${desc.typeName} ${direction} ${except.map((field) => field.name).join()}`;
    if (claim(name, owner)) {
      schemas[name] = {};
      schemas[name] = objectSchema(desc, direction, except);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  function objectSchema(desc: DescMessage, direction: Direction, except: readonly DescField[]): Schema {
    const fields = desc.fields.filter((candidate) => !except.includes(candidate));
    const always = (candidate: DescField) =>
      direction === "request" ? isRequired(candidate) : isAlwaysThere(candidate);
    const required = fields.filter(always).map((candidate) => candidate.jsonName);
    const properties = fields.map((candidate) => [
      candidate.jsonName,
      described(field(candidate, direction), commentOf(candidate)),
    ]);
    return {
      type: "object",
      ...withDescription(commentOf(desc)),
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required }),
      ...(direction === "request" && { additionalProperties: false }),
    };
  }

  function field(desc: DescField, direction: Direction): Schema {
    const rules = rulesOf(desc);
    switch (desc.fieldKind) {
      case "scalar":
        return { ...scalars[desc.scalar], ...schemaOfRules(rules) };
      case "enum":
        return enumeration(desc.enum, direction, rules);
      case "message":
        return message(desc.message, direction);
      case "list": {
        const items =
          desc.listKind === "message"
            ? message(desc.message, direction)
            : desc.listKind === "enum"
              ? enumeration(desc.enum, direction, itemRules(rules))
              : { ...scalars[desc.scalar], ...schemaOfRules(itemRules(rules)) };
        return { type: "array", items, ...schemaOfRules(rules) };
      }
      case "map": {
        const values =
          desc.mapKind === "message"
            ? message(desc.message, direction)
            : desc.mapKind === "enum"
              ? enumeration(desc.enum, direction, undefined)
              : scalars[desc.scalar];
        return { type: "object", additionalProperties: values };
      }
    }
  }

  return { schemas, message, field };
}

/** An enum in place: its values are the field's, and rules may take some away. */
function enumeration(desc: DescEnum, direction: Direction, rules: FieldRules | undefined): Schema {
  const excluded = rules?.type.case === "enum" ? rules.type.value.notIn : [];
  const values = desc.values.filter((value) => direction === "response" || !excluded.includes(value.number));
  const comments = values.flatMap((value) => {
    const comment = commentOf(value);
    return comment === "" ? [] : [`${value.name}: ${comment}`];
  });
  return {
    type: "string",
    enum: values.map((value) => value.name),
    ...withDescription(comments.join("\n\n")),
  };
}

export function described(schema: Schema, comment: string): Schema {
  const all = [comment, schema.description].filter((text) => typeof text === "string" && text !== "");
  return { ...schema, ...withDescription(all.join("\n\n")) };
}

export function withDescription(text: string): Schema {
  return text === "" ? {} : { description: text };
}

/** Edge writes empty fields too; only what can be absent is left out. */
function isAlwaysThere(field: DescField): boolean {
  return field.fieldKind !== "message" && field.oneof === undefined && !field.proto.proto3Optional;
}

/** "Statement.Verdict" for a nested one; the package is left out. */
function shortName(desc: DescMessage): string {
  return desc.parent ? `${shortName(desc.parent)}.${desc.name}` : desc.name;
}

const integerText: Schema = { type: "string", pattern: "^-?[0-9]+$" };
const int32: Schema = { type: "integer", format: "int32" };
const uint32: Schema = { type: "integer", format: "int64", minimum: 0 };

/** protobuf's JSON mapping: 64-bit integers are strings. */
const scalars: Readonly<Record<ScalarType, Schema>> = {
  [ScalarType.DOUBLE]: { type: "number", format: "double" },
  [ScalarType.FLOAT]: { type: "number", format: "float" },
  [ScalarType.INT64]: integerText,
  [ScalarType.UINT64]: integerText,
  [ScalarType.INT32]: int32,
  [ScalarType.FIXED64]: integerText,
  [ScalarType.FIXED32]: uint32,
  [ScalarType.BOOL]: { type: "boolean" },
  [ScalarType.STRING]: { type: "string" },
  [ScalarType.BYTES]: { type: "string", contentEncoding: "base64" },
  [ScalarType.UINT32]: uint32,
  [ScalarType.SFIXED32]: int32,
  [ScalarType.SFIXED64]: integerText,
  [ScalarType.SINT32]: int32,
  [ScalarType.SINT64]: integerText,
};

const wellKnown: Readonly<Record<string, Schema>> = {
  "google.protobuf.Timestamp": { type: "string", format: "date-time" },
  "google.protobuf.Duration": { type: "string", pattern: "^-?[0-9]+(\\.[0-9]{1,9})?s$" },
  "google.protobuf.FieldMask": { type: "string" },
  "google.protobuf.Struct": { type: "object" },
  "google.protobuf.Empty": { type: "object" },
};
