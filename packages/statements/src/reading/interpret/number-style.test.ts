import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure } from "../../layout/figures.ts";
import { readDigits } from "../../values/printed-number.ts";
import { numberStyles } from "./number-style.ts";

/** Figures as "1,234.56" or, of a currency that is printed beside them, "1,234.56/GBP". */
function styles(texts: string, currency: string | null, mayHaveThousandths = true): string[] {
  const figures = texts.split(" ").map((text) => {
    const [digits = "", code = null] = text.split("/");
    return { readings: readDigits(digits), currency: code } as Figure;
  });
  return numberStyles(figures, currency, () => mayHaveThousandths).map(
    ({ style, cost }) => `${style.mark}${style.digits} ${cost}`,
  );
}

test("figures that can be read in one way only decide for all", () => {
  assert.deepEqual(styles("1.234 1.234,56", null), [",2 0"]);
  assert.deepEqual(styles("1,234 0.5 7,000", "USD"), [".2 0"]);
  assert.deepEqual(styles("0.500 12.000", null), [".2 0"]);
  assert.deepEqual(styles("1.234 0.125", null), [".3 0"]);
});

test("three digits behind one mark are thousands, but where the currency has three decimals", () => {
  assert.deepEqual(styles("1.234 12.500", "EUR")[0], ",2 0");
  assert.deepEqual(styles("1,234 12,500", "JPY")[0], ".0 0");
  assert.deepEqual(styles("1.234 12.500", "KWD")[0], ".3 0");
});

test("an amount of another currency does not make thousands of three decimals", () => {
  assert.deepEqual(styles("246,805 266,805 20,000 378.10/GBP", "KWD")[0], ",3 0");
  assert.deepEqual(styles("246,805 266,805 20,000 378.10", "KWD")[0], ".3 0");
});

test("where the currency is not known both readings stand equal", () => {
  assert.deepEqual(styles("1.234 12.501", null), [",2 0", ".3 0.5"]);
});

test("where money has no thousandths in the language of the paper they are thousands", () => {
  assert.deepEqual(styles("1.234 12.501", null, false), [",2 0", ".3 9"]);
});

test("three decimals of a number in a text are not those of pesos, under neither mark", () => {
  assert.deepEqual(styles("3.879.014 5.277 12.996 9,518", "CLP"), [",3 6", ",0 0", ".3 9"]);
  assert.deepEqual(styles("5.277 12.996 9,518", "CLP"), [",3 6", ",0 0", ".3 9"]);
});
