/** How a page's straight and upright picture lies on the page as displayed. */
export type PageFrame = {
  /** The page as displayed, in points. */
  width: number;
  height: number;
  /** Pixels to a point. */
  scale: number;
  /** Quarters of a circle that the page was turned by, clockwise, to stand upright. */
  quarters: number;
  /** And the angle after that, in radians clockwise, to be straight. */
  turn: number;
};

/** The upright page in points. */
export function uprightSize({ width, height, quarters }: PageFrame): { width: number; height: number } {
  return quarters % 2 === 1 ? { width: height, height: width } : { width, height };
}

/** Where a point of the straight and upright page is on the page as displayed, both in points. */
export function displayed(x: number, y: number, frame: PageFrame): [number, number] {
  const size = uprightSize(frame);
  const [dx, dy] = [x - size.width / 2, y - size.height / 2];
  const [cos, sin] = [Math.cos(-frame.turn), Math.sin(-frame.turn)];
  const [left, top] = [size.width / 2 + dx * cos - dy * sin, size.height / 2 + dx * sin + dy * cos];
  if (frame.quarters === 1) return [top, frame.height - left];
  if (frame.quarters === 2) return [frame.width - left, frame.height - top];
  if (frame.quarters === 3) return [frame.width - top, left];
  return [left, top];
}
