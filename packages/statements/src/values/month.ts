import { fold } from "../text/fold.ts";
import { monthNumbers } from "../vocabulary/lexicon.ts";

/** The month that a word names in any language, from 1 to 12. */
export function monthOf(name: string): number | undefined {
  return monthNumbers.get(fold(name));
}
