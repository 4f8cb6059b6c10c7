import { StatementError } from "../statement.ts";

/** A group of OFX: the values of its fields, the first where one is repeated, and the groups inside. */
export type OfxGroup = {
  name: string;
  fields: Map<string, string>;
  groups: OfxGroup[];
  line: number;
  start: number;
  end: number;
};

/** The groups that matter, and those whose fields must not be taken for their parent's. */
const groupNames: ReadonlySet<string> = new Set([
  ...["OFX", "SIGNONMSGSRSV1", "SONRS", "FI", "STATUS"],
  ...["BANKMSGSRSV1", "STMTTRNRS", "STMTRS", "BANKACCTFROM", "BANKACCTTO"],
  ...["CREDITCARDMSGSRSV1", "CCSTMTTRNRS", "CCSTMTRS", "CCACCTFROM", "CCACCTTO"],
  ...[
    "BANKTRANLIST",
    "BANKTRANLISTP",
    "STMTTRN",
    "STMTTRNP",
    "PAYEE",
    "EXTDPAYEE",
    "CURRENCY",
    "ORIGCURRENCY",
  ],
  ...["LEDGERBAL", "AVAILBAL", "BALLIST", "BAL", "CASHADVBALAMT", "IMAGEDATA"],
  ...["INVSTMTMSGSRSV1", "INVSTMTTRNRS", "INVSTMTRS", "INVTRANLIST", "INVBANKTRAN", "INVACCTFROM", "INVBAL"],
]);

const deepest = 32;

/**
 * Reads OFX of either kind: 1.x is SGML, in which fields have no closing tag, 2.x is XML. Both are read by the same
 * tokens, since banks mix them. Nothing is declared or fetched: a document type is refused.
 *
 * @throws StatementError damaged: cut off, or not OFX inside
 */
export function readOfxGroups(text: string): OfxGroup {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new StatementError("damaged");
  const begin = text.search(/<OFX>/i);
  if (begin < 0) throw new StatementError("damaged");
  const reader = new Reader(text, begin);
  const token = /<(?:!\[CDATA\[([\s\S]*?)\]\]|(\/?)([A-Za-z0-9_.:]+)\s*\/?)>|([^<]+)|</g;
  token.lastIndex = begin;
  for (let match = token.exec(text); match && !reader.root; match = token.exec(text)) {
    const [whole, literal, closing, name, plain] = match;
    if (name === undefined) reader.addText(literal ?? decodeEntities(plain ?? whole));
    else if (closing === "/") reader.close(name.toUpperCase(), token.lastIndex);
    else reader.open(name.toUpperCase(), match.index);
  }
  if (!reader.root) throw new StatementError("damaged");
  return reader.root;
}

/** Where a reading is in its text; it lives as long as `readOfxGroups` runs. */
class Reader {
  root: OfxGroup | null = null;
  readonly text: string;
  readonly path: OfxGroup[] = [];
  field: string | null = null;
  value = "";
  line: number;
  counted: number;

  constructor(text: string, begin: number) {
    this.text = text;
    this.counted = begin;
    this.line = lineBreaks(text, 0, begin) + 1;
  }

  open(name: string, at: number): void {
    this.keep();
    if (!groupNames.has(name)) {
      this.field = name;
      return;
    }
    if (this.path.length >= deepest) throw new StatementError("damaged");
    this.line += lineBreaks(this.text, this.counted, at);
    this.counted = at;
    const group = { name, fields: new Map(), groups: [], line: this.line, start: at, end: at };
    this.path.at(-1)?.groups.push(group);
    this.path.push(group);
  }

  close(name: string, end: number): void {
    this.keep();
    if (!groupNames.has(name)) return;
    const depth = this.path.findLastIndex((group) => group.name === name);
    // A closing tag that nothing opened; groups that are left open inside are closed with their parent.
    if (depth < 0) return;
    const closed = this.path.splice(depth);
    for (const group of closed) group.end = end;
    if (depth === 0) this.root = closed[0]!;
  }

  addText(part: string): void {
    if (this.field !== null) this.value += part;
  }

  keep(): void {
    const group = this.path.at(-1);
    const value = this.value.trim();
    if (group && this.field !== null && value !== "" && !group.fields.has(this.field)) {
      group.fields.set(this.field, value);
    }
    this.field = null;
    this.value = "";
  }
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", nbsp: " " };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos|nbsp));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name]!;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** Every group of a name, at any depth. */
export function* groupsNamed(group: OfxGroup, name: string): Generator<OfxGroup> {
  for (const each of group.groups) {
    if (each.name === name) yield each;
    else yield* groupsNamed(each, name);
  }
}
