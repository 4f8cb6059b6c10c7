import { deflateSync } from "node:zlib";
import type { Dimensions } from "../../dimensions.ts";

/** The objects of a PDF file, and how they become bytes. */
export class PdfFile {
  readonly objects: (Buffer | null)[] = [];
  readonly streams = new Set<number>();
  readonly structure: Dimensions["fileStructure"];

  constructor(structure: Dimensions["fileStructure"]) {
    this.structure = structure;
  }

  reserve(): number {
    return this.objects.push(null);
  }

  set(id: number, body: string): void {
    this.objects[id - 1] = Buffer.from(body, "latin1");
  }

  add(body: string): number {
    const id = this.reserve();
    this.set(id, body);
    return id;
  }

  addStream(content: string | Buffer, entries = ""): number {
    const plain = typeof content === "string" ? Buffer.from(content, "latin1") : content;
    const compressed = this.structure !== "plain";
    const bytes = compressed ? deflateSync(plain) : plain;
    const filter = compressed ? " /Filter /FlateDecode" : "";
    const id = this.reserve();
    this.objects[id - 1] = Buffer.concat([
      Buffer.from(`<< /Length ${bytes.length}${filter}${entries} >>\nstream\n`, "latin1"),
      bytes,
      Buffer.from("\nendstream", "latin1"),
    ]);
    this.streams.add(id);
    return id;
  }

  finish(root: number, info: number): Uint8Array {
    return this.structure === "object streams"
      ? this.withObjectStreams(root, info)
      : this.withTable(root, info);
  }

  private withTable(root: number, info: number): Uint8Array {
    const parts: Buffer[] = [Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1")];
    const offsets: number[] = [];
    let length = parts[0]!.length;
    const push = (part: Buffer) => {
      parts.push(part);
      length += part.length;
    };
    for (const [index, body] of this.objects.entries()) {
      offsets.push(length);
      push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body!, Buffer.from("\nendobj\n")]));
    }
    const start = length;
    const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    const size = this.objects.length + 1;
    push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
        "latin1",
      ),
    );
    return new Uint8Array(Buffer.concat(parts));
  }

  /** PDF 1.5: everything that is no stream goes into one, and the cross references are a stream too. */
  private withObjectStreams(root: number, info: number): Uint8Array {
    const packed = this.objects.map((_, index) => index + 1).filter((id) => !this.streams.has(id));
    const bodies = packed.map((id) => this.objects[id - 1]!.toString("latin1"));
    const index: string[] = [];
    let at = 0;
    for (const [place, id] of packed.entries()) {
      index.push(`${id} ${at}`);
      at += bodies[place]!.length + 1;
    }
    const head = `${index.join(" ")} `;
    const container = this.addStream(
      `${head}${bodies.join("\n")}`,
      ` /Type /ObjStm /N ${packed.length} /First ${head.length}`,
    );
    const parts: Buffer[] = [Buffer.from("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", "latin1")];
    let length = parts[0]!.length;
    const entries = new Map<number, [number, number, number]>();
    for (const id of this.streams) {
      const body = Buffer.concat([
        Buffer.from(`${id} 0 obj\n`),
        this.objects[id - 1]!,
        Buffer.from("\nendobj\n"),
      ]);
      entries.set(id, [1, length, 0]);
      parts.push(body);
      length += body.length;
    }
    for (const [place, id] of packed.entries()) entries.set(id, [2, container, place]);
    const own = this.objects.length + 1;
    entries.set(own, [1, length, 0]);
    const table = Buffer.alloc((own + 1) * 7);
    table.writeUInt16BE(65_535, 5);
    for (const [id, [type, where, generation]] of entries) {
      table.writeUInt8(type, id * 7);
      table.writeUInt32BE(where, id * 7 + 1);
      table.writeUInt16BE(generation, id * 7 + 5);
    }
    const bytes = deflateSync(table);
    parts.push(
      Buffer.from(
        `${own} 0 obj\n<< /Type /XRef /Size ${own + 1} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`,
      ),
      bytes,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${length}\n%%EOF\n`),
    );
    return new Uint8Array(Buffer.concat(parts));
  }
}
