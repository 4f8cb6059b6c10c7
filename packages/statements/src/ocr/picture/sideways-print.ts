import type { Shape } from "./ink-shapes.ts";

/** In inches: how large letters are, at least and at most. */
const smallest = 0.02;
const largest = 0.2;

/** In widths of a letter's ink: words of a line that runs up the page stand closer than this, letters mostly so close. */
const betweenWords = 1;
const betweenLetters = 0.4;

/** Letters of upright lines have their neighbours nearer beside them than so many widths. */
const nearest = 0.7;

/** Fewer letters over one another are the beginnings of lines, and more of them stand alone than these. */
const fewest = 12;
const mostlyAlone = 0.85;

/** A margin has a smaller part of a page's letters than this: a page that lies on its side is to be turned. */
const mostOfPage = 0.25;

/** More letters than on any printed page are the grain of a photograph. */
const mostLetters = 15_000;

type Chain = {
  numbers: number[];
  left: number;
  right: number;
  bottom: number;
  gaps: number[];
  widths: number[];
};

/**
 * Shapes of print that runs up or down the margin of an upright page (what a bank says of its seat and its licence):
 * read across, each letter would be a word of its own among the rows.
 *
 * @returns their numbers
 */
export function sidewaysPrint(shapes: readonly Shape[], pixelsPerInch: number): ReadonlySet<number> {
  const letters = shapes
    .map((shape, index) => ({ shape, number: index + 1 }))
    .filter(({ shape }) => isLetter(shape, pixelsPerInch))
    .sort((a, b) => a.shape.top - b.shape.top);
  if (letters.length > mostLetters) return new Set();
  const chains: Chain[] = [];
  let open: Chain[] = [];
  for (const { shape, number } of letters) {
    open = open.filter(({ bottom }) => shape.top - bottom <= largest * pixelsPerInch);
    const chain = open.find((each) => goesOn(each, shape));
    if (chain) add(chain, shape, number);
    else {
      const { left, right, bottom } = shape;
      open.push({ numbers: [number], left, right, bottom, gaps: [], widths: [right - left + 1] });
      chains.push(open.at(-1)!);
    }
  }
  const found = chains.filter(({ numbers, gaps, widths }) => {
    return numbers.length >= fewest && middleOf(gaps) <= betweenLetters * middleOf(widths);
  });
  const margin = found.filter((chain) => isAlone(chain, letters)).flatMap(({ numbers }) => numbers);
  return new Set(margin.length <= mostOfPage * letters.length ? margin : []);
}

function isLetter({ left, right, top, bottom }: Shape, pixelsPerInch: number): boolean {
  const [width, height] = [right - left + 1, bottom - top + 1];
  return (
    Math.max(width, height) >= smallest * pixelsPerInch && Math.max(width, height) <= largest * pixelsPerInch
  );
}

function goesOn(chain: Chain, { left, right, top }: Shape): boolean {
  const shared = Math.min(chain.right, right) - Math.max(chain.left, left) + 1;
  if (2 * shared < Math.min(chain.right - chain.left, right - left) + 1) return false;
  return top - chain.bottom <= betweenWords * middleOf(chain.widths.slice(-8));
}

function add(chain: Chain, { left, right, top, bottom }: Shape, number: number): void {
  chain.gaps.push(Math.max(0, top - chain.bottom - 1));
  chain.widths.push(right - left + 1);
  chain.numbers.push(number);
  // Letters with tails reach further to one side, and the line goes on where the others are.
  if (chain.widths.length < fewest || right - left <= chain.right - chain.left)
    Object.assign(chain, { left: Math.min(chain.left, left), right: Math.max(chain.right, right) });
  chain.bottom = Math.max(chain.bottom, bottom);
}

/** Whether most of its letters have none beside them. */
function isAlone(chain: Chain, letters: readonly { shape: Shape; number: number }[]): boolean {
  const own = new Set(chain.numbers);
  const reach = nearest * middleOf(chain.widths);
  const members = letters.filter(({ number }) => own.has(number));
  const others = letters.filter(
    ({ shape, number }) =>
      !own.has(number) && shape.right >= chain.left - reach && shape.left <= chain.right + reach,
  );
  const alone = members.filter(({ shape }) =>
    others.every((other) => {
      const shared = Math.min(shape.bottom, other.shape.bottom) - Math.max(shape.top, other.shape.top) + 1;
      return 2 * shared < Math.min(shape.bottom - shape.top, other.shape.bottom - other.shape.top) + 1;
    }),
  );
  return alone.length >= mostlyAlone * members.length;
}

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
