import assert from "node:assert/strict";
import { test } from "node:test";
import { create, equals } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  Book_Binding,
  type ListBooksRequest,
  ListBooksRequestSchema,
} from "./gen/finflow/library/v1/library_pb.ts";
import { library, violations } from "./library.ts";

async function list(query: string): Promise<ListBooksRequest> {
  const { ask, seen } = library();
  const answer = await ask(`GET /v1/books?${query}`);
  assert.equal(answer.status, 200, answer.text);
  return seen[0] as ListBooksRequest;
}

async function refused(query: string): Promise<Record<string, string>> {
  const { ask, seen } = library();
  const answer = await ask(`GET /v1/books?${query}`);
  assert.equal(answer.status, 400, answer.text);
  assert.equal(seen.length, 0);
  return violations(answer);
}

function same(
  actual: ListBooksRequest,
  expected: Parameters<typeof create<typeof ListBooksRequestSchema>>[1],
) {
  assert.ok(
    equals(ListBooksRequestSchema, actual, create(ListBooksRequestSchema, expected)),
    JSON.stringify(actual, (_, v) => (typeof v === "bigint" ? String(v) : v)),
  );
}

test("scalars of every kind, in proto and JSON spelling", async () => {
  same(await list("page_size=5&after=18446744073709551615&weight=1.5e3&lent=true&cursor=AAE%3D&title="), {
    pageSize: 5,
    after: 18446744073709551615n,
    weight: 1500,
    lent: true,
    cursor: new Uint8Array([0, 1]),
    title: "",
  });
  same(await list("pageSize=-5&printedSince=2025-06-01T00:00:00Z"), {
    pageSize: -5,
    printedSince: timestampFromDate(new Date("2025-06-01T00:00:00Z")),
  });
});

test("repeated fields repeat the name; order stays", async () => {
  same(await list("tag=b&tag=a&tag="), { tag: ["b", "a", ""] });
});

test("enums in any case, or by number", async () => {
  same(await list("binding=hard_cover&binding=PAPERBACK&binding=Paperback&binding=1"), {
    binding: [
      Book_Binding.HARD_COVER,
      Book_Binding.PAPERBACK,
      Book_Binding.PAPERBACK,
      Book_Binding.HARD_COVER,
    ],
  });
  assert.deepEqual(await refused("binding=leather"), {
    binding: "must be one of BINDING_UNSPECIFIED, HARD_COVER, PAPERBACK",
  });
});

test("nested fields by their path, in either spelling", async () => {
  same(await list("author.full_name=Ann+B%2B&author.birthYear=1900&author.teacher.fullName=C"), {
    author: { fullName: "Ann B+", birthYear: 1900, teacher: { fullName: "C" } },
  });
});

test("well-known types that are one value", async () => {
  same(await list("lentFor=1.5s&fields=pageSize,author.fullName&pages=0"), {
    lentFor: { seconds: 1n, nanos: 500_000_000 },
    fields: { paths: ["page_size", "author.full_name"] },
    pages: 0,
  });
  assert.deepEqual(Object.keys(await refused("printedSince=yesterday&lentFor=1&pages=x")), [
    "printedSince",
    "lentFor",
    "pages",
  ]);
});

test("unknown parameters are refused by name, all of them", async () => {
  assert.deepEqual(await refused("pageSiz=5&PAGE_SIZE=5&author.x=1&author.=1&.=1&=&tag.x=1"), {
    pageSiz: "unknown query parameter",
    PAGE_SIZE: "unknown query parameter",
    "author.x": "unknown query parameter",
    "author.": "unknown query parameter",
    ".": "unknown query parameter",
    '""': "unknown query parameter",
    "tag.x": "unknown query parameter",
  });
});

test("what cannot be a parameter is refused", async () => {
  assert.deepEqual(await refused("author=x&editors=x&labels=x&extra=x&editors.fullName=x&labels.a=b"), {
    author: "cannot be a query parameter",
    editors: "cannot be a query parameter",
    labels: "cannot be a query parameter",
    extra: "cannot be a query parameter",
    "editors.fullName": "unknown query parameter",
    "labels.a": "unknown query parameter",
  });
});

test("a singular field twice is refused, whichever spelling", async () => {
  assert.deepEqual(await refused("page_size=1&pageSize=2"), { pageSize: "is given more than once" });
  assert.deepEqual(await refused("title=a&title=a"), { title: "is given more than once" });
});

test("two members of a oneof are refused; fields of one member are not", async () => {
  assert.deepEqual(await refused("isbn=1&heir.fullName=B"), { "heir.fullName": "excludes isbn" });
  same(await list("heir.fullName=B&heir.birthYear=2"), {
    by: { case: "heir", value: { $typeName: "finflow.library.v1.Author", fullName: "B", birthYear: 2 } },
  });
});

test("bad values name the field by its JSON name and never echo the value", async () => {
  const wrong = await refused("page_size=secret1&after=-1&weight=heavy&lent=yes&cursor=%%%&title=%ff");
  assert.deepEqual(wrong, {
    pageSize: "must be an integer",
    after: "expected bigint (uint64)",
    weight: "must be a number",
    lent: "must be true or false",
    "cursor=%%%": "malformed percent-encoding",
    "title=%ff": "malformed percent-encoding",
  });
  for (const query of [
    "page_size=",
    "page_size=1.0",
    "page_size=1e3",
    "page_size=0x1",
    "page_size=2147483648",
    "page_size=%201",
  ]) {
    assert.deepEqual(Object.keys(await refused(query)), ["pageSize"], query);
  }
});

test("empty pairs are nothing", async () => {
  same(await list("&&page_size=1&"), { pageSize: 1 });
});

test("what the path or the body binds is no parameter", async () => {
  const { ask } = library();
  assert.deepEqual(violations(await ask("GET /v1/books/7?book_id=8&revision=1")), {
    bookId: "is set by the path",
  });
  assert.deepEqual(violations(await ask("GET /v1/shelves/1/books/2?bookId=8&name=x")), {
    name: "is set by the path",
  });
  assert.deepEqual(violations(await ask("POST /v1/shelves/1/books?book.title=x&dryRun=true&shelf.floor=2")), {
    "book.title": "is set by the body",
  });
  assert.deepEqual(violations(await ask("POST /v1/books/7:lend?reader=x", "{}")), {
    reader: "unknown query parameter",
  });
});
