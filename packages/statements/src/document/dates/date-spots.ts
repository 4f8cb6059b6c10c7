import type { Draft } from "../../table/draft/drafts.ts";

export type Spot = { x0: number; x1: number; shape: string };

/** What a date looks like: by name or number, with its year or without. */
export function shapeOf({ date }: Draft): string {
  const [first] = date.readings;
  return `${first!.order === "named"} ${first!.year !== null}`;
}

/** Where the dates of an account's rows stand, and how they look. */
export type DateSpots = {
  /** In at least a tenth of the rows each. */
  common: Spot[];
  /** In most rows, if any have it elsewhere: there "31/02/2024" is no date, and the day behind it another one. */
  usual: Spot | null;
};

export function dateSpots(drafts: readonly Draft[]): DateSpots {
  const spots: (Spot & { count: number })[] = [];
  for (const draft of drafts) {
    const { x0, x1 } = draft.date;
    const same = spots.find((spot) => isAt(spot, draft));
    if (same) same.count++;
    else spots.push({ x0, x1, shape: shapeOf(draft), count: 1 });
  }
  const most = spots.find(({ count }) => count * 2 > drafts.length);
  return {
    common: spots.filter(({ count }) => count * 10 >= drafts.length),
    usual: spots.length > 1 ? (most ?? null) : null,
  };
}

function isAt(spot: Spot, draft: Draft): boolean {
  const { x0, x1 } = draft.date;
  const near = draft.lines[0]!.size;
  const aligned = [x0 - spot.x0, x1 - spot.x1, (x0 + x1 - spot.x0 - spot.x1) / 2].some(
    (gap) => Math.abs(gap) < near,
  );
  return aligned && spot.shape === shapeOf(draft);
}

/** Whether a date stands or looks otherwise than where dates commonly do. */
export function isOdd(draft: Draft, places: readonly Spot[]): boolean {
  return !places.some((spot) => isAt(spot, draft)) && !isUnderHeading(draft, places);
}

/** A few rows on a page of its own margins, or in a second column of the page, have headings of their own there. */
function isUnderHeading(draft: Draft, places: readonly Spot[]): boolean {
  const { header, date, lines } = draft;
  return (
    header?.page === lines[0]!.page &&
    header.cells.some(({ role, x0, x1 }) => role === "date" && x0 < date.x1 && date.x0 < x1) &&
    places.some(({ shape }) => shape === shapeOf(draft))
  );
}

/** What may be a date where the other rows have theirs, in a row whose date was not read: digits, no "XXXX 5187". */
export function hasOtherDate(draft: Draft, places: readonly Spot[]): boolean {
  const { words } = draft.lines[0]!;
  return places.some(({ x0, x1, shape }) => {
    const there = words.filter((word) => word.x0 < x1 - 1 && x0 + 1 < word.x1).map(({ text }) => text);
    return there.some((text) => /\d/.test(text)) && (isNamed(shape) || /^\P{L}*\d/u.test(there[0]!));
  });
}

/** Whether something like a day stands at a place in a row that has its date elsewhere: numbers parted as those of a day are. */
export function looksDated({ lines: [line] }: Draft, { x0, x1, shape }: Spot): boolean {
  const there = line!.words.filter((word) => word.x0 < x1 - 1 && x0 + 1 < word.x1).map(({ text }) => text);
  const text = there.join(" ");
  return isNamed(shape)
    ? /\d/.test(text) && /\p{L}{3}/u.test(text)
    : /^[\dO]{1,5}([./-])[\dO]{1,5}(\1|$)/.test(text);
}

function isNamed(shape: string): boolean {
  return shape.startsWith("true");
}
