import assert from "node:assert/strict";
import { test } from "node:test";
import { knownLabel } from "./misread-labels.ts";

test("a word of a label whose accents were taken for other letters is known", () => {
  assert.equal(knownLabel("zlstatek"), "zůstatek");
  assert.equal(knownLabel("Pocateéni"), "Počáteční");
  assert.equal(knownLabel("Utgéende"), "Utgående");
});

test("a word that is spelled right, short, or near to no label stays", () => {
  for (const text of ["Konecny", "Nyité", "thrada", "Rechnungsbetrag", "balance", "Supermarkt", "4417AB"])
    assert.equal(knownLabel(text), text);
});
