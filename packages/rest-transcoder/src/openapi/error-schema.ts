import type { Schema } from "../edge-routes.ts";

const violations: Schema = {
  type: "array",
  items: {
    type: "object",
    properties: {
      field: { type: "string", description: "The field's path, such as requests[0].date." },
      description: { type: "string" },
    },
  },
};

/** AIP-193. */
export const errorSchema: Schema = {
  type: "object",
  description: "An error as AIP-193 has it.",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "status", "message", "details"],
      properties: {
        code: { type: "integer", description: "The HTTP status." },
        status: { type: "string", description: "A name of google.rpc.Code, such as NOT_FOUND." },
        message: { type: "string", description: "For people." },
        details: {
          type: "array",
          description:
            "google.rpc.ErrorInfo always; google.rpc.BadRequest and google.rpc.RetryInfo where they apply.",
          items: {
            type: "object",
            required: ["@type"],
            properties: {
              "@type": { type: "string" },
              reason: { type: "string", description: "ErrorInfo: for programs." },
              domain: { type: "string", description: "ErrorInfo: whose reason it is." },
              metadata: {
                type: "object",
                description: "ErrorInfo: further facts; `help` says what to do.",
                additionalProperties: { type: "string" },
              },
              fieldViolations: { ...violations, description: "BadRequest: each wrong field." },
              retryDelay: { type: "string", description: "RetryInfo: when to try again, such as 3s." },
            },
          },
        },
      },
    },
  },
};
