import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BookSchema, ListBooksRequestSchema } from "./gen/finflow/library/v1/library_pb.ts";
import { library } from "./library.ts";

const names = [...ListBooksRequestSchema.fields, ...BookSchema.fields].flatMap((field) => [
  field.name,
  field.jsonName,
]);
const name = fc.oneof(
  fc.constantFrom(...names),
  fc.array(fc.constantFrom(...names), { maxLength: 4 }).map((path) => path.join(".")),
  fc.string(),
);
const value = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("1", "-1", "true", "", "1e9", "HARD_COVER", "2026-01-01T00:00:00Z", "%", "%ff"),
);
const encoded = value.map((text) => (text.isWellFormed() ? encodeURIComponent(text) : text));
const query = fc
  .array(fc.tuple(name, encoded), { maxLength: 5 })
  .map((pairs) => pairs.map((pair) => pair.join("=")).join("&"));
const path = fc.oneof(
  fc.constantFrom(
    "/v1/books",
    "/v1/books/7",
    "/v1/books/7:lend",
    "/v1/books/7/tags",
    "/v1/shelves/1/books",
    "/v1/files/a/b",
  ),
  fc.webPath().map((text) => `/v1/books/${text}`),
  encoded.map((text) => `/v1/files/${text}`),
);
const method = fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PURGE", "");
const json = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.dictionary(name, fc.jsonValue({ maxDepth: 3 })).map((object) => JSON.stringify(object)),
  fc.string(),
  fc.uint8Array(),
);

test("property: no request is a fault of ours", async () => {
  const { handle } = library();
  await fc.assert(
    fc.asyncProperty(method, path, query, json, async (verb, place, parameters, body) => {
      const response = await handle({
        method: verb,
        target: parameters === "" ? place : `${place}?${parameters}`,
        header: new Headers(),
        body: (async function* () {
          if (body.length > 0) yield Buffer.from(body as string);
        })(),
        signal: new AbortController().signal,
      });
      if (!response) return;
      assert.ok(response.status < 500, Buffer.from(response.body).toString());
      const text = Buffer.from(response.body).toString("utf8");
      if (response.status >= 400 && verb !== "HEAD") {
        const { error } = JSON.parse(text);
        assert.equal(error.code, response.status);
        assert.ok(error.message.isWellFormed());
        assert.equal(error.details[0].domain, "finflow");
      }
    }),
    { numRuns: 400 },
  );
});
