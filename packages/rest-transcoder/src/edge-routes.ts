import type { ServedRpc } from "./finflow-surface.ts";

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export type Schema = { readonly [key: string]: unknown };

export type EdgeParameter = {
  name: string;
  in: "path" | "query" | "header";
  description: string;
  schema: Schema;
};
export type EdgeContent = { type: string; schema: Schema };

/** A route that no google.api.http option can describe: it takes or gives something else than one JSON message. */
export type EdgeRoute = {
  /** OpenAPI's operationId, and the name of edge's handler. */
  operation: string;
  method: "GET" | "POST" | "PUT";
  /** A path template in google.api.http's syntax. */
  path: string;
  tag: string;
  description: string;
  /** Answers without an access token. */
  isPublic: boolean;
  /** What it takes from the limits. */
  cost: number;
  /** The RPC that it calls, whose request's fields are the path's and the query's parameters. */
  rpc?: ServedRpc;
  /** Parameters besides those. */
  parameters?: readonly EdgeParameter[];
  requestBody?: EdgeContent;
  success: { status: number; description: string; content: readonly EdgeContent[] };
};

const id: Schema = { type: "string", format: "uuid" };
const text: Schema = { type: "string" };
const binary: Schema = { type: "string", contentEncoding: "binary" };
const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const edgeRoutes = [
  {
    operation: "UploadFile",
    method: "POST",
    path: "/upload",
    tag: "Upload",
    description:
      "Takes a whole file: announces it, stores it and completes it. At most eight files are taken in at once, the others wait.",
    isPublic: false,
    cost: 2,
    parameters: [
      {
        name: "wait",
        in: "query",
        description:
          "How long to wait until the file is read, such as 30s; at most 60s. The answer then says how it ended.",
        schema: { type: "string", pattern: "^([0-9]|[1-5][0-9]|60)s$" },
      },
    ],
    requestBody: {
      type: "multipart/form-data",
      schema: {
        type: "object",
        required: ["file"],
        properties: {
          file: { type: "string", contentMediaType: "application/pdf", description: "20 MiB at most." },
          password: { type: "string", maxLength: 256, description: "The file's own password." },
        },
      },
    },
    success: {
      status: 202,
      description: "The document, as far as it has come.",
      content: [{ type: "application/json", schema: reference("CompleteUploadResponse") }],
    },
  },
  {
    operation: "PutUploadContent",
    method: "PUT",
    path: "/upload/content/{document_id}",
    tag: "Upload",
    description:
      "Where an upload's bytes go when edge itself takes them: the address that InitiateUpload gave, which is signed, with exactly its headers and no bearer.",
    isPublic: true,
    cost: 1,
    parameters: [
      { name: "document_id", in: "path", description: "As in the address that was given.", schema: id },
    ],
    requestBody: { type: "application/pdf", schema: binary },
    success: {
      status: 200,
      description: "Stored.",
      content: [{ type: "application/json", schema: { type: "object" } }],
    },
  },
  {
    operation: "GetDocumentContent",
    method: "GET",
    path: "/upload/documents/{document_id}/content",
    tag: "Upload",
    description: "The file as it was uploaded.",
    isPublic: false,
    cost: 1,
    rpc: "finflow.upload.v1.UploadService/GetDocumentContent",
    success: {
      status: 200,
      description: "The file.",
      content: [{ type: "application/pdf", schema: binary }],
    },
  },
  {
    operation: "ExportTransactions",
    method: "GET",
    path: "/transactions:export",
    tag: "Analytics",
    description: "The rows as a file, CSV unless told otherwise.",
    isPublic: false,
    cost: 2,
    rpc: "finflow.analytics.v1.AnalyticsService/ExportTransactions",
    success: {
      status: 200,
      description: "The rows.",
      content: [
        { type: "text/csv", schema: text },
        { type: "application/json", schema: { type: "array", items: reference("Transaction") } },
      ],
    },
  },
  {
    operation: "ListSamples",
    method: "GET",
    path: "/samples",
    tag: "Samples",
    description: "Statements to try Finflow with, dated relative to today; nobody's real ones.",
    isPublic: true,
    cost: 1,
    success: {
      status: 200,
      description: "What there is.",
      content: [{ type: "application/json", schema: reference("Samples") }],
    },
  },
  {
    operation: "GetSample",
    method: "GET",
    path: "/samples/{file_name}",
    tag: "Samples",
    description: "One of them.",
    isPublic: true,
    cost: 1,
    parameters: [
      {
        name: "file_name",
        in: "path",
        description: "As listed.",
        schema: { type: "string", pattern: "^[a-z0-9-]+\\.pdf$" },
      },
    ],
    success: {
      status: 200,
      description: "The file.",
      content: [{ type: "application/pdf", schema: binary }],
    },
  },
  {
    operation: "GetHealth",
    method: "GET",
    path: "/health",
    tag: "Edge",
    description: "Whether each service answers; 503 when one does not.",
    isPublic: true,
    cost: 1,
    success: {
      status: 200,
      description: "All services answer.",
      content: [{ type: "application/json", schema: reference("Health") }],
    },
  },
  {
    operation: "GetOpenApi",
    method: "GET",
    path: "/openapi.json",
    tag: "Edge",
    description: "This document.",
    isPublic: true,
    cost: 1,
    success: {
      status: 200,
      description: "OpenAPI 3.1.",
      content: [{ type: "application/json", schema: { type: "object" } }],
    },
  },
  {
    operation: "GetDocs",
    method: "GET",
    path: "/docs",
    tag: "Edge",
    description: "This document as a page.",
    isPublic: true,
    cost: 1,
    success: { status: 200, description: "A page.", content: [{ type: "text/html", schema: text }] },
  },
] as const satisfies readonly EdgeRoute[];

export type EdgeOperation = (typeof edgeRoutes)[number]["operation"];

/** Schemas that only these routes use. */
export const edgeSchemas: Readonly<Record<string, Schema>> = {
  Samples: {
    type: "object",
    required: ["samples"],
    properties: {
      samples: {
        type: "array",
        items: {
          type: "object",
          required: ["fileName", "title", "description", "password", "url"],
          properties: {
            fileName: { type: "string" },
            title: { type: "string" },
            description: { type: "string" },
            password: { type: "string", description: "Empty where it needs none." },
            url: { type: "string" },
          },
        },
      },
    },
  },
  Health: {
    type: "object",
    required: ["status", "services", "degraded"],
    properties: {
      status: { type: "string", enum: ["SERVING", "NOT_SERVING"] },
      services: {
        type: "object",
        description: "By name: auth, upload, analytics, chatbot.",
        additionalProperties: { type: "string", enum: ["SERVING", "NOT_SERVING"] },
      },
      degraded: {
        type: "array",
        description:
          "What services do without at the moment, such as upload/events: figures then fall behind.",
        items: { type: "string" },
      },
    },
  },
};
