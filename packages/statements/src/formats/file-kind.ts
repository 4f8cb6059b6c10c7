import type { FileFormat, OtherFormat } from "../statement.ts";
import { looksLikeText, unicodeEncoding } from "./decode-text.ts";

/** What a file is by its content; `text` may be a table (CSV) or nothing at all. */
export type FileKind =
  | { kind: Exclude<FileFormat, "csv"> }
  | { kind: "text" }
  | { kind: "other"; format: OtherFormat }
  | { kind: "unknown" };

/** How much of a file is looked at: banks put comments and envelopes before what counts. */
const lookedAt = 65_536;

/** First bytes of files that are no text. */
const signatures: readonly (readonly [bytes: string, format: OtherFormat])[] = [
  ["\x89PNG\r\n", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF8", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["BM", "image"],
  ["\x1f\x8b", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["Rar!", "archive"],
  ["BZh", "archive"],
];

/** Texts of known kinds, by a pattern that each has near its beginning. */
const texts: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/<(?:\w+:)?BkToCstmrStmt[\s>]/, { kind: "camt.053" }],
  [/<(?:\w+:)?BkToCstmrAcctRpt[\s>]/, { kind: "other", format: "camt.052" }],
  [/<(?:\w+:)?BkToCstmrDbtCdtNtfctn[\s>]/, { kind: "other", format: "camt.054" }],
  [/^\s*OFXHEADER\s*:|<\?OFX\s|<OFX>/i, { kind: "ofx" }],
  [/^\s*\{\\rtf/, { kind: "other", format: "rtf" }],
  [
    /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|table|body)[\s>]/i,
    { kind: "other", format: "html" },
  ],
  [
    /<\?mso-application[^>]*Excel|<(?:\w+:)?Workbook\s[^<>]*schemas-microsoft-com/,
    { kind: "other", format: "excel" },
  ],
  [/^\s*(?:<\?xml[\s?]|<[A-Za-z][\w.:-]*(?:\s[^<>]*)?\/?>)/, { kind: "other", format: "xml" }],
  [/^\s*!(?:Type|Account|Option)\b/i, { kind: "other", format: "qif" }],
  [/^:20:[\s\S]*^:(?:25|60[FM]):/m, { kind: "other", format: "mt940" }],
  [
    /^(?:MIME-Version|Return-Path|Received|Message-ID|From|Delivered-To):\s/i,
    { kind: "other", format: "email" },
  ],
  [/^\s*[[{]\s*(?:["{[\]}]|$)/, { kind: "other", format: "json" }],
];

/** Tells a file's kind by its content, whatever its name. */
export function fileKind(bytes: Uint8Array): FileKind {
  // The header of a PDF may stand behind up to 1,024 bytes of something else (ISO 32000-1, annex H.3.4.1).
  if (latin1(bytes, 0, 1_024 + 5).includes("%PDF-")) return { kind: "pdf" };
  const start = latin1(bytes, 0, lookedAt);
  const packed = packedFormat(start);
  if (packed) return { kind: "other", format: packed };
  const signed = signatures.find(([signature]) => start.startsWith(signature));
  const encoding = unicodeEncoding(bytes.subarray(0, lookedAt)) ?? unicodeEncoding(bytes);
  if (encoding === null && signed) return { kind: "other", format: signed[1] };
  if (encoding === null && !looksLikeText(bytes)) return { kind: "unknown" };
  const text = new TextDecoder(encoding ?? "windows-1252").decode(bytes.subarray(0, lookedAt));
  const known = texts.find(([pattern]) => pattern.test(text));
  if (known) return known[1];
  return text.trim() === "" ? { kind: "unknown" } : { kind: "text" };
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", from, to);
}

/** Office files: today's are archives that name their parts, older ones share one container. */
function packedFormat(start: string): OtherFormat | null {
  if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06")) {
    if (/xl\/(?:workbook|worksheets|_rels|styles)/.test(start)) return "excel";
    if (/word\/(?:document|_rels|styles)/.test(start)) return "word";
    return start.includes("application/vnd.oasis.opendocument") ? "opendocument" : "archive";
  }
  if (start.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
    const utf16 = (name: string) => [...name].join("\0");
    return start.includes(utf16("WordDocument")) ? "word" : "excel";
  }
  if (/^RIFF[\s\S]{4}WEBP/.test(start) || /^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/.test(start)) return "image";
  return null;
}
