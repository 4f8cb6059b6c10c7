export type Face = "regular" | "bold";

/** Text with its baseline's left end, in points from the top left of the page as it is meant to be read. */
export type TextMark = {
  type: "text";
  x: number;
  y: number;
  text: string;
  size: number;
  face: Face;
  /** 0 is black, 1 is white. */
  gray: number;
  /** Degrees, counter-clockwise. */
  angle: number;
  hidden: "render mode 3" | "clipped" | null;
  /** Which line and column of its table it is in: what drawing orders go by. */
  column: number;
};

export type FillMark = { type: "fill"; x: number; y: number; width: number; height: number; gray: number };
export type LineMark = { type: "line"; x: number; y: number; toX: number; toY: number };
export type Mark = TextMark | FillMark | LineMark;

export type Page = {
  width: number;
  height: number;
  /** What is drawn before everything else: fills, and what is hidden with what hides it. */
  under: Mark[];
  over: Mark[];
};

/** The width of a text in points. */
export type Measure = (text: string, face: Face, size: number) => number;
