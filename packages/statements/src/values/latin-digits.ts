/** Where the ten digits of a script begin: Arabic, Persian, the scripts of India, Thai, Lao, Myanmar, Khmer, wide. */
const zeros = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x1040, 0x17e0, 0xff10,
];

const marks: Readonly<Record<string, string>> = {
  "٫": ".",
  "٬": ",",
  "،": ",",
  "．": ".",
  "，": ",",
  "：": ":",
  "／": "/",
  "（": "(",
  "）": ")",
  "＋": "+",
  "－": "-",
  "﹣": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "―": "-",
  "＇": "'",
  ʼ: "'",
  "‘": "'",
};

const other = /[\u02bc-\uffff]/;

/**
 * Text with the digits of every script, and the marks that stand among them, as ASCII. One character becomes one, so
 * that places in the text stay.
 */
export function latinDigits(text: string): string {
  if (!other.test(text)) return text;
  let latin = "";
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const zero = zeros.find((start) => code >= start && code < start + 10);
    latin += zero === undefined ? (marks[text[at]!] ?? text[at]!) : String(code - zero);
  }
  return latin;
}
