import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { fold, matches, queryTokens, tokens } from "./tokens.ts";

const anyText = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }));

function finds(query: string, text: string): boolean {
  return matches(tokens(text), queryTokens(query));
}

test("splits at what is neither letter nor digit", () => {
  assert.deepEqual(tokens("CARD 1234*NETFLIX.COM/AMS  nl"), ["card", "1234", "netflix", "com", "ams", "nl"]);
  assert.deepEqual(tokens("  --  "), []);
  assert.deepEqual(tokens("rent Rent RENT"), ["rent"]);
});

test("folds case, accents and compatibility forms", () => {
  assert.equal(
    fold("CAFÉ Straße Łódź Ærø İstanbul ıspanak ﬁn №5"),
    "cafe strasse lodz aero istanbul ispanak fin no5",
  );
  assert.equal(fold("ΟΔΟΣ"), fold("οδοσ"));
  assert.equal(fold("HAUPTSTRAẞE"), fold("Hauptstraße"));
  assert.deepEqual(tokens("Ｎｅｔｆｌｉｘ"), ["netflix"]);
});

test("keeps the vowels of scripts that write them as marks", () => {
  assert.notEqual(fold("किताब"), fold("कतब"));
  assert.deepEqual(tokens("किताब घर"), ["किताब", "घर"]);
  assert.notDeepEqual(tokens("が"), tokens("か"));
});

test("every word must match, each as a beginning", () => {
  assert.ok(finds("net ams", "NETFLIX.COM Amsterdam"));
  assert.ok(!finds("net berlin", "NETFLIX.COM Amsterdam"));
  assert.ok(!finds("flix", "NETFLIX.COM"));
  assert.ok(finds("cafe", "Café de Flore"));
  assert.ok(finds("café", "CAFE DE FLORE"));
});

test("finds a name with an apostrophe however it is written", () => {
  for (const query of ["sainsburys", "Sainsbury's", "sainsbury’s", "sainsbury"]) {
    for (const text of ["SAINSBURY'S LONDON", "SAINSBURYS LONDON", "Sainsbury’s"]) {
      assert.ok(finds(query, text), `${query} in ${text}`);
    }
  }
});

test("a query asks each word once, without those that another implies", () => {
  assert.deepEqual(queryTokens("ca cafe CAFÉ"), ["cafe"]);
  assert.deepEqual(queryTokens("£ % —"), []);
  assert.ok(finds("£", "anything"));
});

test("a word beyond the longest is still found by the whole of it", () => {
  const long = "x".repeat(300);
  assert.equal(tokens(long)[0]!.length, 64);
  assert.ok(finds(long, long));
});

test("any text finds itself, and folding twice changes nothing", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assert.ok(finds(text, text));
      assert.equal(fold(fold(text)), fold(text));
    }),
    { numRuns: 1000 },
  );
});

test("a token is not empty and is its own token", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const token of tokens(text)) {
        assert.ok(token.length > 0);
        assert.deepEqual(queryTokens(token), [token]);
      }
    }),
    { numRuns: 1000 },
  );
});
