/**
 * Makes docs/page.png: samples taken in and a question answered. From the root:
 * `npm exec -- node edge/web/test/screenshot.ts`
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openFinflow } from "../../../packages/client/test/open-finflow.ts";
import { findChromium, launchChromium } from "./chromium.ts";
import { repackPng } from "./repack-png.ts";
import { ask, card, newVisitor, signUp, takeSamples } from "./visitor.ts";

const picture = join(import.meta.dirname, "../../../docs/page.png");
/** A README's picture should not be what makes it slow, in bytes. */
const largest = 300_000;

const executable = findChromium();
if (!executable) throw new Error("no Chromium: name one with CHROMIUM");
const [finflow, browser] = await Promise.all([openFinflow(), launchChromium(executable)]);
try {
  const visitor = await newVisitor(browser, finflow.url, { colorScheme: "light" });
  const { page } = visitor;
  await signUp(page, {
    email: `you+${Date.now().toString(36)}@example.com`,
    password: `a pass phrase, ${Date.now()}`,
  });
  await takeSamples(
    page,
    "the second",
    "the first",
    "A credit card",
    "A statement that does not",
    "Three months",
  );
  const locked = card(page, "kiefern-credit-card.pdf");
  await locked.getByLabel("Password").fill("sample2468");
  await locked.getByRole("button", { name: "Open" }).click();
  await locked.getByText("it adds up").waitFor();
  await card(page, "northgate-current-account.pdf").getByText("Reconciled").waitFor();
  await card(page, "harbour-savings-1.pdf").getByText("Reconciled").waitFor();
  await card(page, "harbour-savings-2.pdf").getByText("Reconciled").waitFor();
  await card(page, "lakeside-trust-checking.pdf").getByText("Discrepant").waitFor();
  await page.locator("details.currency").nth(2).waitFor();
  await page.locator(".samples summary").click();
  await ask(page, "How much did I spend on food?");
  await page.locator("table.rows tbody tr").nth(20).waitFor();
  await page.getByText("Something is still on its way").waitFor({ state: "detached" });
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const height = await page.evaluate(() => {
    const rows = document.querySelectorAll("table.rows tbody tr");
    return Math.ceil(rows[2]?.getBoundingClientRect().bottom ?? innerHeight);
  });
  const png = repackPng(await page.screenshot({ clip: { x: 0, y: 0, width: 1280, height }, fullPage: true }));
  await visitor.leave();
  if (png.length > largest) throw new Error(`the picture has ${png.length} bytes, more than ${largest}`);
  await writeFile(picture, png);
  console.log(`made ${picture}`);
} finally {
  await browser.close();
  await finflow.close();
}
