import assert from "node:assert/strict";
import { test } from "node:test";
import { deflated } from "../child/pdf-file.ts";
import { picture, shown, text } from "./page-content.ts";
import { type RawPage, readLines, readPage } from "./read-page.ts";

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

test("a page that paints nothing, one that paints no text, and one of text", async () => {
  assert.equal((await readPage("")).text, "blank");
  assert.equal((await readPage("40 190 200 30 re f")).text, "none");
  assert.equal((await readPage(shown)).text, "shown");
  assert.deepEqual((await readPage(shown)).layer, []);
});
