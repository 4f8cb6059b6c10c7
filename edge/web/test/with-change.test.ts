import assert from "node:assert/strict";
import { test } from "node:test";
import { create } from "@bufbuild/protobuf";
import { type Document, DocumentSchema } from "@finflow/gen/finflow/upload/v1/upload_pb";
import { withChange } from "../src/documents/with-change.ts";

const document = (documentId: string, fileName = "") => create(DocumentSchema, { documentId, fileName });
const ids = (list: Document[]) => list.map(({ documentId }) => documentId).join("");
const list = [document("d"), document("b")];

test("documents stay newest first, wherever a change puts one in", () => {
  for (const [id, expected] of [
    ["e", "edb"],
    ["c", "dcb"],
    ["a", "dba"],
  ] as const)
    assert.equal(ids(withChange(list, { case: "document", value: document(id) })), expected);
});

test("a document that changed takes its own place, one that is gone leaves", () => {
  const changed = withChange(list, { case: "document", value: document("b", "new.pdf") });
  assert.deepEqual([ids(changed), changed[1]?.fileName], ["db", "new.pdf"]);
  assert.equal(ids(withChange(list, { case: "deletedDocumentId", value: "d" })), "b");
  assert.equal(ids(withChange(list, { case: "deletedDocumentId", value: "x" })), "db");
  assert.equal(ids(withChange(list, { case: undefined })), "db");
});
