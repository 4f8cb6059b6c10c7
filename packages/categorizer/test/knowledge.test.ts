import assert from "node:assert/strict";
import { test } from "node:test";
import { bills } from "../src/knowledge/bills.ts";
import { entertainment } from "../src/knowledge/entertainment.ts";
import { signs } from "../src/knowledge/flows.ts";
import { food } from "../src/knowledge/food.ts";
import { health } from "../src/knowledge/health.ts";
import { other } from "../src/knowledge/other.ts";
import { shopping } from "../src/knowledge/shopping.ts";
import { transport } from "../src/knowledge/transport.ts";
import { phrasesOf } from "../src/phrase-index.ts";
import { foldedWords } from "../src/words.ts";

const knowledge = Object.entries({ food, transport, shopping, bills, entertainment, health, other });

for (const list of ["names", "words"] as const) {
  test(`${list}: no spelling stands in two categories`, () => {
    const seen = new Map<string, string>();
    for (const [category, known] of knowledge) {
      for (const phrase of known[list].split(/[;|]/)) {
        const folded = foldedWords(phrase).join(" ");
        assert.notEqual(folded, "", `an empty spelling in ${category}: "${phrase}"`);
        assert.equal(seen.get(folded) ?? category, category, folded);
        seen.set(folded, category);
      }
    }
  });
}

test("signs: no phrase says two things", () => {
  const seen = new Map<string, string>();
  for (const [sign, list] of Object.entries(signs)) {
    if (sign === "nothing") continue;
    for (const phrase of phrasesOf(list)) {
      const folded = foldedWords(phrase).join(" ");
      assert.equal(seen.get(folded) ?? sign, sign, folded);
      seen.set(folded, sign);
    }
  }
});
