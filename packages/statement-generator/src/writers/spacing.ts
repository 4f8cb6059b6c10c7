import type { Dimensions } from "../dimensions.ts";

/** What a writer does to the space between letters and words, in points, and to the letters' width. */
export type Spacing = { character: number; word: number; stretch: number };

export function spacingOf({ spacing, encoding }: Dimensions): Spacing {
  switch (spacing) {
    case "character spacing":
      return { character: 0.35, word: 0, stretch: 1 };
    case "word spacing":
      // Tw works on the single-byte code 32 alone (ISO 32000-1, 9.3.3).
      return { character: 0, word: encoding === "WinAnsi" || encoding === "MacRoman" ? 1.2 : 0, stretch: 1 };
    case "narrowed":
      return { character: 0, word: 0, stretch: 0.85 };
    default:
      return { character: 0, word: 0, stretch: 1 };
  }
}
