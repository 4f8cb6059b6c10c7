import assert from "node:assert/strict";
import { test } from "node:test";
import { toLines } from "../../src/layout/lines.ts";
import type { PdfObject } from "../child/pdf-file.ts";
import { type RawPage, readPage } from "./read-page.ts";

const hex = (code: number, digits: number) => code.toString(16).padStart(digits, "0");

/** A page set in a font whose codes stand, by its own table, for these characters. */
function printed(characters: string, lines: readonly string[]): RawPage {
  const letters = [...characters];
  const rows = letters.map((letter, index) => {
    const units = [...letter].flatMap((each) => [...Buffer.from(each, "utf16le").swap16()]);
    return `<${hex(33 + index, 2)}> <${units.map((byte) => hex(byte, 2)).join("")}>`;
  });
  const table: PdfObject = {
    stream: `begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${rows.length} beginbfchar\n${rows.join("\n")}\nendbfchar endcmap`,
  };
  const shown = lines.map((line, index) => {
    const codes = [...line].map((letter) => hex(letter === " " ? 32 : 33 + letters.indexOf(letter), 2));
    return `BT /F 10 Tf 1 0 0 1 50 ${250 - index * 20} Tm <${codes.join("")}> Tj ET`;
  });
  return {
    content: shown.join("\n"),
    font: "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R >>",
    objects: [table],
  };
}

async function readPrinted(characters: string, ...lines: string[]) {
  const page = await readPage(printed(characters, lines));
  return toLines(page).map(({ words }) => words.map(({ text }) => text).join("|"));
}

test("ligatures are letters, and stay as printed beside", async () => {
  const page = await readPage(printed("oﬃce", ["oﬃce"]));
  assert.deepEqual(
    page.words.map(({ text, printed }) => [text, printed]),
    [["office", "oﬃce"]],
  );
});

test("a hyphen is a hyphen whatever a font calls it, and marks without a shape are nothing", async () => {
  assert.deepEqual(await readPrinted("12\u00ad\u2010\u200b", "1\u00ad2\u20101\u200b2"), ["1-2-12"]);
});

test("spaces that do not break still part words, wide and narrow", async () => {
  assert.deepEqual(await readPrinted("12,\u00a0\u202f\u2009", "1\u00a0211,12 2\u202f111 1\u2009222"), [
    "1|211,12|2|111|1|222",
  ]);
});

test("full-width digits and letters, and radicals for the characters that look like them", async () => {
  assert.deepEqual(await readPrinted("１２３４，．Ａ⽇⾦", "１，２３４．１２ Ａ ⽇⾦"), ["1,234.12|A|日金"]);
});

test("right-to-left text stands from the right and is read from the right, numbers as they are", async () => {
  // "opening balance 12.50" as it stands on paper, from the left.
  assert.deepEqual(await readPrinted("יתרתפיחה0125.", "12.50 החיתפ תרתי"), ["12.50|יתרת פתיחה"]);
});

test("right-to-left text that a program printed letter by letter in the order of reading", async () => {
  // The last letters of these words only ever end one.
  assert.deepEqual(await readPrinted("שלוםבנקיםך012.", "שלום בנקים 12.00", "שלום"), [
    "שלום בנקים|12.00",
    "שלום",
  ]);
});

const nonsense: Record<string, string> = {
  "private codes": String.fromCharCode(...Array.from({ length: 40 }, (_, index) => 0xe000 + index)),
  "control characters": String.fromCharCode(...Array.from({ length: 24 }, (_, index) => 1 + index)).replace(
    /[\t\n\v\f\r]/g,
    "",
  ),
  "signs in the order in which letters were used": "!\"#%&'*+<=>?@[]^`{|}~ABCDE",
};

for (const [kind, characters] of Object.entries(nonsense)) {
  test(`a page whose font means ${kind} has no usable text`, async () => {
    const letters = [...characters];
    const line = Array.from({ length: 30 }, (_, index) => letters[(index * 7) % letters.length]).join("");
    const page = await readPage(printed(characters, [line, line, line]));
    assert.equal(page.text, "nonsense");
    assert.deepEqual(page.words, []);
  });
}

test("a few pictograms in a private font leave the text of a page usable", async () => {
  const page = await readPage(
    printed("\ue001 Openigbalc", ["\ue001 Opening balance", "balance balance balance balance"]),
  );
  assert.equal(page.text, "shown");
});

test("a page of amounts in brackets and dollars is text", async () => {
  const page = await readPage(
    printed(
      "$(1,234.5)",
      Array.from({ length: 9 }, () => "$(1,234.52) $(4.55)"),
    ),
  );
  assert.equal(page.text, "shown");
});
