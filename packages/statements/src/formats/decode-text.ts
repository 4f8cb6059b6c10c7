/** Encodings of one byte or two per letter that banks' exports have, the commonest first. */
export const legacyEncodings = [
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "shift_jis",
  "gb18030",
  "big5",
  "euc-kr",
] as const;

const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * The encoding of a text that says so by a byte order mark, by zeros in every other byte or by being valid UTF-8;
 * null for any other text, and for what is none.
 */
export function unicodeEncoding(bytes: Uint8Array): string | null {
  const marked = marks.find(([mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return marked[1];
  const start = bytes.subarray(0, 4_096);
  if (start.includes(0)) {
    const even = start.filter((byte, index) => index % 2 === 0 && byte === 0).length;
    const odd = start.filter((byte, index) => index % 2 === 1 && byte === 0).length;
    const most = start.length * 0.3;
    return odd > most && even === 0 ? "utf-16le" : even > most && odd === 0 ? "utf-16be" : null;
  }
  return isUtf8(bytes) ? "utf-8" : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of bytes, without a byte order mark; letters that the encoding does not know become U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A label of the Encoding Standard ("iso-8859-1", "cp1252") that this runtime knows, else null. */
export function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** Whether bytes can be a text of one of the legacy encodings: no zeros and hardly any control characters. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of start) {
    if (byte === 0) return false;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls++;
  }
  return start.length > 0 && controls * 200 <= start.length;
}
