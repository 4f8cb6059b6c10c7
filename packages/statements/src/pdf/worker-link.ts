import type { Listener, Port } from "./pdfjs.ts";

/** What the words of a page need to know of a font. */
export type FontFacts = {
  name: string;
  /** Over the baseline and (negative) under it, in letter heights; 0 where the file does not say. */
  ascent: number;
  descent: number;
  isVertical: boolean;
  /** Made of little drawings of its own, with a scale of its own. */
  isType3: boolean;
  isComposite: boolean;
  /** Which drawings of a Type 3 font paint anything. */
  paints: (drawing: unknown) => boolean;
};

/** What pdf.js makes of a part of a page's content. */
export type OperatorList = { fnArray: readonly number[]; argsArray: readonly unknown[] };

type Message = { action?: string; data?: unknown; chunk?: Chunk; callbackId?: number };
type Chunk = { fnArray?: number[]; argsArray?: unknown[]; length?: number };

/**
 * Joins the two halves of pdf.js inside of one thread. pdf.js's own way copies every message deeply, which is half of
 * the time that reading a page takes; here a page's operators go over as they are. For who only reads, fonts' files,
 * outlines and pictures are not passed on at all: what is needed of the fonts is noted.
 */
export class WorkerLink implements Port {
  readonly fonts = new Map<string, FontFacts>();
  #taken: OperatorList[] | null = null;
  readonly #listeners = new Map<Listener, () => void>();
  readonly #turn = Promise.resolve();
  readonly #draws: boolean;
  readonly #painting: ReadonlySet<number>;

  /** @param operators pdf.js's numbers of operators */
  constructor(draws: boolean, operators: Record<string, number>) {
    this.#draws = draws;
    this.#painting = new Set(painting.map((name) => operators[name]!));
  }

  /**
   * The operators that `ask` has pdf.js send, in the parts in which they come. They are not passed on: pdf.js would put
   * each of them into a list of its own.
   */
  async operatorsOf(ask: () => Promise<unknown>): Promise<readonly OperatorList[]> {
    const taken: OperatorList[] = [];
    this.#taken = taken;
    try {
      await ask();
      return taken;
    } finally {
      this.#taken = null;
    }
  }

  postMessage(message: Message, transfer?: ArrayBuffer[]): void {
    if (message.action === "commonobj" && this.#keeps(message)) return;
    if (message.action === "obj" && !this.#draws) return;
    const data = this.#withoutOperators(message) ?? copyOf(message, transfer);
    void this.#turn.then(() => {
      for (const listener of this.#listeners.keys()) listener.call(this, { data });
    });
  }

  /** The message as it is passed on where its operators are taken out of it. */
  #withoutOperators(message: Message): Message | undefined {
    const { fnArray, argsArray } = message.chunk ?? {};
    if (!this.#taken || !fnArray || !argsArray) return undefined;
    // The sender empties its arrays once they are sent.
    this.#taken.push({ fnArray: fnArray.slice(), argsArray: argsArray.slice() });
    return { ...message, chunk: { ...message.chunk, fnArray: [], argsArray: [], length: 0 } };
  }

  /** Notes a font, and says whether that is all that has to be done with the message. */
  #keeps({ data, callbackId }: Message): boolean {
    const [id, type, sent] = data as [string, string, { extra?: FontExtra; charProcOperatorList?: Drawings }];
    if (type === "Font" && sent.extra) {
      const facts = factsOf(sent.extra, sent.charProcOperatorList, this.#painting);
      this.fonts.set(id, facts);
      // The scale of such a font is read from pdf.js's own object.
      if (facts.isType3) return false;
    }
    return !this.#draws && callbackId === undefined;
  }

  addEventListener(_name: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    const onAbort = () => this.removeEventListener(_name, listener);
    options?.signal?.addEventListener("abort", onAbort);
    this.#listeners.set(listener, () => options?.signal?.removeEventListener("abort", onAbort));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.get(listener)?.();
    this.#listeners.delete(listener);
  }
}

/** The sender empties its arrays of operators once they are sent; all else is copied as between two threads. */
function copyOf(message: Message, transfer: ArrayBuffer[] | undefined): Message {
  const { chunk } = message;
  if (chunk?.fnArray && chunk.argsArray)
    return {
      ...message,
      chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() },
    };
  // Most messages are a few numbers, for which a deep copy of any kind takes longer than what they ask for.
  const copied = transfer?.length ? undefined : copyOfPlain(message, deepest);
  return (copied as Message | undefined) ?? structuredClone(message, transfer ? { transfer } : undefined);
}

/** Levels of objects within objects in pdf.js's messages; none is its own part. */
const deepest = 4;

/** A copy of a plain value or an object of them, and of such; undefined where anything else is in it. */
function copyOfPlain(value: unknown, levels: number): unknown {
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  if (typeof value !== "object" || levels === 0) return undefined;
  // The annotations that a person changed.
  if (value instanceof Set && value.size === 0) return new Set();
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    const copied = copyOfPlain(part, levels - 1);
    if ((copied === undefined && part !== undefined) || key === "__proto__") return undefined;
    copy[key] = copied;
  }
  return copy;
}

type FontExtra = {
  name?: string;
  ascent?: number;
  descent?: number;
  type?: string;
  composite?: boolean;
  defaultVMetrics?: unknown;
};
type Drawings = Map<unknown, { fnArray: number[] }>;

/** What leaves a trace on the page. */
const painting = [
  "constructPath",
  "shadingFill",
  "showText",
  "paintFormXObjectBegin",
  "paintImageXObject",
  "paintInlineImageXObject",
  "paintImageMaskXObject",
  "paintSolidColorImageMask",
];

function factsOf(extra: FontExtra, drawings: Drawings | undefined, marks: ReadonlySet<number>): FontFacts {
  return {
    name: extra.name ?? "",
    ascent: extra.ascent || 0,
    descent: extra.descent || 0,
    isVertical: extra.defaultVMetrics !== undefined,
    isType3: extra.type === "Type3",
    isComposite: extra.composite === true,
    paints: (drawing) => drawings?.get(drawing)?.fnArray.some((operator) => marks.has(operator)) ?? true,
  };
}
