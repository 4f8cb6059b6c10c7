import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { AuthService } from "@finflow/gen/finflow/auth/v1/auth_pb";
import { BadRequestSchema, DebugInfoSchema, RetryInfoSchema } from "@finflow/gen/google/rpc/error_details_pb";
import { restRoutes } from "../src/routes.ts";
import {
  type Book,
  BookSchema,
  type CreateBookRequest,
  type GetBookRequest,
  type ReplaceTagsRequest,
} from "./gen/finflow/library/v1/library_pb.ts";
import { library, violations } from "./library.ts";

const json = { header: { "content-type": "application/json; charset=UTF-8" } };

function errorOf(answer: { json: unknown }) {
  return (
    answer.json as {
      error: { code: number; status: string; message: string; details: Record<string, unknown>[] };
    }
  ).error;
}

test("path variables, additional bindings and verbs reach the RPC", async () => {
  const { ask, seen } = library();
  await ask("GET /v1/books/7?revision=2");
  await ask("GET /v1/shelves/1%2F2/books/3");
  await ask("POST /v1/books/7:lend", '{"reader":"r"}', json);
  await ask("GET /v1/files/a/b%2Fc");
  assert.deepEqual(
    seen.map(({ $typeName, ...fields }) => fields),
    [
      { bookId: "7", name: "", revision: 2 },
      { bookId: "", name: "shelves/1%2F2/books/3", revision: 0 },
      { bookId: "7", reader: "r" },
      { path: "a/b%2Fc" },
    ],
  );
});

test("body: a field, with the rest from path and query", async () => {
  const { ask, seen } = library();
  const answer = await ask(
    "POST /v1/shelves/s1/books?dry_run=true",
    '{"title":"T","binding":"PAPERBACK"}',
    json,
  );
  assert.equal(answer.status, 200, answer.text);
  const request = seen[0] as CreateBookRequest;
  assert.equal(request.shelf?.shelfId, "s1");
  assert.equal(request.dryRun, true);
  assert.equal(request.book?.title, "T");
});

test("body: a repeated field is a JSON array, and text cannot break out of it", async () => {
  const { ask, seen } = library();
  await ask("PUT /v1/books/7/tags", '["a","b"]', json);
  assert.deepEqual((seen[0] as ReplaceTagsRequest).tags, ["a", "b"]);
  const broken = await ask("PUT /v1/books/7/tags", '["a"],"bookId":"8"', json);
  assert.equal(broken.status, 400);
  assert.equal(seen.length, 1);
});

test("response: empty fields are written, response_body gives one field", async () => {
  const { ask } = library({ listBooks: () => ({ books: [{ title: "T" }] }) });
  const book = (await ask("PATCH /v1/books/7", "", json)).json as Record<string, unknown>;
  assert.deepEqual(book, {
    bookId: "7",
    title: "",
    binding: "BINDING_UNSPECIFIED",
    copies: "0",
    tags: [],
    editors: [],
    translators: {},
  });
  const books = (await ask("GET /v1/books")).json as { title: string }[];
  assert.equal(books[0]?.title, "T");
});

test("a field that the path binds may be repeated in the body, not contradicted", async () => {
  const { ask } = library();
  assert.equal((await ask("PATCH /v1/books/7", '{"bookId":"7"}', json)).status, 200);
  assert.deepEqual(violations(await ask("PATCH /v1/books/7", '{"book_id":"8"}', json)), {
    bookId: "differs from the path",
  });
});

test("custom methods, HEAD, OPTIONS, 404 and 405", async () => {
  const { ask, handle } = library();
  assert.equal((await ask("PURGE /v1/books")).status, 200);
  const head = await ask("HEAD /v1/books/7");
  assert.equal(head.status, 200);
  assert.equal(head.text, "");
  assert.ok(Number(head.header.get("content-length")) > 0);
  const options = await ask("OPTIONS /v1/books/7");
  assert.equal(options.status, 204);
  assert.equal(options.header.get("allow"), "GET, HEAD, OPTIONS, PATCH");
  const other = await ask("DELETE /v1/books/7");
  assert.equal(other.status, 405);
  assert.equal(other.header.get("allow"), "GET, HEAD, OPTIONS, PATCH");
  assert.equal(errorOf(other).code, 405);
  const nothing = {
    method: "GET",
    target: "/v1/nothing",
    header: new Headers(),
    body: (async function* () {})(),
    signal: new AbortController().signal,
  };
  assert.equal(await handle(nothing), undefined);
});

test("JSON that is refused names each field by its path, and never its value", async () => {
  const { ask, seen } = library();
  const body = {
    title: 5,
    copis: 1,
    copies: "many",
    binding: "paperback",
    author: { fullName: "A", birthYear: 1.5, x: 1 },
    editors: [{ fullName: "A" }, { fullname: "B" }, 7],
    translators: { fr: { birthYear: "hunter2" } },
    printTime: "yesterday",
    __proto__polluted: 1,
  };
  const answer = await ask("PATCH /v1/books/7", JSON.stringify(body), json);
  assert.equal(answer.status, 400);
  assert.deepEqual(violations(answer), {
    title: "expected string",
    copis: "unknown field",
    copies: "expected bigint (int64)",
    binding: "must be one of BINDING_UNSPECIFIED, HARD_COVER, PAPERBACK",
    "author.birthYear": "expected number (int32)",
    "author.x": "unknown field",
    "editors[1].fullname": "unknown field",
    "editors[2]": "must be an object",
    "translators.fr.birthYear": "expected number (int32)",
    printTime: "invalid RFC 3339 string",
    __proto__polluted: "unknown field",
  });
  assert.doesNotMatch(answer.text, /hunter2|yesterday|many/);
  assert.equal(seen.length, 0);
});

test("bodies that are no JSON, no UTF-8, no object, too deep, or name a field twice", async () => {
  const { ask, seen } = library();
  const deep = `${'{"author":{"teacher":'.repeat(1)}${'{"teacher":'.repeat(200)}{}${"}".repeat(202)}`;
  const cases: [string | Uint8Array, RegExp][] = [
    ["{", /not valid JSON/],
    ['{"title":"a"} {}', /not valid JSON/],
    [new Uint8Array([0x7b, 0xff, 0x7d]), /not UTF-8/],
    ["[]", /must be an object/],
    ["null", /must be an object/],
    ['{"title":"a","title":"b"}', /title: is given more than once/],
    ['{"title":"\\ud800"}', /title: expected string/],
    ['{"__proto__":{"title":"x"}}', /__proto__: unknown field/],
    [deep, /nested too deeply/],
    ["[".repeat(500_000), /not valid JSON/],
    [`${"[".repeat(100_000)}${"]".repeat(100_000)}`, /must be an object/],
  ];
  for (const [body, message] of cases) {
    const answer = await ask("PATCH /v1/books/7", body, json);
    assert.equal(answer.status, 400, answer.text.slice(0, 200));
    assert.match(errorOf(answer).message, message);
  }
  assert.equal(seen.length, 0);
});

test("content type: JSON only with a body; without one it is no error", async () => {
  const { ask } = library();
  for (const type of [
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=utf-16",
    "multipart/form-data",
  ]) {
    const answer = await ask("PATCH /v1/books/7", "{}", { header: { "content-type": type } });
    assert.equal(answer.status, 415, type);
    assert.equal(
      (await ask("PATCH /v1/books/7", "", { header: { "content-type": type } })).status,
      200,
      type,
    );
    assert.equal(
      (await ask("GET /v1/books/7", undefined, { header: { "content-type": type } })).status,
      200,
      type,
    );
  }
  assert.equal((await ask("PATCH /v1/books/7", "{}")).status, 200, "a body without a type is read as JSON");
  assert.equal(
    (await ask("PATCH /v1/books/7", "{}", { header: { "content-encoding": "gzip" } })).status,
    415,
  );
});

test("a request without a body mapping takes none but an empty object", async () => {
  const { ask } = library();
  assert.equal((await ask("GET /v1/books/7", "{}")).status, 200);
  const answer = await ask("GET /v1/books/7", '{"revision":1}');
  assert.equal(answer.status, 400);
  assert.match(errorOf(answer).message, /takes no body/);
});

test("a body past the limit is 413 before it is all read", async () => {
  const { ask, seen } = library({}, { maxBodyBytes: 100 });
  let read = 0;
  async function* endless() {
    for (;;) {
      read += 60;
      yield new Uint8Array(60).fill(32);
    }
  }
  const answer = await ask("PATCH /v1/books/7", undefined, { ...json, chunks: endless() });
  assert.equal(answer.status, 413);
  assert.equal(read, 120);
  assert.equal(seen.length, 0);
});

test("a body that stops arriving ends with 408", async () => {
  const { ask } = library({}, { timeoutMs: 20 });
  const stuck = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
  assert.equal((await ask("PATCH /v1/books/7", undefined, { chunks: stuck })).status, 408);
});

test("a handler that takes too long is 504; one whose client left is told", async () => {
  let told: unknown;
  const slow = (_: GetBookRequest, { signal }: { signal: AbortSignal }) =>
    new Promise<Book>((_resolve, reject) => {
      signal.addEventListener("abort", () => {
        told = signal.reason;
        reject(signal.reason);
      });
    });
  const late = await library({ getBook: slow }, { timeoutMs: 20 }).ask("GET /v1/books/7");
  assert.equal(late.status, 504);
  const client = new AbortController();
  const pending = library({ getBook: slow }).ask("GET /v1/books/7", undefined, { signal: client.signal });
  setImmediate(() => client.abort());
  assert.equal((await pending).status, 499);
  assert.ok(told instanceof Error);
});

test("errors are AIP-193's, with google.rpc.Code's HTTP status", async () => {
  const statuses: [Code, number, string][] = [
    [Code.Canceled, 499, "CANCELLED"],
    [Code.Unknown, 500, "UNKNOWN"],
    [Code.InvalidArgument, 400, "INVALID_ARGUMENT"],
    [Code.DeadlineExceeded, 504, "DEADLINE_EXCEEDED"],
    [Code.NotFound, 404, "NOT_FOUND"],
    [Code.AlreadyExists, 409, "ALREADY_EXISTS"],
    [Code.PermissionDenied, 403, "PERMISSION_DENIED"],
    [Code.ResourceExhausted, 429, "RESOURCE_EXHAUSTED"],
    [Code.FailedPrecondition, 400, "FAILED_PRECONDITION"],
    [Code.Aborted, 409, "ABORTED"],
    [Code.OutOfRange, 400, "OUT_OF_RANGE"],
    [Code.Unimplemented, 501, "UNIMPLEMENTED"],
    [Code.Internal, 500, "INTERNAL"],
    [Code.Unavailable, 503, "UNAVAILABLE"],
    [Code.DataLoss, 500, "DATA_LOSS"],
    [Code.Unauthenticated, 401, "UNAUTHENTICATED"],
  ];
  for (const [code, http, status] of statuses) {
    const { ask } = library({
      getBook: () => {
        throw new ConnectError("told", code);
      },
    });
    const answer = await ask("GET /v1/books/7");
    assert.equal(answer.status, http);
    assert.deepEqual(answer.json, {
      error: {
        code: http,
        status,
        message: http === 500 ? "internal error" : "told",
        details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: status, domain: "finflow" }],
      },
    });
    assert.equal(answer.header.get("cache-control"), "no-store");
    assert.equal(answer.header.get("www-authenticate"), http === 401 ? "Bearer" : null);
  }
});

test("a service's details come through, stacks do not; its field names become JSON's", async () => {
  const { ask } = library({
    getBook: () => {
      throw new ConnectError("m", Code.ResourceExhausted, undefined, [
        {
          desc: BadRequestSchema,
          value: { fieldViolations: [{ field: "requests[0].page_size", description: "d" }] },
        },
        { desc: RetryInfoSchema, value: { retryDelay: { seconds: 2n, nanos: 1 } } },
        { desc: DebugInfoSchema, value: { stackEntries: ["at secret.ts:1"] } },
      ]);
    },
  });
  const answer = await ask("GET /v1/books/7");
  assert.deepEqual(violations(answer), { "requests[0].pageSize": "d" });
  assert.equal(answer.header.get("retry-after"), "3");
  assert.doesNotMatch(answer.text, /secret/);
});

test("what is thrown inside stays inside", async () => {
  const { ask } = library({
    getBook: () => {
      throw new Error("password is hunter2");
    },
  });
  const answer = await ask("GET /v1/books/7");
  assert.equal(answer.status, 500);
  assert.doesNotMatch(answer.text, /hunter2/);
});

test("only listed headers go in and out", async () => {
  let given = new Headers();
  const { ask } = library({
    getBook: (_, context) => {
      given = context.requestHeader;
      context.responseHeader.set("etag", '"1"');
      context.responseHeader.set("x-internal", "1");
      return create(BookSchema);
    },
  });
  const header = {
    authorization: "Bearer t",
    traceparent: "00-1",
    cookie: "c=1",
    "x-finflow-service-token": "s",
  };
  const answer = await ask("GET /v1/books/7", undefined, { header });
  assert.equal(given.get("authorization"), "Bearer t");
  assert.equal(given.get("traceparent"), "00-1");
  assert.equal(given.get("cookie"), null);
  assert.equal(given.get("x-finflow-service-token"), null);
  assert.equal(answer.header.get("etag"), '"1"');
  assert.equal(answer.header.get("x-internal"), null);
  const again = await ask("GET /v1/books/7", undefined, { header: { "if-none-match": 'W/"1", "2"' } });
  assert.equal(again.status, 304);
  assert.equal(again.text, "");
});

test("the success status can be another", async () => {
  const { ask } = library({}, { successStatus: { "finflow.library.v1.LibraryService/GetBook": 201 } });
  assert.equal((await ask("GET /v1/books/7")).status, 201);
});

test("routes that break the rules are refused when they are made", () => {
  const paths = restRoutes([AuthService]).map((route) => `${route.httpMethod} ${route.template.source}`);
  assert.ok(paths.includes("DELETE /v1/auth/sessions/{session_id}"));
  assert.throws(() => restRoutes([AuthService, AuthService]), /both take/);
});
