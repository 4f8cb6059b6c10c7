import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseOrder } from "./order.ts";
import { encodeToken, readPage } from "./page.ts";

const byDate = parseOrder("");
const position = { value: "2025-06-30", transactionId: "0197b1c0-0000-7000-8000-000000000001" };

describe("readPage", () => {
  it("takes back the token it gave", () => {
    const pageToken = encodeToken(position, "list");
    assert.deepEqual(readPage({ pageSize: 0, pageToken, page: 0 }, byDate, "list"), {
      size: 50,
      after: position,
      skip: 0,
    });
  });

  it("counts numbered pages from 1", () => {
    assert.equal(readPage({ pageSize: 10, pageToken: "", page: 3 }, byDate, "list").skip, 20);
    assert.equal(readPage({ pageSize: 10, pageToken: "", page: 0 }, byDate, "list").skip, 0);
  });

  it("refuses pages past row 100,000", () => {
    assert.equal(readPage({ pageSize: 100, pageToken: "", page: 1000 }, byDate, "list").skip, 99_900);
    assert.throws(() => readPage({ pageSize: 100, pageToken: "", page: 1001 }, byDate, "list"), {
      reason: "too_far",
    });
  });

  it("refuses a token of another list, a made-up one, and one beside a page number", () => {
    const pageToken = encodeToken(position, "list");
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const bad = [
      encodeToken(position, "another"),
      "nonsense",
      made(["list", "2025-06-30'; drop", position.transactionId]),
      made(["list", position.value, "x"]),
      made({}),
      made(null),
    ];
    for (const token of bad) {
      assert.throws(() => readPage({ pageSize: 0, pageToken: token, page: 0 }, byDate, "list"), {
        reason: "bad_page",
      });
    }
    assert.throws(() => readPage({ pageSize: 0, pageToken, page: 2 }, byDate, "list"), {
      reason: "bad_page",
    });
  });
});

describe("parseOrder", () => {
  it("knows three fields in two directions", () => {
    assert.deepEqual(parseOrder("amount desc"), { field: "amount", descending: true });
    assert.deepEqual(parseOrder(" description "), { field: "description", descending: false });
    for (const text of ["balance", "date, amount", "date DESC", "__proto__", "date desc desc"]) {
      assert.throws(() => parseOrder(text), { reason: "bad_filter" });
    }
  });
});
