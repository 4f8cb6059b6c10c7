import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import { picture, shown, text } from "./page-content.ts";
import { type RawPage, rawPdf, readLines, readPage } from "./read-page.ts";

const hidden: Record<string, RawPage> = {
  "render mode 3": { content: `BT 3 Tr /F 10 Tf 50 200 Td (9.99) Tj 0 Tr ET` },
  "render mode 7, only a clip": { content: `q BT 7 Tr /F 10 Tf 50 200 Td (9.99) Tj ET Q` },
  "white on the white of the page": { content: `1 g ${text("9.99")}` },
  "nearly white": { content: `0.97 0.98 1 rg ${text("9.99")}` },
  "white by CMYK": { content: `0 0 0 0 k ${text("9.99")}` },
  "the colour of the bar it stands on": { content: `0 0 1 rg 40 190 200 30 re f ${text("9.99")}` },
  "the colour of a thick line it stands on": {
    content: `0 0 1 RG 0 0 1 rg 30 w 40 203 m 300 203 l S ${text("9.99")}`,
  },
  "stroked letters in white": { content: `1 G 1 Tr ${text("9.99")}` },
  "covered by a rectangle": { content: `${text("9.99")} 1 g 40 190 200 30 re f` },
  "covered by a rectangle of four lines": {
    content: `${text("9.99")} 1 g 40 190 m 240 190 l 240 220 l 40 220 l h f`,
  },
  "covered by a rectangle with round corners": {
    content: `${text("9.99")} 1 g 44 190 m 236 190 l 238 190 240 192 240 194 c 240 216 l 240 218 238 220 236 220 c 44 220 l 42 220 40 218 40 216 c 40 194 l 40 192 42 190 44 190 c f`,
  },
  "covered inside of a turned page": {
    content: `${text("9.99")} 1 g 40 190 200 30 re f`,
    page: "/Rotate 90",
  },
  "covered by a picture": {
    content: `${text("9.99")} q 200 0 0 30 40 190 cm /Im Do Q`,
    resources: "/XObject << /Im 6 0 R >>",
    objects: [picture()],
  },
  "covered by a form": {
    content: `${text("9.99")} /Fm Do`,
    resources: "/XObject << /Fm 6 0 R >>",
    objects: [
      { dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 400 300]", stream: "1 g 40 190 200 30 re f" },
    ],
  },
  "covered by a note's appearance": {
    content: text("9.99"),
    page: "/Annots [7 0 R]",
    objects: [
      { dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 200 30]", stream: "1 g 0 0 200 30 re f" },
      "<< /Type /Annot /Subtype /Square /Rect [40 190 240 220] /F 4 /AP << /N 6 0 R >> >>",
    ],
  },
  "covered by a note of text without an appearance, which viewers draw": {
    content: text("9.99"),
    page: "/Annots [6 0 R]",
    objects: [
      "<< /Type /Annot /Subtype /FreeText /Rect [40 190 240 220] /F 4 /DA (/Helv 9 Tf 0 g) /Contents (1.11) >>",
    ],
  },
  "outside of the page": { content: `${text("9.99", -20)} BT /F 10 Tf 450 200 Td (9.99) Tj ET` },
  "outside of the crop box": { content: text("9.99", 20), page: "/CropBox [0 100 400 300]" },
  "outside of the clip": { content: `q 0 220 400 80 re W n ${text("9.99")} Q` },
  "outside of a form's box": {
    content: "/Fm Do",
    resources: "/XObject << /Fm 6 0 R >>",
    objects: [
      {
        dictionary:
          "/Type /XObject /Subtype /Form /BBox [0 220 400 300] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
        stream: text("9.99"),
      },
    ],
  },
  "one point tall": { content: "BT /F 1 Tf 50 200 Td (9.99) Tj ET" },
  "tall, and scaled down to nothing": {
    content: `q 0.1 0 0 0.1 0 0 cm BT /F 10 Tf 500 2000 Td (9.99) Tj ET Q`,
  },
  "pressed flat": { content: "BT 1 Tz /F 10 Tf 50 200 Td (9.99) Tj ET" },
  "alpha 0": {
    content: `/G gs ${text("9.99")}`,
    resources: "/ExtGState << /G << /ca 0 >> >>",
  },
  "in a group with alpha 0": {
    content: "/G gs /Fm Do",
    resources: "/ExtGState << /G << /ca 0 >> >> /XObject << /Fm 6 0 R >>",
    objects: [
      {
        dictionary:
          "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /Group << /S /Transparency >> /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
        stream: text("9.99"),
      },
    ],
  },
  "a layer that is off": {
    content: `/OC /L BDC ${text("9.99")} EMC`,
    resources: "/Properties << /L 6 0 R >>",
    catalog: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
    objects: ["<< /Type /OCG /Name (hidden) >>"],
  },
  "a form on a layer that is off": {
    content: "/Fm Do",
    resources: "/XObject << /Fm 7 0 R >>",
    catalog: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
    objects: [
      "<< /Type /OCG /Name (hidden) >>",
      {
        dictionary:
          "/Type /XObject /Subtype /Form /BBox [0 0 400 300] /OC 6 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
        stream: text("9.99"),
      },
    ],
  },
  "letters of a Type 3 font that draw nothing": {
    content: `BT /T 10 Tf 50 200 Td (aa) Tj ET`,
    resources: "",
    font: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /T 6 0 R",
    objects: [
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 7 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [1000] /Resources << >> >>",
      { stream: "1000 0 d0" },
    ],
  },
};

for (const [kind, page] of Object.entries(hidden)) {
  test(`not read: ${kind}`, async () => {
    assert.deepEqual(await readLines({ ...page, content: `q ${page.content} Q\n${shown}` }), ["shown"]);
    assert.deepEqual(await readLines({ ...page, content: `${shown}\n${page.content}` }), ["shown"]);
  });
}

test("a page whose text is all invisible has a layer, and no words", async () => {
  const page = await readPage("BT 3 Tr /F 10 Tf 50 200 Td (Opening balance) Tj ET");
  assert.equal(page.text, "hidden");
  assert.deepEqual(page.words, []);
  assert.deepEqual(
    page.layer.map(({ text }) => text),
    ["Opening", "balance"],
  );
});

/** A statement of 400 by 300 points whose rows add up, and what else is on its page. */
function statement(more: string): Buffer {
  const lines = [
    ["Account 12345678", "", ""],
    ["Opening balance", "", "100.00"],
    ["Date", "Amount", "Balance"],
    ["15/06/2024 Shop", "-10.00", "90.00"],
    ["16/06/2024 Salary", "50.00", "140.00"],
    ["Closing balance", "", "140.00"],
  ];
  const at = (x: number, y: number, words: string) => `BT /F 9 Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET`;
  const content = lines.flatMap(([left, middle, right], row) => [
    at(30, 270 - row * 14, left!),
    at(220, 270 - row * 14, middle!),
    at(300, 270 - row * 14, right!),
  ]);
  return rawPdf({ content: `${content.join("\n")}\n${more}` });
}

test("hidden rows that would add up too are not among the rows", async () => {
  const { status, accounts } = await readStatement(statement(""));
  assert.equal(status, "reconciled");
  assert.equal(accounts[0]!.transactions.length, 2);
  // Two rows between the shown ones, each with the balance it would lead to.
  const row = (y: number, words: string, amount: string, balance: string) =>
    `BT /F 9 Tf 1 0 0 1 30 ${y} Tm (${words}) Tj ET BT /F 9 Tf 1 0 0 1 220 ${y} Tm (${amount}) Tj ET BT /F 9 Tf 1 0 0 1 300 ${y} Tm (${balance}) Tj ET`;
  const rows = row(221, "16/06/2024 Ghost", "-5.00", "85.00") + row(216, "16/06/2024 Ghost", "5.00", "90.00");
  for (const hide of [`1 g ${rows} 0 g`, `3 Tr ${rows} 0 Tr`]) {
    const ghostly = await readStatement(statement(hide));
    assert.deepEqual(ghostly.accounts[0]!.transactions, accounts[0]!.transactions);
    assert.equal(ghostly.status, "reconciled");
  }
});
