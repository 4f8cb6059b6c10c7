import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { faults, nobodysId, withoutFields } from "./field-faults.ts";
import { ask, expectError } from "./http.ts";
import { filled, type Operation, operations } from "./openapi.ts";
import { newCredentials, newPerson } from "./person.ts";
import { assertSameLines } from "./same-lines.ts";
import type { Target } from "./target.ts";

export function badRequests(target: () => Target): void {
  describe("bad requests", () => {
    test("the table of faults knows every route that takes a field", async () => {
      const takesFields = (await operations(target())).filter(
        ({ operationId, bodies, parameters }) =>
          !withoutFields.has(operationId) &&
          (bodies.length > 0 || parameters.some((each) => each.in === "query")),
      );
      assert.deepEqual(takesFields.map(({ operationId }) => operationId).sort(), Object.keys(faults).sort());
    });

    test("each is refused by the name of its field, on every route", async () => {
      const person = await newPerson(target());
      const known = new Map((await operations(target())).map((each) => [each.operationId, each]));
      const wrong: string[] = [];
      for (const [name, table] of Object.entries(faults)) {
        const route = known.get(name) as Operation;
        for (const { query, body, field, status = "INVALID_ARGUMENT" } of table) {
          const path = `${filled(route, nobodysId)}${query === undefined ? "" : `?${query}`}`;
          const multipart = route.bodies.includes("multipart/form-data") ? aFile() : undefined;
          const answer = await person.call(route.method, path, { json: body, body: multipart });
          try {
            const { fields } = expectError(answer, 400, status);
            assert.ok(fields.includes(field), `names ${fields}, not ${field}: ${answer.told}`);
          } catch (error) {
            wrong.push(`${JSON.stringify(body)?.slice(0, 100) ?? ""} ${(error as Error).message}`);
          }
        }
      }
      assertSameLines(wrong, [], "answers that are wrong");
    });

    test("an id that is none is refused on every route that takes one", async () => {
      const person = await newPerson(target());
      const wrong: string[] = [];
      for (const route of await operations(target())) {
        if (!/\{\w+_id\}/.test(route.path) || route.operationId === "PutUploadContent") continue;
        for (const id of ["1", "%00", "..%2F..%2Fetc%2Fpasswd", `${nobodysId}0`, "null"]) {
          const json = route.bodies.length > 0 ? {} : undefined;
          const answer = await person.call(route.method, filled(route, id), { json });
          // A proxy says no more than that.
          const isRefusedBefore = id === "%00" && target().isProxied && answer.text === "";
          const isNamed = () =>
            isRefusedBefore ||
            expectError(answer, 400, "INVALID_ARGUMENT").fields.some((field) => field.endsWith("Id"));
          if (answer.status !== 400 || !isNamed()) wrong.push(answer.told);
        }
      }
      assertSameLines(wrong, [], "answers that are wrong");
    });

    test("without a good token, every route but the public ones is closed", async () => {
      const person = await newPerson(target());
      const [head, , signature] = person.token.split(".") as [string, string, string];
      const claims = Buffer.from(JSON.stringify({ sub: person.userId, exp: 4_102_444_800 })).toString(
        "base64url",
      );
      const unsigned = Buffer.from('{"alg":"none"}').toString("base64url");
      const tokens = [undefined, "", "x", `${head}.${claims}.${signature}`, `${unsigned}.${claims}.`];
      const wrong: string[] = [];
      for (const route of await operations(target())) {
        if (route.isPublic) continue;
        for (const token of tokens) {
          const json = route.bodies.includes("application/json") ? {} : undefined;
          const answer = await ask(target(), route.method, filled(route, nobodysId), { token, json });
          if (answer.status !== 401) wrong.push(answer.told);
        }
      }
      assertSameLines(wrong, [], "answers that are wrong");
      const basic = { Authorization: `Basic ${Buffer.from("a:b").toString("base64")}` };
      const answer = await ask(target(), "GET", "/v1/auth/me", { headers: basic });
      expectError(answer, 401, "UNAUTHENTICATED");
    });

    test("a body that is no JSON object is refused on every route that takes one", async () => {
      const person = await newPerson(target());
      const bodies = [
        "{",
        "[]",
        '"text"',
        "1",
        "nul",
        '{"a":1}}',
        '{"a":"\ud800"',
        "\u0000",
        '{"a":'.repeat(2_000),
      ];
      const wrong: string[] = [];
      for (const route of await operations(target())) {
        if (!route.bodies.includes("application/json")) continue;
        const path = filled(route, nobodysId);
        const headers = { "Content-Type": "application/json" };
        for (const body of bodies) {
          const answer = await person.call(route.method, path, { body, headers });
          if (answer.status !== 400) wrong.push(`${body.slice(0, 20)}: ${answer.told}`);
          else expectError(answer, 400, "INVALID_ARGUMENT");
        }
        const text = await person.call(route.method, path, {
          body: "a=b",
          headers: { "Content-Type": "text/plain" },
        });
        if (text.status !== 415) wrong.push(`text/plain: ${text.told}`);
        const large = JSON.stringify({ question: "x".repeat(1_100_000) });
        const tooLarge = await person.call(route.method, path, { body: large, headers });
        if (tooLarge.status !== 413) wrong.push(`1.1 MB: ${tooLarge.told}`);
      }
      assertSameLines(wrong, [], "answers that are wrong");
    });

    test("a multipart body that is none, or holds something else than one file", async () => {
      const person = await newPerson(target());
      const form = (...parts: [string, Blob | string][]) => {
        const body = new FormData();
        for (const [name, value] of parts) body.append(name, value);
        return body;
      };
      const file = new Blob(["%PDF-1.4"], { type: "application/pdf" });
      const raw = (type: string, body: string) =>
        person.call("POST", "/upload", { body, headers: { "Content-Type": type } });
      const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF';
      expectError(await raw("multipart/form-data", part), 400, "INVALID_ARGUMENT");
      expectError(await raw("multipart/form-data; boundary=x", part), 400, "INVALID_ARGUMENT");
      expectError(
        await raw("multipart/form-data; boundary=y", `${part}\r\n--x--\r\n`),
        400,
        "INVALID_ARGUMENT",
      );
      expectError(await raw("multipart/form-data; boundary=x", ""), 400, "INVALID_ARGUMENT");
      assert.equal((await raw("application/pdf", "%PDF-1.4")).status, 415);
      for (const [body, field] of [
        [form(["file", file], ["file", file]), "file"],
        [form(["file", "not a file"]), "file"],
        [form(["password", "x"]), "file"],
        [form(["file", new Blob([])]), "file"],
        [form(["file", file], ["colour", "red"]), "colour"],
        [form(["password", "x".repeat(300)], ["file", file]), "password"],
      ] as const) {
        const answer = await person.call("POST", "/upload", { body });
        assert.deepEqual(expectError(answer, 400, "INVALID_ARGUMENT").fields, [field], answer.told);
      }
      const { documents } = await person.get<{ documents: unknown[] }>("/upload/documents");
      assert.deepEqual(documents, [], "nothing of it is kept");
    });

    test("a password is refused where it is easy to guess, with what to do", async () => {
      for (const password of ["aaaaaaaaaaaaaaa", "finflowfinflow1", "abcdefghijklmnop"]) {
        const json = { ...newCredentials(), password };
        const answer = await ask(target(), "POST", "/v1/auth/register", { json });
        assert.deepEqual(expectError(answer, 400, "INVALID_ARGUMENT").fields, ["password"], password);
      }
    });
  });
}

function aFile(): FormData {
  const body = new FormData();
  body.append("file", new Blob(["%PDF-1.4"], { type: "application/pdf" }), "a.pdf");
  return body;
}
