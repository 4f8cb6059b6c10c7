export type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  [keyword: string]: unknown;
};

/** Where one of several shapes applies, a shape names what tells it apart, not all that there is. */
const alternatives = ["oneOf", "anyOf", "allOf", "not"];

/**
 * A custom resource's schema as an API server with strict field validation understands it: what is not described is
 * refused, except where a definition keeps unknown fields, and a number or text is either.
 */
export function strict(schema: JsonSchema): JsonSchema {
  if (schema["x-kubernetes-int-or-string"]) return { anyOf: [{ type: "integer" }, { type: "string" }] };
  const result: JsonSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === "properties") result.properties = mapValues(schema.properties!, strict);
    else if (alternatives.includes(keyword) || typeof value !== "object" || value === null)
      result[keyword] = value;
    else if (keyword === "items" || keyword === "additionalProperties")
      result[keyword] = strict(value as JsonSchema);
    else result[keyword] = value;
  }
  const isOpen = schema["x-kubernetes-preserve-unknown-fields"] || schema["x-kubernetes-embedded-resource"];
  if (result.properties && result.additionalProperties === undefined && !isOpen)
    result.additionalProperties = false;
  return result;
}

function mapValues<A, B>(record: Record<string, A>, each: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, each(value)]));
}
