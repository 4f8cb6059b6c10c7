import type { Dimensions } from "../dimensions.ts";
import type { Random } from "../random.ts";
import { addDays, monthStart } from "./civil-date.ts";

/** The days a statement covers, both included. */
export function periodOf(random: Random, dimensions: Dimensions): { from: string; to: string } {
  const long = dimensions.length === "many" || dimensions.length === "very many";
  if (dimensions.newYear === "crossed") {
    const year = random.whole(2021, 2025);
    const from = random.chance(0.5) ? `${year}-12-${random.pick(["05", "10", "15"])}` : `${year}-11-21`;
    return { from, to: addDays(from, random.whole(40, 60)) };
  }
  const start = monthStart("2021-01-01", random.whole(0, 60));
  const months = long ? random.whole(1, 3) : 1;
  // A quarter may not run over the new year here: that is a dimension of its own.
  const from =
    start.slice(0, 4) === monthStart(start, months - 1).slice(0, 4) ? start : `${start.slice(0, 4)}-06-01`;
  return { from, to: addDays(monthStart(from, months), -1) };
}
