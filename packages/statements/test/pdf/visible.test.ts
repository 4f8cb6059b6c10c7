import assert from "node:assert/strict";
import { test } from "node:test";
import { readStatement } from "../../src/read-statement.ts";
import { deflated } from "../child/pdf-file.ts";
import { type RawPage, rawPdf, readLines, readPage } from "./read-page.ts";

const shown = "BT /F 10 Tf 50 250 Td (shown) Tj ET";
const text = (words: string, y = 200) => `BT /F 10 Tf 50 ${y} Td (${words}) Tj ET`;
/** A picture of two by two pixels, as object 6. */
const picture = (more = "") =>
  deflated(
    new Uint8Array(12).fill(255),
    1,
    `/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceRGB ${more}`,
  );

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

const visible: Record<string, RawPage> = {
  "white on a dark bar": { content: `0 0 0.4 rg 40 190 200 30 re f 1 g ${text("9.99")}` },
  "white on a bar drawn as a thick line": {
    content: `0 0 0.4 RG 30 w 40 203 m 300 203 l S 1 g ${text("9.99")}`,
  },
  "white on a picture, whose colours are not looked at": {
    content: `q 200 0 0 30 40 190 cm /Im Do Q 1 g ${text("9.99")}`,
    resources: "/XObject << /Im 6 0 R >>",
    objects: [picture()],
  },
  "white on a gradient": {
    content: `q 40 190 200 30 re W n /Sh sh Q 1 g ${text("9.99")}`,
    resources:
      "/Shading << /Sh << /ShadingType 2 /ColorSpace /DeviceGray /Coords [40 0 240 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [0.5] /N 1 >> >> >>",
  },
  "on a bar drawn before": { content: `0.9 g 40 190 200 30 re f 0 g ${text("9.99")}` },
  "under a rule": { content: `${text("9.99")} 40 203 200 1 re f` },
  "under a frame": { content: `${text("9.99")} 1 g 40 190 200 30 re S` },
  "under a marker that lets it through": {
    content: `${text("9.99")} /G gs 1 1 0 rg 40 190 200 30 re f`,
    resources: "/ExtGState << /G << /ca 0.4 >> >>",
  },
  "under a marker that multiplies": {
    content: `${text("9.99")} /G gs 1 1 0 rg 40 190 200 30 re f`,
    resources: "/ExtGState << /G << /BM /Multiply >> >>",
  },
  "under a rectangle that is clipped away": {
    content: `${text("9.99")} q 0 0 10 10 re W n 40 190 200 30 re f Q`,
  },
  "under a picture that a mask cuts out": {
    content: `${text("9.99")} q 200 0 0 30 40 190 cm /Im Do Q`,
    resources: "/XObject << /Im 6 0 R >>",
    objects: [
      picture("/SMask 7 0 R"),
      deflated(
        new Uint8Array(4),
        1,
        "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray",
      ),
    ],
  },
  "drawn again over what covers it": {
    content: `${text("1.11")} 1 g 40 190 200 30 re f 0 g ${text("9.99")}`,
  },
  "a layer that is on": {
    content: `/OC /L BDC ${text("9.99")} EMC`,
    resources: "/Properties << /L 6 0 R >>",
    catalog: "/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>",
    objects: ["<< /Type /OCG /Name (shown) >>"],
  },
  "under a rectangle of a layer that is off": {
    content: `${text("9.99")} /OC /L BDC 1 g 40 190 200 30 re f EMC`,
    resources: "/Properties << /L 6 0 R >>",
    catalog: "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
    objects: ["<< /Type /OCG /Name (hidden) >>"],
  },
  "a note's own text": {
    content: "",
    page: "/Annots [7 0 R]",
    objects: [
      {
        dictionary:
          "/Type /XObject /Subtype /Form /BBox [0 0 200 30] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
        stream: "BT /F 10 Tf 10 10 Td (9.99) Tj ET",
      },
      "<< /Type /Annot /Subtype /FreeText /Rect [40 190 240 220] /F 4 /AP << /N 6 0 R >> >>",
    ],
  },
};

for (const [kind, page] of Object.entries(visible)) {
  test(`read: ${kind}`, async () => {
    assert.deepEqual(await readLines(page), ["9.99"]);
  });
}

test("of a word that is half covered, the letters that are left", async () => {
  const { words } = await readPage("BT /C 10 Tf 50 200 Td (123456) Tj ET 1 g 40 190 28 30 re f");
  assert.deepEqual(
    words.map(({ text, x0 }) => [text, x0]),
    [["456", 68]],
  );
});

test("of a word with a covered letter in its middle, the letters that are left, with what was put there", async () => {
  const covered = "BT /C 10 Tf 50 200 Td (12,345.67) Tj ET 1 g 68 190 6 30 re f 0 g";
  assert.deepEqual(await readLines(covered), ["12,|45.67"]);
  assert.deepEqual(await readLines(`${covered} BT /C 10 Tf 68 200 Td (9) Tj ET`), ["12,945.67"]);
  assert.deepEqual(
    await readLines({
      content: "BT /C 10 Tf 50 200 Td (12,345.67) Tj ET 1 g 68 190 6 30 re f",
      page: "/Rotate 90",
    }),
    ["12,|45.67"],
  );
});

test("a page whose text is all invisible has a layer, and no words", async () => {
  const page = await readPage("BT 3 Tr /F 10 Tf 50 200 Td (Opening balance) Tj ET");
  assert.equal(page.text, "hidden");
  assert.deepEqual(page.words, []);
  assert.deepEqual(
    page.layer.map(({ text }) => text),
    ["Opening", "balance"],
  );
});

test("a page that paints nothing, one that paints no text, and one of text", async () => {
  assert.equal((await readPage("")).text, "blank");
  assert.equal((await readPage("40 190 200 30 re f")).text, "none");
  assert.equal((await readPage(shown)).text, "shown");
  assert.deepEqual((await readPage(shown)).layer, []);
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
