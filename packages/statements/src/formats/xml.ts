import sax from "sax";
import { StatementError } from "../statement.ts";
import { maxXmlDepth } from "./limits.ts";

/** An element without its namespace's prefix. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  /** Where it begins: line from 1, and place in the text. */
  line: number;
  start: number;
  /** Place after its last character. */
  end: number;
};

/**
 * Reads well-formed XML without a document type, in which entities and outside files are declared: none of what is
 * read here has one. `onElement` gets each element when it ends; what it answers `false` to is forgotten, so that a
 * long file need not be held whole.
 *
 * @throws StatementError damaged
 */
export function readXml(
  text: string,
  onElement: (element: XmlElement, path: readonly XmlElement[]) => boolean,
): void {
  const parser = sax.parser(true, { position: true });
  const path: XmlElement[] = [];
  const fail = (cause: unknown): never => {
    throw new StatementError("damaged", { cause });
  };
  parser.onerror = fail;
  parser.ondoctype = () => fail(new Error("a document type"));
  parser.onopentag = ({ name, attributes }) => {
    if (path.length >= maxXmlDepth) fail(new Error("elements too deep"));
    path.push({
      name: localName(name),
      attributes: attributes as Record<string, string>,
      children: [],
      text: "",
      line: parser.line + 1,
      start: parser.startTagPosition - 1,
      end: 0,
    });
  };
  const onText = (part: string) => {
    const element = path.at(-1);
    if (element) element.text += part;
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.onclosetag = () => {
    const element = path.pop()!;
    element.end = parser.position;
    if (onElement(element, path)) path.at(-1)?.children.push(element);
  };
  // A document type is refused before the parser reads into it.
  if (/^[^<]*(?:<(?:\?[^>]*\?|!--[\s\S]*?--)>[^<]*)*<!DOCTYPE/i.test(text.slice(0, 65_536)))
    fail(new Error("a document type"));
  parser.write(text).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The first element at the end of a path of names below this one. */
export function find(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) found = found?.children.find((child) => child.name === name);
  return found;
}

export function findAll(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text at the end of a path, without the spaces around it; null where there is none. */
export function textAt(element: XmlElement | undefined, ...names: string[]): string | null {
  const text = find(element, ...names)?.text.trim();
  return text ? text : null;
}
