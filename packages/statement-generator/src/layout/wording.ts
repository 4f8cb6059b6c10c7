import type { Words } from "../languages/words.ts";
import type { Random } from "../random.ts";

type Lists = { [Key in keyof Words as Words[Key] extends string[] ? Key : never]: string };

/** The one wording that a statement uses for each thing; two things never share one where that would mislead. */
export type Wording = Omit<Lists, "months" | "longMonths" | "texts" | "merchants">;

export function wordingOf(random: Random, words: Words): Wording {
  const chosen = Object.fromEntries(
    Object.entries(words)
      .filter(([, list]) => Array.isArray(list))
      .map(([key, list]) => [
        key,
        (list as string[]).length > 0 ? random.fork(key).pick(list as string[]) : "",
      ]),
  ) as unknown as Wording;
  for (const [key, other] of [
    ["valueDate", "date"],
    ["credit", "debit"],
    ["closing", "opening"],
    ["due", "previous"],
  ] as const) {
    if (chosen[key] === chosen[other])
      chosen[key] = words[key].find((word) => word !== chosen[other]) ?? chosen[key];
  }
  return chosen;
}
