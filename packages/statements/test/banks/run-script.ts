import { minorDigits } from "@finflow/money/currency";
import { formatMinor, parseDecimal } from "@finflow/money/decimal";
import type { Piece } from "../engine/draw-pages.ts";
import { type BankScript, type Place, type RowFact, readPlaces, readRow } from "./bank-script.ts";
import { fill, type ScriptState, type Sums } from "./placeholders.ts";

/** What must come back of an account, in the words of the result. */
export type AccountTruth = {
  number: string;
  currency: string;
  /** null where the paper does not say it: then it is not compared. */
  opening: string | null;
  closing: string | null;
  verdict: string;
  /** `2024-05-02 -850.00 150.00 Rent`: date, amount, balance (`null` where none is printed), description. */
  rows: string[];
};

export type DrawnBank = {
  pages: Piece[][];
  font: string;
  size: number;
  landscape: boolean;
  created: string;
  warnings: string[];
  /** What is known to be read otherwise than the truth says, and is no wrong row called proven; else empty. */
  known: string;
  accounts: AccountTruth[];
};

/** Draws a script's pages and gathers its truth. The script's words are explained in README.md beside this file. */
export function runScript({ lines }: BankScript): DrawnBank {
  const run = new Run(lines);
  lines.forEach((line, index) => {
    if (line.startsWith("% ")) run.direct(line.slice(2), index);
    else if (line.startsWith("@ ")) run.places = readPlaces(line.slice(2));
    else if (line === "---") run.turnPage();
    else if (line.startsWith("* ")) run.row(run.readFact(line), index);
    else if (line.startsWith("row ")) run.template = [line.slice(4)];
    else if (line.startsWith("row+ ")) run.template.push(line.slice(5));
    else run.draw(line);
  });
  const { pages, font, size, landscape, created, warnings, known, accounts, state } = run;
  return { pages, font, size, landscape, created: created || state.to, warnings, known, accounts };
}

const nothing: Sums = { balance: 0n, debits: 0n, credits: 0n, countIn: 0, countOut: 0 };

/** The state of one drawing. */
class Run {
  readonly lines: readonly string[];
  readonly pages: Piece[][] = [[]];
  readonly warnings: string[] = [];
  readonly accounts: AccountTruth[] = [];
  font = "sans";
  size = 8;
  landscape = false;
  newestFirst = false;
  created = "";
  known = "";
  description = "{1}";
  places: Place[] = readPlaces("40");
  template: string[] = [];
  step = 13;
  y = 40;
  state: ScriptState = {
    date: "DD/MM/YYYY",
    numbers: "1,234.56",
    months: "",
    from: "",
    to: "",
    digits: 2,
    owed: false,
    opening: 0n,
    sofar: nothing,
    final: nothing,
    row: null,
    firstOfDay: true,
    lastOfDay: true,
  };

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  direct(text: string, index: number): void {
    const [name = "", ...words] = text.split(" ");
    const value = words.join(" ");
    if (name === "account") this.open(words, index);
    else if (name === "period") [this.state.from, this.state.to] = words as [string, string];
    else if (name === "date" || name === "numbers" || name === "months") this.state[name] = value;
    else if (name === "font" || name === "created" || name === "description" || name === "known")
      this[name] = value;
    else if (name === "size" || name === "step" || name === "y") this[name] = Number(value);
    else if (name === "landscape") this.landscape = true;
    else if (name === "newest-first") this.newestFirst = true;
    else if (name === "warning") this.warnings.push(value);
    else if (name === "verdict") this.accounts.at(-1)!.verdict = value;
    else if (name === "unprinted") for (const end of words) this.accounts.at(-1)![end as "opening"] = null;
    else throw new Error(`no directive: ${text}`);
  }

  /** `account NUMBER CURRENCY OPENING [owed]`: the sums of its rows are known from here on, for summaries above them. */
  open([number = "-", currency = "", opening = "0", owed]: string[], index: number): void {
    const { state } = this;
    state.digits = minorDigits(currency);
    state.owed = owed === "owed";
    state.opening = parseDecimal(opening, state.digits);
    state.sofar = { ...nothing, balance: state.opening };
    state.final = state.sofar;
    for (const line of this.lines.slice(index + 1)) {
      if (line.startsWith("% account")) break;
      if (line.startsWith("* ")) state.final = this.plus(state.final, this.readFact(line));
    }
    this.accounts.push({
      number: number.replaceAll("_", " "),
      currency,
      opening: formatMinor(state.opening, state.digits),
      closing: formatMinor(state.final.balance, state.digits),
      verdict: "reconciled",
      rows: [],
    });
  }

  readFact(line: string): RowFact {
    return readRow(line.slice(2), this.state.to.slice(0, 4), this.state.digits);
  }

  /** Sums of a row and of those below it, which came before it. */
  until(index: number): Sums {
    const end = this.lines.findIndex((line, at) => at > index && line.startsWith("% account"));
    return this.lines
      .slice(index, end < 0 ? undefined : end)
      .filter((line) => line.startsWith("* "))
      .reduce((sums, line) => this.plus(sums, this.readFact(line)), {
        ...nothing,
        balance: this.state.opening,
      });
  }

  plus(sums: Sums, { amount }: RowFact): Sums {
    const isOut = amount < 0n;
    return {
      balance: sums.balance + (this.state.owed ? -amount : amount),
      debits: sums.debits - (isOut ? amount : 0n),
      credits: sums.credits + (isOut ? 0n : amount),
      countIn: sums.countIn + Number(!isOut),
      countOut: sums.countOut + Number(isOut),
    };
  }

  row(fact: RowFact, index: number): void {
    const { state } = this;
    const isRow = (line: string) => line.startsWith("* ") || line.startsWith("% account");
    const dateOf = (line: string | undefined) => (line?.startsWith("* ") ? this.readFact(line).date : null);
    if (this.newestFirst) state.sofar = this.until(index);
    else state.sofar = this.plus(state.sofar, fact);
    state.row = fact;
    state.firstOfDay = dateOf(this.lines.slice(0, index).findLast(isRow)) !== fact.date;
    state.lastOfDay = dateOf(this.lines.slice(index + 1).find(isRow)) !== fact.date;
    for (const line of this.template) this.draw(line);
    const printed = state.lastOfDay ? /\{bd?[ }]/ : /\{b[ }]/;
    const balance = this.template.some((line) => printed.test(line));
    this.accounts
      .at(-1)!
      .rows.push(
        [
          fact.date,
          formatMinor(fact.amount, state.digits),
          balance ? formatMinor(state.sofar.balance, state.digits) : "null",
          fill(this.description, state)!.replaceAll(" // ", " "),
        ].join(" "),
      );
    state.row = null;
  }

  turnPage(): void {
    this.pages.push([]);
    this.y = 40;
  }

  /** Cells in their places; a cell of several lines (` // `) goes on below. */
  draw(line: string): void {
    let depth = 1;
    for (const [index, cell] of line.split("|").entries()) {
      const text = fill(cell.trim(), this.state);
      if (text === null || text === "") continue;
      const place = this.places[index];
      if (!place) throw new Error(`no place for the cell ${text}`);
      const below = text.split(" // ");
      depth = Math.max(depth, below.length);
      for (const [at, each] of below.entries()) {
        this.pages.at(-1)!.push({ ...place, y: this.y + at * this.step, text: each });
      }
    }
    this.y += depth * this.step;
  }
}
