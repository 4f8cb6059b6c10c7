import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { tableSays, textOf, type Visitor } from "./visitor.ts";

/** Figures of three currencies; the table filtered, sorted, paged; a row corrected, removed and put back. */
export async function figuresAndRows({ page }: Visitor) {
  const pounds = page.locator("details.currency").filter({ hasText: "GBP" }).first();
  await pounds.getByRole("cell", { name: /^GBP/ }).first().waitFor();
  assert.equal(await page.locator("details.currency").count(), 3);
  assert.match(await textOf(pounds), /Most was spent in \w+ \d{4}: GBP [\d,.]+\. Most of all went to \w+/);

  await filtersNarrow(page);
  await columnsSort(page);
  await correctionsComeAndGo(page, pounds);
}

const rows = (page: Page) => page.locator("table.rows tbody tr");
const captionOf = (page: Page) => textOf(page.locator("table.rows caption"));

async function filtersNarrow(page: Page) {
  const all = await captionOf(page);
  await page.getByLabel("Words").fill("metro");
  await rowsBecome(page, ".description", (text) => /metro/i.test(text));
  await page.getByLabel("Words").fill("");
  await tableSays(page, all);

  // A point on its way to a number is no number yet, and must not be taken from under the fingers.
  await page.getByLabel("At least").pressSequentially("1000.5");
  await rowsBecome(page, ".value", (text) => Number(text.replace(/[^\d.]/g, "")) >= 1000.5);
  await page.getByRole("button", { name: "Show everything" }).click();
  await tableSays(page, all);

  await page.getByRole("combobox", { name: "Category", exact: true }).selectOption("health");
  await page.getByRole("combobox", { name: "Currency" }).selectOption("EUR");
  await rowsBecome(page, ".value", (text) => text.includes("EUR"));
  await page.getByRole("button", { name: "Show everything" }).click();
  await tableSays(page, all);
}

/**
 * Waits until the table shows rows and every one is as said. Each change of the filter asks anew, and rows of
 * the question before stay on show meanwhile: one look after several changes may see those.
 */
async function rowsBecome(page: Page, cell: string, isRight: (text: string) => boolean) {
  const cells = rows(page).locator(cell);
  for (let look = 0; look < 450; look++) {
    const texts = await cells.allInnerTexts();
    if (texts.length > 0 && texts.every(isRight)) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`rows that the filter should have left out: ${(await cells.allInnerTexts()).join(" | ")}`);
}

async function columnsSort(page: Page) {
  await page.getByRole("button", { name: "Amount" }).click();
  await page.locator('th[aria-sort="descending"]', { hasText: "Amount" }).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByText(/^Page 2 of/).waitFor();
  await page.getByRole("button", { name: "Previous" }).click();
  await page.getByText(/^Page 1 of/).waitFor();
  await page.getByRole("button", { name: "Date" }).click();
  await page.locator('th[aria-sort="descending"]', { hasText: "Date" }).waitFor();
}

async function correctionsComeAndGo(page: Page, pounds: Locator) {
  await page.getByLabel("Words").fill("card payment lighthouse");
  await page.locator("table.rows tbody tr", { hasText: "CARD PAYMENT LIGHTHOUSE CINEMA" }).first().waitFor();
  await page
    .locator("table.rows tbody tr", { hasNotText: "CARD PAYMENT LIGHTHOUSE CINEMA" })
    .first()
    .waitFor({ state: "detached" });
  const before = await textOf(pounds.locator("summary"));
  const count = Number(/^\d+/.exec(await captionOf(page)));
  const corrected = rows(page).filter({ hasText: "corrected: category" });

  await rows(page).first().getByRole("combobox").selectOption("health");
  await corrected.waitFor();
  await corrected.getByRole("button", { name: /^Undo/ }).click();
  await corrected.waitFor({ state: "detached" });

  await rows(page)
    .first()
    .getByRole("button", { name: /^Remove/ })
    .click();
  await tableSays(page, count === 2 ? "1 row" : `${count - 1} rows`);
  await page.getByText(/^Removed .*LIGHTHOUSE CINEMA/).waitFor();
  await pounds.locator("summary").filter({ hasNotText: before }).waitFor();
  await page.getByText("Corrected and removed rows").click();
  await page
    .getByRole("list", { name: "Corrections" })
    .getByText(/LIGHTHOUSE CINEMA.*removed\./)
    .waitFor();
  await page.getByRole("button", { name: "Put it back" }).click();
  await tableSays(page, `${count} rows`);
  await page.getByText("Nothing is corrected.").waitFor();
  await pounds.locator("summary").filter({ hasText: before }).waitFor();

  await rows(page)
    .first()
    .getByRole("button", { name: /^Remove/ })
    .click();
  await page.getByRole("button", { name: /^Undo: .*LIGHTHOUSE/ }).click();
  await page.getByText("Nothing is corrected.").waitFor();
  await tableSays(page, `${count} rows`);
  await page.getByRole("button", { name: "Show everything" }).click();
}
