import assert from "node:assert/strict";
import { test } from "node:test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { manyRows } from "../src/many-rows.ts";
import { renderStatement } from "../src/render-statement.ts";
import { damaged, pictureWithoutText } from "../src/unreadable.ts";
import { printedLines } from "./printed-lines.ts";

test("a scan is a page with a picture and no text", async () => {
  const pdf = await pictureWithoutText();
  assert.deepEqual(await printedLines(pdf), []);
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  assert.equal(document.numPages, 1);
  await task.destroy();
  assert.deepEqual(await pictureWithoutText(), pdf);
});

test("a damaged file begins as a PDF and cannot be opened", async () => {
  for (const rows of [3, 300]) {
    const pdf = damaged((await renderStatement(manyRows(rows))).pdf);
    assert.equal(new TextDecoder("latin1").decode(pdf.subarray(0, 5)), "%PDF-");
    await assert.rejects(printedLines(pdf), { name: "InvalidPDFException" });
  }
});
