import assert from "node:assert/strict";
import { test } from "node:test";
import { isDateLike } from "../recognition/date-like.ts";
import type { PictureWord } from "../recognition/recognizer.ts";
import { pageWords } from "./page-words.ts";

const frame = { width: 500, height: 800, scale: 1, quarters: 0, turn: 0 };

const word = (text: string, x0: number, more: Partial<PictureWord> = {}): PictureWord => {
  const place = {
    x0,
    x1: x0 + 9 * text.length,
    top: 85,
    bottom: 100,
    baseline: 100,
    capHeight: 15,
    shapes: [],
  };
  return { text, confidence: 95, ...place, ...more };
};

const guesses = (...words: PictureWord[]) => pageWords(1, frame, words).guesses;

test("a date in which a look saw other digits is a guess, though what it saw is none", () => {
  const seen = (text: string) => ({ confidence: 82, others: [{ text, confidence: 48 }] });
  assert.deepEqual(guesses(word("16SEP23", 40, seen("165EP23"))), [0]);
  assert.deepEqual(guesses(word("16SEP23", 40, { ...seen("165EP23"), confidence: 93 })), []);
  assert.deepEqual(guesses(word("24/7", 40, seen("2417"))), []);
  // Fewer digits, and letters taken for them, say nothing.
  assert.deepEqual(guesses(word("16SEP23", 40, seen("~"))), []);
});

test("thousands that a space parts from the rest of their figure are no day", () => {
  const unsure = { confidence: 40 };
  assert.deepEqual(guesses(word("11", 40, unsure), word("044,37", 66)), []);
  assert.deepEqual(guesses(word("11", 40, unsure), word("044,37", 90)), [0]);
});

test("what looks like a date", () => {
  for (const text of ["7", "1st", "2024", "12.04", "03SEP23", "3-Jun-2024", "2.41998"])
    assert.ok(isDateLike(text), text);
  for (const text of ["2.41098", "1.234,50", "SEP23", "REF12"]) assert.ok(!isDateLike(text), text);
});
