import assert from "node:assert/strict";
import { test } from "node:test";
import { readListed } from "../../src/formats/read-listed.ts";
import { type ReadOptions, StatementError } from "../../src/statement.ts";
import { camt, csv, ofx, small } from "./made-files.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");

function refusal(bytes: Uint8Array, options: ReadOptions = {}): string {
  try {
    readListed(bytes, options);
    return "read";
  } catch (error) {
    assert.ok(error instanceof StatementError);
    return [error.reason, error.format].filter((part) => part).join(" ");
  }
}

test("kinds that are recognised are refused by name", () => {
  const cases: [string, Uint8Array][] = [
    ["image", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR")],
    ["image", latin1("\xff\xd8\xff\xe0\0\x10JFIF\0")],
    ["image", latin1("II*\0\x08\0\0\0")],
    ["image", latin1("RIFF\0\0\0\0WEBPVP8 ")],
    ["image", latin1("\0\0\0\x18ftypheic\0\0\0\0")],
    ["excel", latin1("PK\x03\x04\x14\0\0\0[Content_Types].xml\0xl/workbook.xml\0")],
    ["word", latin1("PK\x03\x04\x14\0\0\0[Content_Types].xml\0word/document.xml\0")],
    ["opendocument", latin1("PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet\0")],
    ["archive", latin1("PK\x03\x04\x14\0\0\0statement.pdf\0")],
    ["archive", latin1("\x1f\x8b\x08\0")],
    ["excel", latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}W\0o\0r\0k\0b\0o\0o\0k\0`)],
    ["excel", latin1('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook></Workbook>')],
    ["html", latin1("<!DOCTYPE html><html><table><tr><td>2024-06-13</td></tr></table></html>")],
    ["mt940", latin1(":20:START\n:25:37040044/532013000\n:28C:1/1\n:60F:C240601EUR100,00\n")],
    ["mt940", latin1("{1:F01BANKDEFFXXXX0000000000}{4:\n:20:START\n:25:1\n-}")],
    ["qif", latin1("!Type:Bank\nD6/13/2024\nT-5.00\n^\n")],
    ["camt.052", latin1("<Document><BkToCstmrAcctRpt><Rpt/></BkToCstmrAcctRpt></Document>")],
    ["camt.054", latin1("<Document><BkToCstmrDbtCdtNtfctn><Ntfctn/></BkToCstmrDbtCdtNtfctn></Document>")],
    ["xml", latin1('<?xml version="1.0"?><invoice/>')],
    ["json", latin1('{"transactions": []}')],
    ["rtf", latin1("{\\rtf1\\ansi 2024-06-13}")],
    ["email", latin1("Return-Path: <bank@example.org>\nSubject: Your statement\n\nHello")],
  ];
  for (const [format, bytes] of cases) assert.equal(refusal(bytes), `unsupported_format ${format}`);
});

test("who wants PDFs alone is told only that it is none", () => {
  const alone: ReadOptions = { formats: ["pdf"] };
  for (const bytes of [
    latin1("PK\x03\x04"),
    latin1("{}"),
    latin1(camt(small)),
    latin1(ofx(small)),
    latin1(csv(small)),
  ])
    assert.equal(refusal(bytes, alone), "not_a_pdf");
  assert.equal(readListed(latin1("%PDF-1.7\n"), alone), null);
  assert.equal(refusal(latin1(csv(small)), { formats: ["csv"] }), "read");
});

test("what is nothing that is known is no PDF", () => {
  for (const bytes of [
    latin1(""),
    latin1(" \n"),
    latin1("\0\0\0\0"),
    latin1("\x01\x02\x03\xfe\xff"),
    latin1("hello"),
  ])
    assert.equal(refusal(bytes), "not_a_pdf");
});

test("files made to take long do not", () => {
  const hostile: Record<string, [string, string]> = {
    "a million columns": ["1,".repeat(1_000_000), "not_a_pdf"],
    "a million columns in each row": [`2024-06-13,5.00,${"1,".repeat(1_000_000)}\n`.repeat(2), "not_a_pdf"],
    "five million quotes": [`2024-06-13,x,5.00\n"${'""'.repeat(5_000_000)}`, "damaged"],
    "twenty million semicolons": [";".repeat(19_000_000), "not_a_pdf"],
    "nothing but lines": ["\n".repeat(19_000_000), "not_a_pdf"],
    "nothing but digits": ["1".repeat(19_000_000), "not_a_pdf"],
    "nothing but brackets": ["[".repeat(19_000_000), "unsupported_format json"],
    "elements without end": [`<Document><BkToCstmrStmt>${"<a>".repeat(5_000_000)}`, "damaged"],
    "groups without end": [`<OFX>${"<STMTRS>".repeat(2_000_000)}`, "damaged"],
    "tags that never close": [`<OFX>${"<".repeat(5_000_000)}`, "damaged"],
    "a name with spaces behind it": [`<OFX><NAME${" ".repeat(15_000_000)}`, "damaged"],
    "a comment without end": [`<!--${"-".repeat(15_000_000)}`, "not_a_pdf"],
  };
  for (const [name, [text, expected]] of Object.entries(hostile))
    assert.equal(refusal(latin1(text)), expected, name);
});
