import {
  type DescField,
  type DescMessage,
  type JsonValue,
  type Message,
  mergeFromJson,
  ScalarType,
} from "@bufbuild/protobuf";

/** What makes a text no value of its field; the words go to the client. */
export class BadText extends Error {
  override name = "BadText";
}

const textTypes = new Set([
  "google.protobuf.Timestamp",
  "google.protobuf.Duration",
  "google.protobuf.FieldMask",
]);
const wrapperPattern = /^google\.protobuf\.(?:Double|Float|U?Int(?:32|64)|Bool|String|Bytes)Value$/;

/** Whether the message is one value in JSON and in a query, not an object. */
export function isSingleValue(message: DescMessage): boolean {
  return textTypes.has(message.typeName) || wrapperPattern.test(message.typeName);
}

/**
 * One value of a path or query as the JSON that proto3's mapping gives its field. Enum values go in any case
 * or by number.
 *
 * @throws BadText
 */
export function textToJson(field: DescField, text: string): JsonValue {
  const scalar = field.fieldKind === "list" && field.listKind === "scalar" ? field.scalar : field.scalar;
  if (scalar !== undefined) return scalarToJson(scalar, text);
  if (field.enum) {
    const wanted = text.toUpperCase();
    const value = field.enum.values.find((candidate) => candidate.name.toUpperCase() === wanted);
    if (value) return value.name;
    if (/^-?\d{1,10}$/.test(text)) return Number(text);
    throw new BadText(`must be one of ${field.enum.values.map((candidate) => candidate.name).join(", ")}`);
  }
  if (field.message && textTypes.has(field.message.typeName)) return text;
  if (field.message && wrapperPattern.test(field.message.typeName)) {
    return textToJson(field.message.fields[0] as DescField, text);
  }
  throw new BadText("cannot be given as text");
}

function scalarToJson(scalar: ScalarType, text: string): JsonValue {
  switch (scalar) {
    case ScalarType.STRING:
    case ScalarType.BYTES:
      return text;
    case ScalarType.BOOL:
      if (text === "true" || text === "false") return text === "true";
      throw new BadText("must be true or false");
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      if (/^(-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|NaN|-?Infinity)$/i.test(text)) return text;
      throw new BadText("must be a number");
    default:
      if (/^-?\d+$/.test(text)) return text;
      throw new BadText("must be an integer");
  }
}

/** Merges one value into the message at the end of `fields`. @throws BadText */
export function mergeAt(
  message: Message,
  schema: DescMessage,
  fields: readonly DescField[],
  value: JsonValue,
): void {
  const json = fields.reduceRight<JsonValue>((inner, field) => ({ [field.jsonName]: inner }), value);
  try {
    mergeFromJson(schema, message, json);
  } catch (error) {
    throw new BadText(decodingReason(error));
  }
}

/**
 * Why protobuf-es refused a value, without the value: it may be a password, and answers get logged.
 */
export function decodingReason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const reason = text.replace(/^cannot decode .*? from JSON: /s, "").replace(/(, got |: )[\s\S]*$/, "");
  return /^(expected|set multiple|invalid|oneof|maximum)/.test(reason) ? reason : "is not a valid value";
}
