import type { ContentReader, PathUse } from "./content-reader.ts";
import { colorOf } from "./graphics-state.ts";
import type { OperatorList } from "./worker-link.ts";

// biome-ignore lint/suspicious/noExplicitAny: what an operator carries is known by its name alone.
type Arguments = any[];
type Step = (reader: ContentReader, args: Arguments, order: number) => void;

const none: Arguments = [];

/** An operator that takes numbers is skipped when it is given anything else, as other viewers skip it. */
const ofNumbers =
  (step: Step): Step =>
  (reader, args, order) => {
    if (args.every(Number.isFinite)) step(reader, args, order);
  };

/** What the operators of a page do that move, show or hide text; all others are skipped. */
const steps: Record<string, Step> = {
  save: (reader) => reader.save(),
  restore: (reader) => reader.restore(),
  transform: ofNumbers((reader, args) => reader.transform(args)),

  beginText: (reader) => {
    reader.state.textMatrix = [1, 0, 0, 1, 0, 0];
    reader.moveTo(0, 0);
  },
  setTextMatrix: (reader, [matrix]) => {
    if (!matrix.every(Number.isFinite)) return;
    reader.state.textMatrix = matrix;
    reader.moveTo(0, 0);
  },
  moveText: ofNumbers((reader, [x, y]) => reader.moveTo(reader.state.lineX + x, reader.state.lineY + y)),
  setLeadingMoveText: ofNumbers((reader, [x, y]) => {
    reader.state.leading = -y;
    reader.moveTo(reader.state.lineX + x, reader.state.lineY + y);
  }),
  nextLine: (reader) => reader.moveTo(reader.state.lineX, reader.state.lineY - reader.state.leading),
  setLeading: ofNumbers(({ state }, [leading]) => {
    state.leading = leading;
  }),
  setCharSpacing: ofNumbers(({ state }, [spacing]) => {
    state.charSpacing = spacing;
  }),
  setWordSpacing: ofNumbers(({ state }, [spacing]) => {
    state.wordSpacing = spacing;
  }),
  setHScale: ofNumbers(({ state }, [percent]) => {
    state.scale = percent / 100;
  }),
  setTextRenderingMode: ofNumbers(({ state }, [mode]) => {
    state.mode = mode;
  }),
  setTextRise: ofNumbers(({ state }, [rise]) => {
    state.rise = rise;
  }),
  setFont: (reader, [id, size]) => reader.setFont(id, size),
  showText: (reader, [glyphs], order) => reader.show(glyphs, order),

  setFillRGBColor: ({ state }, [color]) => {
    state.fill = colorOf(color);
  },
  setStrokeRGBColor: ({ state }, [color]) => {
    state.stroke = colorOf(color);
  },
  setFillColorN: ({ state }) => {
    state.fill = null;
  },
  setFillTransparent: ({ state }) => {
    state.fill = null;
  },
  setStrokeColorN: ({ state }) => {
    state.stroke = null;
  },
  setStrokeTransparent: ({ state }) => {
    state.stroke = null;
  },
  setLineWidth: ofNumbers(({ state }, [width]) => {
    state.lineWidth = width;
  }),
  setGState: (reader, [parameters], order) => reader.setParameters(parameters, order),

  clip: (reader) => reader.clipNext(),
  eoClip: (reader) => reader.clipNext(),
  shadingFill: (reader, _, order) => reader.shading(order),
  paintImageXObject: (reader, _, order) => reader.picture(order),
  paintInlineImageXObject: (reader, _, order) => reader.picture(order),
  paintImageMaskXObject: (reader, _, order) => reader.stencil(false, order),
  paintSolidColorImageMask: (reader, _, order) => reader.stencil(true, order),

  beginGroup: (reader, [group]) => reader.beginGroup(group),
  endGroup: (reader) => reader.endGroup(),
  paintFormXObjectBegin: (reader, [matrix, box]) => reader.beginForm(matrix, box),
  paintFormXObjectEnd: (reader) => reader.restore(),
  beginMarkedContent: (reader) => reader.openLayer(null, false),
  beginMarkedContentProps: (reader, [tag, layer]) => reader.openLayer(layer, tag === "OC"),
  endMarkedContent: (reader) => reader.closeLayer(),
  beginAnnotation: (reader, [, , transform, matrix]) => reader.beginAnnotation(transform, matrix),
  endAnnotation: (reader) => reader.restore(),
};

const pathUses: Record<string, PathUse> = {
  fill: { fills: true, evenOdd: false, strokes: false },
  eoFill: { fills: true, evenOdd: true, strokes: false },
  stroke: { fills: false, evenOdd: false, strokes: true },
  closeStroke: { fills: false, evenOdd: false, strokes: true },
  fillStroke: { fills: true, evenOdd: false, strokes: true },
  eoFillStroke: { fills: true, evenOdd: true, strokes: true },
  closeFillStroke: { fills: true, evenOdd: false, strokes: true },
  closeEOFillStroke: { fills: true, evenOdd: true, strokes: true },
};

/** The steps by pdf.js's own numbers of operators, which change between its versions. */
export type Operators = readonly (Step | undefined)[];

export function operatorsOf(numbers: Record<string, number>): Operators {
  const operators: (Step | undefined)[] = [];
  for (const [name, step] of Object.entries(steps)) operators[numbers[name]!] = step;
  const uses = new Map(Object.entries(pathUses).map(([name, use]) => [numbers[name]!, use]));
  operators[numbers.constructPath!] = (reader, [use, [data], box], order) =>
    reader.path(uses.get(use), data, box, order);
  return operators;
}

/** Goes through a page's operators until its end, or until it holds more text than is looked at. */
export function follow(
  parts: readonly OperatorList[],
  operators: Operators,
  reader: ContentReader,
  mostFragments: number,
): void {
  let order = 0;
  for (const { fnArray, argsArray } of parts) {
    for (let at = 0; at < fnArray.length && reader.fragments.length <= mostFragments; at++) {
      operators[fnArray[at]!]?.(reader, (argsArray[at] as Arguments | null) ?? none, order++);
    }
  }
}
