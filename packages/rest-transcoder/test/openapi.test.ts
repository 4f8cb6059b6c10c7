import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import { openApiDocument } from "../src/openapi/document.ts";

// biome-ignore lint/suspicious/noExplicitAny: a JSON document is walked
type Json = any;

const gen = (file: string) => fileURLToPath(new URL(`../../../gen/${file}`, import.meta.url));
const descriptors = readFileSync(gen("descriptors.binpb"));
const document = openApiDocument(descriptors) as Json;

test("the document is valid OpenAPI 3.1, its references resolve, and gen/ has it", async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document));
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
  assert.equal(validator.version, "3.1");
  assert.ok(validator.resolveRefs());
  assert.deepEqual(JSON.parse(readFileSync(gen("openapi.json"), "utf8")), document);
});

test("every reference has its schema", () => {
  const references = JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([\w.]+)"/g);
  for (const [, kind = "", name = ""] of references) assert.ok(document.components[kind][name], name);
});

test("all routes are there, public ones without a bearer", () => {
  const open: string[] = [];
  const all: string[] = [];
  for (const [path, methods] of Object.entries<Json>(document.paths)) {
    for (const [method, operation] of Object.entries<Json>(methods)) {
      all.push(`${method} ${path}`);
      if (operation.security?.length === 0) open.push(operation.operationId);
    }
  }
  for (const route of [
    "post /upload",
    "put /upload/content/{document_id}",
    "get /upload/documents/{document_id}/content",
    "get /transactions:export",
    "post /transactions:batchUpdate",
    "get /health",
    "get /.well-known/jwks.json",
  ]) {
    assert.ok(all.includes(route), route);
  }
  assert.ok(!all.some((route) => route.includes("internal")));
  assert.deepEqual(open.sort(), [
    "GetDocs",
    "GetErasure",
    "GetHealth",
    "GetJwks",
    "GetOpenApi",
    "GetSample",
    "ListSamples",
    "Login",
    "Logout",
    "PutUploadContent",
    "Refresh",
    "Register",
  ]);
});

test("register is 201, and says what it needs", () => {
  const { post } = document.paths["/v1/auth/register"];
  assert.deepEqual(Object.keys(post.responses), ["201", "default"]);
  const body = document.components.schemas.RegisterRequest;
  assert.deepEqual(body.required, ["email", "password"]);
  assert.deepEqual(body.properties.email, { type: "string", maxLength: 254, format: "email" });
  assert.equal(body.properties.password.minLength, 8);
  assert.match(post.description, /ALREADY_EXISTS/);
});

test("rules become bounds, patterns and lists of values", () => {
  const { parameters } = document.paths["/transactions"].get;
  const named = (name: string) => parameters.find((parameter: Json) => parameter.name === name);
  assert.deepEqual(named("pageSize").schema, { type: "integer", format: "int32", minimum: 0, maximum: 1000 });
  assert.deepEqual(named("type").schema.items.enum, ["DEBIT", "CREDIT"]);
  assert.equal(named("category").schema.items.enum.length, 7);
  assert.equal(named("from").required, undefined);
  assert.match(named("from").schema.pattern, /\^\$\|/);
});

test("a response lists what is always there; a body leaves out what the path binds", () => {
  const { Session, UpdateAccountRequestBody } = document.components.schemas;
  assert.deepEqual(Session.required, ["accessToken", "refreshToken", "expiresIn", "sessionId"]);
  assert.deepEqual(Object.keys(UpdateAccountRequestBody.properties), ["name"]);
});

test("it is the same twice", () => {
  assert.equal(JSON.stringify(openApiDocument(descriptors)), JSON.stringify(document));
});
