import type { GreyPicture } from "./grey-picture.ts";
import type { Shape, Shapes } from "./ink-shapes.ts";

/** In inches: what is at least so large, and mostly ink, is an area with print on it. */
const narrowest = 0.5;
const lowest = 0.07;
const leastFill = 0.55;

/** How far print on an area differs from it, of 255. */
const leastContrast = 60;

/** The picture with dark areas turned light and their print dark: a table's header, white on blue. Null without any. */
export function withoutAreas(
  picture: GreyPicture,
  { shapes, labels }: Shapes,
  pixelsPerInch: number,
): GreyPicture | null {
  const isArea = (shape: Shape) => {
    const [width, height] = [shape.right - shape.left + 1, shape.bottom - shape.top + 1];
    return (
      width >= narrowest * pixelsPerInch &&
      height >= lowest * pixelsPerInch &&
      shape.area >= leastFill * width * height
    );
  };
  const areas = shapes.flatMap((shape, index) => (isArea(shape) ? [{ shape, number: index + 1 }] : []));
  if (areas.length === 0) return null;
  const pixels = picture.pixels.slice();
  for (const { shape, number } of areas) turnLight(picture, pixels, labels, shape, number);
  return { ...picture, pixels };
}

function turnLight(
  { width, pixels }: GreyPicture,
  to: Uint8Array,
  labels: Int32Array,
  shape: Shape,
  number: number,
): void {
  const counts = new Uint32Array(256);
  for (let y = shape.top; y <= shape.bottom; y++)
    for (let x = shape.left; x <= shape.right; x++) counts[pixels[y * width + x]!]!++;
  let paper = 0;
  for (let light = 1; light < 256; light++) if (counts[light]! > counts[paper]!) paper = light;
  let most = leastContrast;
  for (let light = 0; light < 256; light++)
    if (counts[light]! > 0.002 * shape.area) most = Math.max(most, Math.abs(light - paper));
  for (let y = shape.top; y <= shape.bottom; y++) {
    const row = y * width;
    let [from, until] = [shape.left, shape.right];
    while (from <= until && labels[row + from] !== number) from++;
    while (until >= from && labels[row + until] !== number) until--;
    for (let x = from; x <= until; x++)
      to[row + x] = 255 - Math.min(255, Math.round((Math.abs(pixels[row + x]! - paper) * 255) / most));
  }
}
