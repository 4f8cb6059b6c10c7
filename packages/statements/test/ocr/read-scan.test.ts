import assert from "node:assert/strict";
import { after, test } from "node:test";
import { picturesOf, scanOf } from "@finflow/sample-statements/scan-of";
import { pictureWithoutText } from "@finflow/sample-statements/unreadable";
import PDFDocument from "pdfkit";
import { SCAN_LIMITS } from "../../src/child/limits.ts";
import { scanProgram } from "../../src/child/program.ts";
import { createScanReader, readScan, wantsOcr } from "../../src/child/read-scan.ts";
import { createStatementReader } from "../../src/child/statement-reader.ts";
import { readScannedStatement } from "../../src/ocr/read-scanned-statement.ts";
import { readStatement } from "../../src/read-statement.ts";
import { type Statement, StatementError } from "../../src/statement.ts";
import {
  centredStatement,
  mixedStatement,
  rows,
  scanner,
  smallStatement,
  stampedScan,
  statementWithPhotograph,
} from "./scans.ts";

const reader = createScanReader();
after(() => reader.close());

const printed = rows.map(([date, description, paidOut, paidIn, balance]) => {
  const amount = (paidOut || paidIn).replace(",", "");
  const type = paidOut ? "DEBIT" : "CREDIT";
  return [
    date.split("/").reverse().join("-"),
    description,
    type,
    Number(amount),
    Number(balance.replace(",", "")),
  ];
});

const rowsOf = ({ accounts }: Statement) =>
  accounts[0]!.transactions.map(({ date, description, type, amount, balance }) => [
    date,
    description,
    type,
    Number(amount),
    Number(balance),
  ]);

const reason = (expected: string) => (error: unknown) =>
  error instanceof StatementError && error.reason === expected;

test("a scan is read in a child of its own: the rows as printed, proven, and said to be recognised", async () => {
  const pdf = await smallStatement();
  const scan = await scanOf(pdf, scanner);
  const text = await readStatement(scan).catch((error: unknown) => error);
  assert.ok(reason("scanned_without_text")(text) && wantsOcr(text));

  const statement = await reader.read(scan);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(rowsOf(statement), printed);
  assert.deepEqual(statement.warnings, ["read_by_ocr"]);
  // Rows are where they are printed: on the crooked picture within two points of where they were straight.
  const [before] = (await readStatement(pdf)).accounts[0]!.transactions;
  const [row] = statement.accounts[0]!.transactions;
  row!.box.forEach((edge, index) => {
    assert.ok(Math.abs(edge - before!.box[index]!) < 6, `${row!.box} for ${before!.box}`);
  });
});

test("pages on their side and on their head are turned, and rows are where they are displayed", async () => {
  const pdf = await smallStatement();
  const [before] = (await readStatement(pdf)).accounts[0]!.transactions;
  const [left, top, width, height] = before!.box;
  const places = {
    1: [300 - top - height, left, height, width],
    2: [560 - left - width, 300 - top - height, width, height],
    3: [top, 560 - left - width, height, width],
  };
  for (const quarters of [1, 2, 3] as const) {
    const statement = await readScannedStatement(await scanOf(pdf, { ...scanner, quarters }));
    assert.equal(statement.status, "reconciled", `${quarters} quarters`);
    assert.deepEqual(rowsOf(statement), printed);
    const [row] = statement.accounts[0]!.transactions;
    row!.box.forEach((edge, index) => {
      assert.ok(Math.abs(edge - places[quarters][index]!) < 6, `${row!.box} for ${places[quarters]}`);
    });
  }
});

test("figures that stand between two lines of a description are read for themselves", async () => {
  const statement = await readScannedStatement(await scanOf(await centredStatement(), scanner));
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(
    rowsOf(statement).map(([date, , ...figures]) => [date, ...figures]),
    printed.map(([date, , ...figures]) => [date, ...figures]),
  );
});

test("of a mixed file only the picture is recognised, and both make one statement", async () => {
  const mixed = await mixedStatement();
  const text = await readStatement(mixed);
  assert.notEqual(text.status, "reconciled");
  assert.ok(wantsOcr(text));
  const statement = await readScannedStatement(mixed);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(rowsOf(statement), printed);
  assert.deepEqual(statement.warnings, ["read_by_ocr"]);
});

test("a few words stamped over a picture do not make it a page of text", async () => {
  const scan = await stampedScan();
  await assert.rejects(readStatement(scan), reason("scanned_without_text"));
  const statement = await readScannedStatement(scan);
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(rowsOf(statement), printed);
});

test("a picture beside a statement that its text proves takes nothing from it", async () => {
  const statement = await readScannedStatement(await statementWithPhotograph());
  assert.equal(statement.status, "reconciled");
  assert.deepEqual(rowsOf(statement), printed);
});

test("a picture without words stays a scan without text", async () => {
  await assert.rejects(reader.read(await pictureWithoutText()), reason("scanned_without_text"));
});

test("more pictures than are read for one file are refused, before any is read", async () => {
  const page = await scanOf(await smallStatement(), { dpi: 20 });
  await assert.rejects(readScannedStatement(await repeated(page, 21)), reason("too_many_pages"));
});

test("a child that recognises is killed past its limits like any other", async () => {
  const scan = await scanOf(await smallStatement(), scanner);
  for (const [limits, expected] of [
    [{ clockSeconds: 0.05 }, "timed_out"],
    [{ memoryBytes: 120_000_000 }, "out_of_memory"],
  ] as const) {
    const settings = { ahead: 0, program: scanProgram(), limits: { ...SCAN_LIMITS, ...limits } };
    const limited = createStatementReader(settings);
    try {
      await assert.rejects(limited.read(scan), reason(expected));
    } finally {
      await limited.close();
    }
  }
});

test("where recognising fails, what the text alone gives stands", async () => {
  const failed = new StatementError("timed_out");
  const statement = { status: "unverifiable" } as Statement;
  const alone = () => Promise.resolve(statement);
  const nothing = () => Promise.reject(new StatementError("scanned_without_text"));
  assert.equal(await readScan(() => Promise.reject(failed), alone), statement);
  await assert.rejects(
    readScan(() => Promise.reject(failed), nothing),
    failed,
  );
  const stopped = new Error("stopped");
  await assert.rejects(
    readScan(() => Promise.reject(stopped), alone),
    stopped,
  );
});

/** The first page of a PDF of pictures, so many times. */
async function repeated(pdf: Uint8Array, times: number): Promise<Uint8Array> {
  const [picture] = (await picturesOf(pdf, { dpi: 20 })).pictures;
  const document = new PDFDocument({ autoFirstPage: false, margin: 0 });
  for (let page = 0; page < times; page++) {
    document.addPage({ size: [200, 100], margin: 0 }).image(picture!.image, 0, 0, { width: 200 });
  }
  document.end();
  return new Uint8Array(Buffer.concat(await Array.fromAsync(document as AsyncIterable<Buffer>)));
}
