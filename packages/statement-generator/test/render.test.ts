import assert from "node:assert/strict";
import { test } from "node:test";
import { printNumber } from "../src/printing/number-style.ts";
import { render } from "../src/render.ts";
import { specOf } from "../src/spec-of.ts";
import { textsOf } from "./words-of.ts";

const seeds = Array.from({ length: 60 }, (_, index) => index * 41 + 3);

test("the same seed gives the same bytes", async () => {
  for (const seed of seeds.slice(0, 12))
    assert.deepEqual(await render(specOf(seed)), await render(specOf(seed)), `seed ${seed}`);
});

test("every amount and balance is in the file, whoever wrote it", async () => {
  let checked = 0;
  for (const seed of seeds) {
    const spec = specOf(seed);
    // Letters and halves of words come back in the order in which they were drawn, and Hebrew from the other side.
    if (!["cells", "kerned words"].includes(spec.dimensions.pieces) || spec.country.words.script === "rtl")
      continue;
    if (spec.dimensions.amountWords === "groups apart") continue;
    checked++;
    const written = (await textsOf(await render(spec))).flat().join("").replaceAll(/\s/g, "");
    for (const { printed, amounts, digits } of spec.accounts)
      for (const { amount, balance } of printed.rows)
        for (const figure of [amount, balance ?? amount]) {
          const text = printNumber(figure, digits, amounts.number).replaceAll(/\s/g, "");
          assert.ok(written.includes(text), `seed ${seed} lacks ${text}`);
        }
  }
  assert.ok(checked > 30, `${checked}`);
});

test("dimensions are really in the file", async () => {
  const found = { rotate: 0, hidden: 0, form: 0, objectStreams: 0, identity: 0 };
  for (const seed of Array.from({ length: 120 }, (_, index) => index + 1)) {
    const spec = specOf(seed);
    const { rotation, hidden, operators, fileStructure, encoding, writer } = spec.dimensions;
    const bytes = await render(spec);
    const text = Buffer.from(bytes).toString("latin1");
    if (rotation.startsWith("entry") && fileStructure !== "object streams") {
      assert.match(text, /\/Rotate (?:90|180|270)/, `seed ${seed}`);
      found.rotate++;
    }
    // pdf.js leaves out what is off the page by itself.
    if (hidden !== "none" && hidden !== "off the page") {
      assert.match((await textsOf(bytes)).flat().join("").replaceAll(" ", ""), /HIDDEN\d\d/, `seed ${seed}`);
      found.hidden++;
    }
    if (operators === "form XObject") {
      assert.match(text, /\/Subtype \/Form/, `seed ${seed}`);
      found.form++;
    }
    if (fileStructure === "object streams") {
      assert.match(text, /\/Type \/ObjStm/, `seed ${seed}`);
      found.objectStreams++;
    }
    if (writer === "raw" && encoding === "Identity-H" && fileStructure !== "object streams") {
      assert.match(text, /\/Identity-H/, `seed ${seed}`);
      found.identity++;
    }
  }
  for (const [name, count] of Object.entries(found)) assert.ok(count > 0, name);
});
