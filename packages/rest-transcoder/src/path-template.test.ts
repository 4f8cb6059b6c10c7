import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compareTemplates, matchPath, splitPath } from "./match-path.ts";
import { parsePathTemplate } from "./path-template.ts";

function match(template: string, path: string): string[] | undefined {
  const cut = splitPath(path);
  return cut && matchPath(parsePathTemplate(template), cut);
}

test("the examples of google/api/http.proto", () => {
  assert.deepEqual(match("/v1/{name=messages/*}", "/v1/messages/123456"), ["messages/123456"]);
  assert.deepEqual(match("/v1/messages/{message_id}", "/v1/messages/123456"), ["123456"]);
  assert.deepEqual(match("/v1/users/{user_id}/messages/{message_id}", "/v1/users/me/messages/123456"), [
    "me",
    "123456",
  ]);
  assert.deepEqual(match("/v1/messages/{message_id}/{sub.subfield}", "/v1/messages/123456/foo"), [
    "123456",
    "foo",
  ]);
});

test("{var} is {var=*}: one segment, not empty", () => {
  for (const template of ["/v1/{a}", "/v1/{a=*}"]) {
    assert.deepEqual(match(template, "/v1/x"), ["x"]);
    for (const path of ["/v1", "/v1/", "/v1/x/", "/v1/x/y", "/V1/x", "//v1/x"]) {
      assert.equal(match(template, path), undefined, path);
    }
  }
});

test("** matches zero or more segments", () => {
  assert.deepEqual(match("/v1/{rest=**}", "/v1"), [""]);
  assert.deepEqual(match("/v1/{rest=**}", "/v1/a/b/c"), ["a/b/c"]);
  assert.deepEqual(match("/v1/{rest=a/**}", "/v1/a/b"), ["a/b"]);
  assert.deepEqual(match("/**", "/"), []);
  assert.deepEqual(match("/{rest=**}:purge", "/a/b:purge"), ["a/b"]);
});

test("a verb is the end of the last segment", () => {
  assert.deepEqual(match("/v1/books/{id}:lend", "/v1/books/7:lend"), ["7"]);
  assert.deepEqual(match("/v1/books/{id}:lend", "/v1/books/a:b:lend"), ["a:b"]);
  assert.deepEqual(match("/transactions:batchUpdate", "/transactions:batchUpdate"), []);
  assert.equal(match("/v1/books/{id}:lend", "/v1/books/:lend"), undefined, "an empty variable");
  assert.equal(match("/v1/books/{id}:lend", "/v1/books/7:lent"), undefined);
  assert.deepEqual(
    match("/v1/books/{id}", "/v1/books/7:lent"),
    ["7:lent"],
    "a colon is an ordinary character",
  );
});

test("percent-encoding: one segment is decoded whole, several keep %2F", () => {
  assert.deepEqual(match("/v1/{a}", "/v1/x%2Fy%20z"), ["x/y z"]);
  assert.deepEqual(match("/v1/{a=**}", "/v1/x%2fy/%C3%A9%3F"), ["x%2fy/é?"]);
  assert.deepEqual(match("/v1/{a=b/*}", "/v1/b/x%2Fy"), ["b/x%2Fy"]);
  assert.deepEqual(match("/v1/a%20b", "/v1/a%20b"), []);
  assert.deepEqual(match("/v1/books", "/v1/%62ooks"), [], "RFC 3986: unreserved characters mean themselves");
  assert.deepEqual(match("/v1/{a}", "/v1/a+b"), ["a+b"], "a plus is no space in a path");
});

test("malformed percent-encoding and bad UTF-8 have no path", () => {
  for (const path of ["/%", "/%zz", "/%C3", "/%ff%fe"]) assert.equal(splitPath(path), undefined, path);
});

test("templates that break the grammar are refused with their place", () => {
  const wrong = {
    "v1/books": "expected /",
    "/": "expected a segment",
    "/v1//x": "expected a segment",
    "/v1/{a": "expected }",
    "/v1/{a={b}}": "expected a segment",
    "/v1/{1a}": "expected a field path",
    "/v1/**/x": "nothing may follow **",
    "/v1/{a=**}/x": "nothing may follow **",
    "/v1/{a}/{a}": "bound twice",
    "/v1/x:": "expected a verb",
    "/v1/x:y/z": "unexpected text",
  };
  for (const [template, why] of Object.entries(wrong)) {
    assert.throws(
      () => parsePathTemplate(template),
      (error: Error) => error.message.includes(why),
      template,
    );
  }
});

test("the more literal template goes first", () => {
  const sources = ["/{a=**}", "/a/{b}", "/a/b", "/a/{b}:c", "/a/**", "/a/{b}/c"];
  const sorted = sources.map(parsePathTemplate).sort(compareTemplates);
  assert.deepEqual(
    sorted.map(({ source }) => source),
    ["/a/{b}:c", "/a/b", "/a/{b}/c", "/a/{b}", "/a/**", "/{a=**}"],
  );
});

test("property: what a client expands, the server reads back", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => value.isWellFormed());
  fc.assert(
    fc.property(text, text, (a, b) => {
      const path = `/v1/${encodeURIComponent(a)}/x/${encodeURIComponent(b)}`;
      assert.deepEqual(match("/v1/{a}/x/{b}", path), [a, b]);
    }),
  );
});

test("property: no path makes matching throw", () => {
  const templates = ["/v1/{a}", "/v1/{a=**}:b", "/{a=x/*}/y", "/**"].map(parsePathTemplate);
  fc.assert(
    fc.property(fc.webPath(), fc.string(), (path, noise) => {
      for (const candidate of [`/${path}`, `/v1/${noise}`, noise]) {
        const cut = splitPath(candidate);
        for (const template of templates) if (cut) matchPath(template, cut);
      }
    }),
  );
});
