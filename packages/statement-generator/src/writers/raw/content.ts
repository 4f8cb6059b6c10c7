import type { Dimensions } from "../../dimensions.ts";
import type { Face, Mark, Page, TextMark } from "../../layout/page.ts";
import type { Random } from "../../random.ts";
import { drawingOrder, piecesOf } from "../arrange.ts";
import { measureWith } from "../metrics.ts";
import type { Spacing } from "../spacing.ts";
import type { RawFont } from "./fonts.ts";

type Context = {
  dimensions: Dimensions;
  fonts: Record<Face, RawFont>;
  spacing: Spacing;
  random: Random;
};

const number = (value: number) => String(Math.round(value * 1000) / 1000);

/** The operators that draw a page, from its bottom left. */
export function contentOf(page: Page, context: Context): string {
  const { dimensions, random, spacing } = context;
  const measure = measureWith(spacing, "liberation", dimensions.encoding === "predefined CMap");
  const out: string[] = [];
  const waiting: TextMark[] = [];
  const flush = () => {
    if (waiting.length > 0) out.push(textObject(waiting.splice(0), page, context));
  };
  for (const mark of drawingOrder(page, dimensions.drawing, random)) {
    if (mark.type !== "text" || mark.hidden === "clipped") {
      flush();
      out.push(shape(mark, page, context));
      continue;
    }
    waiting.push(...piecesOf(mark, dimensions.pieces, { measure, random, shapes: false }));
    // Some programs begin a text object for each text, others for each page.
    if (dimensions.operators === "Tm") flush();
  }
  flush();
  return out.join("\n");
}

function shape(mark: Mark, page: Page, context: Context): string {
  const up = (y: number) => page.height - y;
  if (mark.type === "fill")
    return `q ${number(mark.gray)} g ${number(mark.x)} ${number(up(mark.y + mark.height))} ${number(mark.width)} ${number(mark.height)} re f Q`;
  if (mark.type === "line")
    return `q 0.5 w 0.5 G ${number(mark.x)} ${number(up(mark.y))} m ${number(mark.toX)} ${number(up(mark.toY))} l S Q`;
  return `q 0 0 5 5 re W n\n${textObject([{ ...mark, hidden: null }], page, context)}\nQ`;
}

function textObject(marks: readonly TextMark[], page: Page, context: Context): string {
  const { dimensions, spacing } = context;
  const out = ["BT"];
  if (spacing.character) out.push(`${number(spacing.character)} Tc`);
  if (spacing.word) out.push(`${number(spacing.word)} Tw`);
  if (spacing.stretch !== 1) out.push(`${number(spacing.stretch * 100)} Tz`);
  let font = "";
  let gray = -1;
  let mode = 0;
  let at: { x: number; y: number } | null = { x: 0, y: 0 };
  let leading = 0;
  for (const mark of marks) {
    const wanted = `/${mark.face === "bold" ? "F2" : "F1"} ${number(mark.size)} Tf`;
    if (wanted !== font) out.push(wanted);
    font = wanted;
    if (mark.gray !== gray) {
      gray = mark.gray;
      out.push(`${number(gray)} g`);
    }
    const wantedMode = mark.hidden === "render mode 3" ? 3 : 0;
    if (wantedMode !== mode) out.push(`${wantedMode} Tr`);
    mode = wantedMode;
    const x = mark.x;
    const y = page.height - mark.y;
    let operator = "Tj";
    if (mark.angle !== 0) {
      const angle = (mark.angle * Math.PI) / 180;
      out.push(
        `${number(Math.cos(angle))} ${number(Math.sin(angle))} ${number(-Math.sin(angle))} ${number(Math.cos(angle))} ${number(x)} ${number(y)} Tm`,
      );
      at = null;
    } else if (at === null || dimensions.operators === "Tm" || dimensions.operators === "form XObject") {
      out.push(`1 0 0 1 ${number(x)} ${number(y)} Tm`);
      at = { x, y };
    } else {
      const down = at.y - y;
      const sameLeft = Math.abs(x - at.x) < 0.001 && down > 0.01;
      if ((dimensions.operators === "T*" || dimensions.operators === "quotes") && sameLeft) {
        if (Math.abs(leading - down) > 0.001) out.push(`${number(down)} TL`);
        leading = down;
        if (dimensions.operators === "quotes") operator = "'";
        else out.push("T*");
      } else {
        const set = dimensions.operators === "Td" && down > 0.01;
        out.push(`${number(x - at.x)} ${number(y - at.y)} ${set ? "TD" : "Td"}`);
        if (set) leading = down;
      }
      at = { x, y };
    }
    out.push(show(mark, operator, context));
  }
  // Text state outlives its text object.
  if (mode !== 0) out.push("0 Tr");
  if (spacing.character) out.push("0 Tc");
  if (spacing.word) out.push("0 Tw");
  if (spacing.stretch !== 1) out.push("100 Tz");
  out.push("ET");
  return out.join("\n");
}

function show(
  { text, face, angle, size }: TextMark,
  operator: string,
  { dimensions, fonts, random, spacing }: Context,
): string {
  const { encoder } = fonts[face];
  if (operator === "'" && spacing.character === 0 && spacing.word === 0 && random.chance(0.3))
    return `0 0 <${encoder.encode(text)}> "`;
  if (operator !== "Tj" || angle !== 0 || dimensions.pieces !== "kerned words")
    return `<${encoder.encode(text)}> ${operator}`;
  // Blanks as steps between strings, and words broken where letters are kerned.
  const step = measureWith(spacing)(" ", face, size);
  const blank = -Math.round((step / size / spacing.stretch) * 1000);
  const parts: string[] = [];
  for (const [index, word] of text.split(" ").entries()) {
    if (index > 0) parts.push(String(blank));
    const cut = word.length > 2 ? random.whole(1, word.length - 1) : 0;
    const kern = random.whole(-12, 12);
    if (cut > 0 && !/\p{M}/u.test(word))
      parts.push(
        `<${encoder.encode(word.slice(0, cut))}>`,
        String(kern),
        `<${encoder.encode(word.slice(cut))}>`,
        String(-kern),
      );
    else if (word !== "") parts.push(`<${encoder.encode(word)}>`);
  }
  return `[${parts.join(" ")}] TJ`;
}
