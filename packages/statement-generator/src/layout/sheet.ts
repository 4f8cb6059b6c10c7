import type { Random } from "../random.ts";
import type { StatementSpec } from "../statement-spec.ts";
import type { Face, Measure, Page, TextMark } from "./page.ts";

export type TextOptions = {
  face?: Face;
  size?: number;
  gray?: number;
  align?: "left" | "right";
  column?: number;
};

/** A part of a page that rows run down, and where it ends. */
export type Region = { x: number; width: number; top: number; bottom: number };

/** Pages as they fill up: where the next line goes, and what happens when one is full. */
export class Sheet {
  readonly spec: StatementSpec;
  readonly measure: Measure;
  readonly random: Random;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly pages: Page[] = [];
  /** Regions of the current page that are still empty. */
  waiting: Region[] = [];
  region: Region = { x: 0, width: 0, top: 0, bottom: 0 };
  y = 0;
  /** Draws the head of a page and says where its first line goes; set by the composer. */
  head: (sheet: Sheet) => number = () => 60;

  constructor(spec: StatementSpec, measure: Measure, random: Random, size: number, landscape: boolean) {
    const [short, long] = spec.country.paper === "A4" ? [595.28, 841.89] : [612, 792];
    this.spec = spec;
    this.measure = measure;
    this.random = random;
    this.size = size;
    this.width = landscape ? long : short;
    this.height = landscape ? short : long;
  }

  get page(): Page {
    return this.pages.at(-1)!;
  }

  get lineHeight(): number {
    return this.size * 1.35;
  }

  get margins(): { left: number; right: number } {
    const mirrored = this.spec.dimensions.margins === "mirrored" && this.pages.length % 2 === 0;
    return mirrored
      ? { left: 62, right: 30 }
      : { left: 38, right: this.spec.dimensions.margins === "mirrored" ? 54 : 38 };
  }

  newPage(): void {
    this.pages.push({ width: this.width, height: this.height, under: [], over: [] });
    this.y = this.head(this);
    this.open();
  }

  /** Begins the rows' region or regions at the current line. */
  open(): void {
    const { left, right } = this.margins;
    const width = this.width - left - right;
    const bottom = this.height - 52;
    const gap = 24;
    const parts = this.spec.dimensions.arrangement === "side by side" ? 2 : 1;
    const each = (width - gap * (parts - 1)) / parts;
    this.waiting = Array.from({ length: parts }, (_, part) => ({
      x: left + part * (each + gap),
      width: each,
      top: this.y,
      bottom,
    }));
    this.region = this.waiting.shift()!;
  }

  /** Goes on at the top of the next region, or of a new page. Returns whether a page was begun. */
  advance(): boolean {
    const next = this.waiting.shift();
    if (next) {
      this.region = next;
      this.y = next.top;
      return false;
    }
    this.newPage();
    return true;
  }

  fits(lines: number): boolean {
    return this.y + lines * this.lineHeight <= this.region.bottom;
  }

  /** Writes at a place; the y of text is its baseline. Returns the width. */
  write(x: number, y: number, text: string, options: TextOptions = {}): number {
    const { face = "regular", size = this.size, gray = 0, align = "left", column = 0 } = options;
    if (text === "") return 0;
    const width = this.measure(text, face, size);
    const mark: TextMark = {
      type: "text",
      x: align === "right" ? x - width : x,
      y,
      text,
      size,
      face,
      gray,
      angle: 0,
      hidden: null,
      column,
    };
    this.page.over.push(mark);
    return width;
  }

  fill(x: number, y: number, width: number, height: number, gray: number): void {
    this.page.under.push({ type: "fill", x, y, width, height, gray });
  }

  line(x: number, y: number, toX: number, toY: number): void {
    this.page.over.push({ type: "line", x, y, toX, toY });
  }
}
