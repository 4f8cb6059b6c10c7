import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fold } from "../text/fold.ts";
import { languages } from "./languages.ts";
import { months, phrases, type Vocabulary } from "./vocabulary.ts";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");

test("the README's example of a language is one, and none of its words is another language's", () => {
  const code = /export const welsh: Vocabulary = (\{[\s\S]*?\n\s*\});/.exec(readme)?.[1];
  assert.ok(code, "README.md holds the example");
  const make = new Function("months", "phrases", `return ${code};`) as (...tools: unknown[]) => Vocabulary;
  const welsh = make(months, phrases);
  assert.equal(welsh.months?.length, 12);
  assert.ok(welsh.months?.every((names) => names.length > 0 && names.every((name) => name !== "")));
  const meanings = new Map(
    languages.flatMap(({ headers }) =>
      Object.entries(headers).flatMap(([role, own]) => own.map((phrase) => [fold(phrase), role] as const)),
    ),
  );
  for (const [role, own] of Object.entries(welsh.headers)) {
    assert.ok(own.length > 0);
    for (const phrase of own) assert.ok([undefined, role].includes(meanings.get(fold(phrase))), phrase);
  }
});

test("the README names files that are there", () => {
  for (const [, path] of readme.matchAll(/`((?:src|test)\/[\w./-]+\.(?:ts|md))`/g))
    if (path !== "src/vocabulary/welsh.ts") readFileSync(join(import.meta.dirname, "../..", path!));
});
