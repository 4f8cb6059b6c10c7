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

type Message = { action?: string; data?: unknown; chunk?: Chunk; callbackId?: number };
type Chunk = { fnArray?: unknown[]; argsArray?: unknown[] };

/**
 * Joins the two halves of pdf.js inside of one thread. pdf.js's own way copies every message deeply, which is half of
 * the time that reading a page takes; here a page's operators go over as they are. For who only reads, fonts' files,
 * outlines and pictures are not passed on at all: what is needed of the fonts is noted.
 */
export class WorkerLink implements Port {
  readonly fonts = new Map<string, FontFacts>();
  readonly #listeners = new Map<Listener, () => void>();
  readonly #turn = Promise.resolve();
  readonly #draws: boolean;
  readonly #painting: ReadonlySet<number>;

  /** @param operators pdf.js's numbers of operators */
  constructor(draws: boolean, operators: Record<string, number>) {
    this.#draws = draws;
    this.#painting = new Set(painting.map((name) => operators[name]!));
  }

  postMessage(message: Message, transfer?: ArrayBuffer[]): void {
    if (message.action === "commonobj" && this.#keeps(message)) return;
    if (message.action === "obj" && !this.#draws) return;
    const data = copyOf(message, transfer);
    void this.#turn.then(() => {
      for (const listener of this.#listeners.keys()) listener.call(this, { data });
    });
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
  // How much more of a stream is wanted, that it has come: plain values, which nobody can change.
  if (Object.values(message).every((value) => typeof value !== "object")) return message;
  if (!chunk?.fnArray || !chunk.argsArray)
    return structuredClone(message, transfer ? { transfer } : undefined);
  return {
    ...message,
    chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() },
  };
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
