import type { GreyPicture } from "./grey-picture.ts";

/** Ink that hangs together: a letter, a dot, a filled area. */
export type Shape = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Pixels of ink. */
  area: number;
};

/** The shapes of a picture, and for each pixel the number of its shape, from 1; 0 is paper. */
export type Shapes = { shapes: Shape[]; labels: Int32Array };

/** What is darker than its paper by this part is ink; faint print is, noise of scanners is not. */
const faintest = 0.7;

/** The light of the paper: what most of the brighter half of the pixels have. */
export function paperOf({ pixels }: GreyPicture): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at += 7) counts[pixels[at]!]!++;
  let paper = 255;
  for (let light = 255; light >= 128; light--) if (counts[light]! > counts[paper]!) paper = light;
  return paper;
}

/** Shapes of ink, diagonal neighbours being one: runs of each row are joined with those that they touch in the row above. */
export function shapesOf(picture: GreyPicture): Shapes {
  const { width, height, pixels } = picture;
  const darkest = paperOf(picture) * faintest;
  const labels = new Int32Array(width * height);
  const parents: number[] = [0];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (pixels[row + x]! > darkest) continue;
      const before = x > 0 ? labels[row + x - 1]! : 0;
      let label = before && rootOf(parents, before);
      for (let above = Math.max(0, x - 1); y > 0 && above <= x + 1 && above < width; above++) {
        const other = labels[row - width + above]!;
        if (other === 0) continue;
        const root = rootOf(parents, other);
        if (label === 0) label = root;
        else if (root !== label) {
          const [low, high] = root < label ? [root, label] : [label, root];
          parents[high] = low;
          label = low;
        }
      }
      if (label === 0) label = parents.push(parents.length) - 1;
      labels[row + x] = label;
    }
  }
  return measured(width, height, labels, parents);
}

function rootOf(parents: number[], label: number): number {
  let root = label;
  while (parents[root] !== root) root = parents[root]!;
  for (let each = label; each !== root; ) {
    const next = parents[each]!;
    parents[each] = root;
    each = next;
  }
  return root;
}

/** Numbers shapes anew, without gaps, and takes their measure. */
function measured(width: number, height: number, labels: Int32Array, parents: number[]): Shapes {
  const numbers = new Int32Array(parents.length);
  const shapes: Shape[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (labels[at] === 0) continue;
      const root = rootOf(parents, labels[at]!);
      let number = numbers[root]!;
      if (number === 0) {
        number = shapes.push({ left: x, right: x, top: y, bottom: y, area: 0 });
        numbers[root] = number;
      }
      labels[at] = number;
      const shape = shapes[number - 1]!;
      if (x < shape.left) shape.left = x;
      if (x > shape.right) shape.right = x;
      shape.bottom = y;
      shape.area++;
    }
  }
  return { shapes, labels };
}
