import { fold } from "../text/fold.ts";
import { compilePhrases } from "../text/phrases.ts";
import { languages } from "./languages.ts";
import type { ColumnRole, Vocabulary } from "./vocabulary.ts";

export type Side = "debit" | "credit";

/** What the words beside a figure say that it is. */
export type LabelKind =
  | "opening"
  | "closing"
  | "carried"
  | "balance_on"
  | "total_debits"
  | "total_credits"
  | "total"
  | "total_due"
  /** A balance in a table of its own, at the end of the day beside it. */
  | "day_balance"
  | "ignored";

type Listed = {
  [Key in keyof Vocabulary]: Vocabulary[Key] extends readonly string[] | undefined ? Key : never;
}[keyof Vocabulary];

function listed<Value>(key: NonNullable<Listed>, value: Value): [string, Value][] {
  return languages.flatMap((language) =>
    ((language[key] as readonly string[] | undefined) ?? []).map(
      (phrase) => [phrase, value] as [string, Value],
    ),
  );
}

const roles: readonly ColumnRole[] = [
  "balance",
  "debit",
  "credit",
  "amount",
  "value_date",
  "date",
  "description",
  "reference",
  "type",
  "other",
];

/** Language by language, so that an earlier language's meaning of a word wins over a later one's. */
export const headerPhrases = compilePhrases<ColumnRole>(
  languages.flatMap((language) =>
    roles.flatMap((role) => (language.headers[role] ?? []).map((phrase) => [phrase, role] as const)),
  ),
);

export const labelPhrases = compilePhrases<LabelKind>([
  ...listed("ignored", "ignored" as const),
  ...listed("minimumDue", "ignored" as const),
  ...listed("totalDue", "total_due" as const),
  ...listed("opening", "opening" as const),
  ...listed("closing", "closing" as const),
  ...listed("carried", "carried" as const),
  ...listed("totalDebits", "total_debits" as const),
  ...listed("totalCredits", "total_credits" as const),
  ...listed("balanceOn", "balance_on" as const),
  ...listed("total", "total" as const),
]);

export const sectionPhrases = compilePhrases<Side>([
  ...listed("debitSection", "debit" as const),
  ...listed("creditSection", "credit" as const),
]);

export const countPhrases = compilePhrases<Side | "both">([
  ...listed("countDebits", "debit" as const),
  ...listed("countCredits", "credit" as const),
  ...listed("countAll", "both" as const),
]);

export const nextPagePhrases = compilePhrases<true>(listed("nextPage", true as const));
export const overdrawnPhrases = compilePhrases<true>(listed("overdrawn", true as const));
/** Words of a card's paper, and which of them no other paper prints with a figure. */
export const cardPhrases = compilePhrases<"card" | "minimum">([
  ...listed("minimumDue", "minimum" as const),
  ...listed("card", "card" as const),
]);
export const depositAccountPhrases = compilePhrases<true>(listed("depositAccount", true as const));
export const accountPhrases = compilePhrases<true>(listed("account", true as const));
export const periodPhrases = compilePhrases<true>(listed("period", true as const));

/** Words that put a row on a side, by their folded text. Of two languages that differ, the earlier wins. */
export const sideWords: ReadonlyMap<string, Side> = new Map(
  languages
    .toReversed()
    .flatMap(({ sides }) => [
      ...(sides?.debit ?? []).map((word) => [fold(word), "debit"] as const),
      ...(sides?.credit ?? []).map((word) => [fold(word), "credit"] as const),
    ]),
);

/** What banks call the paper or the line that stands for a movement: "Debit Memo", "Credit Advice". */
export const sideNouns: ReadonlySet<string> = new Set(["memo", "memos", "note", "advice", "entry"]);

/** Months from 1 to 12 by folded name. */
export const monthNumbers: ReadonlyMap<string, number> = new Map(
  languages
    .toReversed()
    .flatMap(({ months }) =>
      (months ?? []).flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
    ),
);

/** Folded names that are one month in one language and another in another. */
export const contestedMonths: ReadonlySet<string> = new Set(
  languages
    .flatMap(({ months }) =>
      (months ?? []).flatMap((names, index) => names.map((name) => [fold(name), index + 1])),
    )
    .filter(([name, month]) => monthNumbers.get(name as string) !== month)
    .map(([name]) => name as string),
);
