import { deflateSync } from "node:zlib";

/** An object's body: PDF syntax, or a dictionary and the stream that follows it. */
export type PdfObject = string | { dictionary?: string; stream: Uint8Array | string };

/**
 * A PDF file of these objects, numbered from 1; the first is the catalog. The cross-reference table is
 * right, so that what is wrong with the file is only what a test put there.
 */
export function pdfFile(objects: readonly PdfObject[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n", "latin1")];
  let length = parts[0]!.length;
  const offsets: number[] = [];
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, index) => {
    offsets.push(length);
    if (typeof object === "string") {
      add(Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`, "latin1"));
      return;
    }
    const stream = Buffer.from(object.stream as string, "latin1");
    add(
      Buffer.from(`${index + 1} 0 obj\n<< ${object.dictionary ?? ""} /Length ${stream.length} >>\nstream\n`),
    );
    add(stream);
    add(Buffer.from("\nendstream\nendobj\n"));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  add(Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}`));
  const start = length - table.length - `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`.length;
  add(Buffer.from(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** A stream compressed `times` over, each layer's filter named. */
export function deflated(content: Uint8Array, times = 1, dictionary = ""): PdfObject {
  let stream: Uint8Array = content;
  for (let layer = 0; layer < times; layer++) stream = deflateSync(stream, { level: 9 });
  return { dictionary: `${dictionary} /Filter [${" /FlateDecode".repeat(times)} ]`, stream };
}

/** One page that shows a content stream, which is object 4; further objects follow as 6, 7, … */
export function onePage(content: PdfObject, ...more: PdfObject[]): Buffer {
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R >>",
    content,
    `<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << ${more
      .map((_, index) => `/X${index} ${index + 6} 0 R`)
      .join(" ")} >> >>`,
    ...more,
  ]);
}
