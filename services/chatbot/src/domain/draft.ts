import { type RowFilter, rpcOf, type Tools } from "./tools.ts";

/** One figure of an answer, and where it came from. */
export type Figure = {
  label: string;
  /** As it stands in the text: a decimal string, a count, a date, a month or a name. */
  value: string;
  /** ISO 4217, "%", "transactions", "date", "month" or "name". */
  unit: string;
  source: { rpc: string; filter: RowFilter; transactionIds: string[] };
};

/** An answer as it is being written: its text, the figures in it, and texts that are not ours to count. */
export type Draft = { text: string; figures: Figure[]; quotes: string[] };

/**
 * Writes an answer. Whatever has a number in it goes through `figure` or `quote`, and `unsourced` finds what
 * did not.
 */
export function createDraft() {
  const draft: Draft = { text: "", figures: [], quotes: [] };
  const figure = (
    tool: keyof Tools,
    filter: RowFilter,
    label: string,
    value: string | number,
    unit: string,
    transactionIds: string[] = [],
  ): string => {
    const source = { rpc: rpcOf[tool], filter, transactionIds };
    draft.figures.push({ label, value: String(value), unit, source });
    if (unit === "%") return `${value} %`;
    if (unit === "transactions") return `${value} ${value === 1 ? "transaction" : "transactions"}`;
    return /^[A-Z]{3}$/.test(unit) ? `${unit} ${value}` : String(value);
  };
  return {
    draft,
    figure,
    /** A text that a tool or the question gave: a description, an account's name, a period. */
    quote: (text: string): string => {
      if (text !== "") draft.quotes.push(text);
      return text;
    },
    /** After a list a sentence begins a line of its own. */
    say: (sentence: string): void => {
      const gap = draft.text === "" ? "" : draft.text.includes("\n") ? "\n" : " ";
      draft.text += gap + sentence;
    },
    line: (text: string): void => {
      draft.text += `\n${text}`;
    },
  };
}

export type Writer = ReturnType<typeof createDraft>;

const number = /\d+(?:[.,:/-]\d+)*/g;

/** The numbers of a text that are neither a figure's value nor part of a quotation. Empty for an answer that holds. */
export function unsourced({ text, figures, quotes }: Draft): string[] {
  let rest = text;
  for (const quote of [...quotes].sort((a, b) => b.length - a.length))
    rest = rest.replace(wholly(quote), " ");
  const known = new Set(figures.map((figure) => figure.value));
  return (rest.match(number) ?? []).filter((found) => !known.has(found));
}

/** A quotation wherever it stands by itself: "1" is not part of "112.50". */
function wholly(quote: string): RegExp {
  const before = /^\d/.test(quote) ? "(?<![\\d.,:/-])" : "";
  const after = /\d$/.test(quote) ? "(?![\\d]|[.,:/-]\\d)" : "";
  return new RegExp(before + RegExp.escape(quote) + after, "g");
}
