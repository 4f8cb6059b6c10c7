import { randomBytes } from "node:crypto";
import { deflated, onePage, type PdfObject, pdfFile } from "./pdf-file.ts";

const MEGABYTE = 1_000_000;

/** Content that shows a text `times` over. */
const shown = (text: string, times: number) => Buffer.from(`BT /F 9 Tf ${text.repeat(times)} ET`);

const form = (content: string, resources: string): PdfObject => ({
  dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << ${resources} >> >>`,
  stream: content,
});

/** Forms that each call the next ten times: 10^9 calls in a few hundred bytes. */
function billionForms(): Buffer {
  const forms = Array.from({ length: 9 }, (_, index) => form("/N Do ".repeat(10), `/N ${index + 7} 0 R`));
  return onePage({ stream: "/X0 Do" }, ...forms, {
    dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 595 842]",
    stream: "BT (x) Tj ET",
  });
}

function manyPages(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(" ");
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    ...Array<string>(pages).fill("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"),
  ]);
}

/** Arrays within arrays, deeper than a stack. */
const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** What does not compress. */
const noise = (bytes: number) => randomBytes(bytes);

const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

/** Files made to hang, exhaust or crash whoever reads them; each is far below the size limit. */
export const HOSTILE_PDFS: Record<string, () => Buffer> = {
  "empty file": () => Buffer.alloc(0),
  "not a PDF": () => Buffer.from("MZ this is a program"),
  "only a header": () => Buffer.from("%PDF-1.7\n"),
  "noise after a header": () => Buffer.concat([Buffer.from("%PDF-1.7\n"), noise(MEGABYTE)]),
  "200 MB behind three layers of Flate": () => onePage(deflated(Buffer.alloc(200 * MEGABYTE, "q Q "), 3)),
  "a stream of 100 MB shown twenty times": () => {
    const file = onePage(deflated(Buffer.alloc(100 * MEGABYTE, "BT (x) Tj ET ")));
    const contents = `[${"4 0 R ".repeat(20)}]`;
    return Buffer.from(file.toString("latin1").replace("/Contents 4 0 R", `/Contents ${contents}`), "latin1");
  },
  "one string of 200 MB": () =>
    onePage(
      deflated(
        Buffer.concat([
          Buffer.from("BT /F 9 Tf ("),
          Buffer.alloc(200 * MEGABYTE, "x"),
          Buffer.from(") Tj ET"),
        ]),
      ),
    ),
  "three million text items": () => onePage(deflated(shown("1 0 0 1 5 5 Tm (7.00) Tj ", 3 * MEGABYTE))),
  "a million lines of text": () =>
    onePage(deflated(shown("0 -1 Td (01/02/2024 tea 7.00 9.00) Tj ", MEGABYTE))),
  "forms that call a billion forms": billionForms,
  "a form that calls itself": () => onePage({ stream: "/X0 Do" }, form("/N Do", "/N 6 0 R")),
  "two forms that call each other": () =>
    onePage({ stream: "/X0 Do" }, form("/N Do", "/N 7 0 R"), form("/N Do", "/N 6 0 R")),
  "100,000 pages": () => manyPages(100_000),
  "a count of pages that is a lie": () =>
    pdfFile([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>",
      page,
    ]),
  "a page tree that is a circle": () =>
    pdfFile([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
    ]),
  "a page that is its own parent": () =>
    pdfFile([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R >>",
      "<< /Type /Page /Parent 3 0 R /MediaBox 3 0 R /Contents 3 0 R >>",
    ]),
  "a length that refers to itself": () =>
    Buffer.from(
      onePage({ stream: "BT (x) Tj ET" })
        .toString("latin1")
        .replace(/\/Length \d+/, "/Length 4 0 R"),
      "latin1",
    ),
  "arrays nested 100,000 deep": () => onePage({ stream: `BT ${nested(100_000)} TJ ET` }),
  "an object nested 100,000 deep": () => pdfFile([`<< /Type /Catalog /Pages ${nested(100_000)} >>`]),
  "an older table that points to itself": () => {
    const file = onePage({ stream: "" }).toString("latin1");
    const start = /startxref\n(\d+)/.exec(file)![1];
    return Buffer.from(file.replace("/Root 1 0 R", `/Root 1 0 R /Prev ${start}`), "latin1");
  },
  "a picture of 60,000 by 60,000 dots": () =>
    onePage(
      { stream: "q 500 0 0 500 0 0 cm /X0 Do Q" },
      deflated(
        Buffer.alloc(MEGABYTE),
        1,
        "/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8",
      ),
    ),
  "two million paths": () => onePage(deflated(Buffer.from("0 0 m 9 9 l S ".repeat(2 * MEGABYTE)))),
  "a million saved states": () => onePage(deflated(Buffer.from("q ".repeat(MEGABYTE)))),
  "18 MB of nothing": () => onePage({ stream: noise(18 * MEGABYTE) }),
};

/** The first part of a file, as an upload that was cut off leaves it. */
export function cutOff(file: Uint8Array, part: number): Uint8Array {
  return file.subarray(0, Math.floor(file.length * part));
}
