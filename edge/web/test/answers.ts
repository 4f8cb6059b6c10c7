import assert from "node:assert/strict";
import { ask, textOf, type Visitor } from "./visitor.ts";

/** An answer, a follow-up, the figures behind them, their rows; and a question that has no answer. */
export async function answersHoldUp({ page }: Visitor) {
  const total = await ask(page, "How much did I spend on food?");
  assert.match(await textOf(total), /GBP [\d,.]+/);
  const all = await textOf(page.locator("table.rows caption"));
  await total.getByText(/^Where .* from$/).click();
  await total.getByText("GetSummary").first().waitFor();
  await total
    .getByRole("button", { name: /^Rows of/ })
    .first()
    .click();
  await page.locator("table.rows caption", { hasNotText: new RegExp(`^${all}$`) }).waitFor();
  assert.equal(await page.getByRole("combobox", { name: "Category", exact: true }).inputValue(), "food");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Transactions");
  await page.getByRole("button", { name: "Show everything" }).click();

  const followUp = await ask(page, "and on transport?");
  assert.match(await textOf(followUp), /transport/i);
  assert.notEqual(await textOf(followUp.locator(".answer")), await textOf(total.locator(".answer")));

  const foreign = await ask(page, "What will the weather be?");
  assert.equal(await foreign.locator("details").count(), 0, "no figure without an understood question");
  const suggestion = page.locator(".suggestions button").first();
  await suggestion.click();
  await page.getByRole("log").locator("ol > li").nth(3).locator(".answer").waitFor();
}
