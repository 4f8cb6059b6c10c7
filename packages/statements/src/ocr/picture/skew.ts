/** Scanners take a page in at most so far from straight, in radians (5 degrees). */
const mostSkew = (5 * Math.PI) / 180;
const coarse = mostSkew / 20;
const fine = coarse / 10;

/**
 * How far lines of print fall to the right, in radians: positive when they go down. Along the true angle, ink
 * gathers in few rows (the projection profile); the sum of its squares over the rows is then highest.
 *
 * @param ink x and y of dark pixels in turn
 */
export function skewOf(ink: Int32Array): number {
  if (ink.length < 200) return 0;
  const best = highest(range(-mostSkew, mostSkew, coarse), ink);
  return highest(range(best - coarse, best + coarse, fine), ink);
}

function highest(angles: number[], ink: Int32Array): number {
  let best = 0;
  let most = -1;
  for (const angle of angles) {
    const sharpness = sharpnessAt(angle, ink);
    // The straightest of equals: a picture without lines is left as it is.
    if (sharpness > most || (sharpness === most && Math.abs(angle) < Math.abs(best))) {
      best = angle;
      most = sharpness;
    }
  }
  return best;
}

function sharpnessAt(angle: number, ink: Int32Array): number {
  const slope = Math.tan(angle);
  const rows = new Map<number, number>();
  for (let at = 0; at < ink.length; at += 2) {
    const row = Math.round(ink[at + 1]! - ink[at]! * slope) >> 1;
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of rows.values()) sum += count * count;
  return sum;
}

function range(from: number, to: number, step: number): number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, index) => from + index * step);
}
