import assert from "node:assert/strict";
import { test } from "node:test";
import { hasMarkOf } from "./second-look.ts";

const reading = (text: string) => ({ text, confidence: 80 });

test("of two readings with the same digits, the one with the mark of the cents saw more", () => {
  for (const [marked, bare] of [
    ["18,25", "1825"],
    ["8.795,71", "879571"],
    ["1,158.47-", "115847-"],
    ["8.795,71", "8.79571"],
  ])
    assert.ok(hasMarkOf(reading(marked!), reading(bare!)), `${marked} and ${bare}`);
  for (const [one, other] of [
    ["1825", "18,25"],
    ["18,25", "18.25"],
    ["18,25", "1826"],
    ["02.03", "02.03."],
    ["1.825", "1825"],
  ])
    assert.ok(!hasMarkOf(reading(one!), reading(other!)), `${one} and ${other}`);
});
