import type { Dimensions } from "../dimensions.ts";

/** How a page is set on its sheet: the Rotate entry, and the matrix from upright points to the sheet's own. */
export type Turn = { rotate: 0 | 90 | 180 | 270; width: number; height: number; matrix: Matrix };
export type Matrix = [number, number, number, number, number, number];

/** The matrix takes points from the bottom left of the upright page. */
export function turnOf(rotation: Dimensions["rotation"], width: number, height: number): Turn {
  const upright: Matrix = [1, 0, 0, 1, 0, 0];
  switch (rotation) {
    case "entry 90, upright":
      return { rotate: 90, width: height, height: width, matrix: [0, 1, -1, 0, height, 0] };
    case "entry 180, upright":
      return { rotate: 180, width, height, matrix: [-1, 0, 0, -1, width, height] };
    case "entry 270, upright":
      return { rotate: 270, width: height, height: width, matrix: [0, -1, 1, 0, 0, width] };
    case "drawn sideways":
      return { rotate: 0, width: height, height: width, matrix: [0, 1, -1, 0, height, 0] };
    case "turned by entry":
      return { rotate: 90, width, height, matrix: upright };
    default:
      return { rotate: 0, width, height, matrix: upright };
  }
}
