import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../text/fold.ts";
import { languages } from "./languages.ts";
import type { Vocabulary } from "./vocabulary.ts";

const labels = [
  "opening",
  "closing",
  "carried",
  "balanceOn",
  "totalDebits",
  "totalCredits",
  "total",
  "totalDue",
  "ignored",
  "minimumDue",
] as const;

type Meanings = Map<string, Map<string, number[]>>;

/** Meanings of each folded phrase, each with the places of the languages that give it. */
function meaningsOf(phrases: (language: Vocabulary) => [meaning: string, phrase: string][]): Meanings {
  const found: Meanings = new Map();
  for (const [place, language] of languages.entries()) {
    for (const [meaning, phrase] of phrases(language)) {
      const meanings = found.get(fold(phrase)) ?? new Map<string, number[]>();
      meanings.set(meaning, [...(meanings.get(meaning) ?? []), place]);
      found.set(fold(phrase), meanings);
    }
  }
  return found;
}

const listed = (lists: readonly (readonly [string, readonly string[] | undefined])[]) =>
  lists.flatMap(([meaning, own = []]) => own.map((phrase) => [meaning, phrase] as [string, string]));

const kinds: Readonly<Record<string, Meanings>> = {
  heading: meaningsOf(({ headers }) => listed(Object.entries(headers))),
  label: meaningsOf((language) => listed(labels.map((kind) => [kind, language[kind]] as const))),
  section: meaningsOf(({ debitSection, creditSection }) =>
    listed([
      ["debit", debitSection],
      ["credit", creditSection],
    ]),
  ),
  side: meaningsOf(({ sides = {} }) => listed(Object.entries(sides))),
  month: meaningsOf(({ months = [] }) => listed(months.map((names, index) => [String(index + 1), names]))),
};

/** Of a word that is listed here the earlier language's meaning is taken; a reader of dates asks the paper's own. */
const shared: Readonly<Record<string, readonly string[]>> = {
  heading: ["datum splatnosti", "no", "teller", "valor", "valuta", "операция"],
  label: ["report"],
  month: ["lip", "lis", "listopad", "listopada", "srp"],
};

for (const [kind, meanings] of Object.entries(kinds)) {
  test(`no language means two things by one ${kind}`, () => {
    const twofold = [...meanings].filter(([, of]) => {
      const places = [...of.values()].flatMap((each) => [...new Set(each)]);
      return new Set(places).size < places.length;
    });
    assert.deepEqual(
      twofold.map(([phrase, of]) => [phrase, [...of.keys()]]),
      [],
    );
  });

  test(`words of two languages that mean different things by one ${kind} are known`, () => {
    const across = [...meanings].filter(([, of]) => of.size > 1).map(([phrase]) => phrase);
    assert.deepEqual(across.sort(), [...(shared[kind] ?? [])].sort());
  });
}

test("every language names twelve months or none, and no phrase is empty", () => {
  for (const { months } of languages) assert.ok(months === undefined || months.length === 12);
  for (const meanings of Object.values(kinds)) assert.ok(!meanings.has(""));
});
