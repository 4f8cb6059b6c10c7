/**
 * Makes docs/page.png: samples taken in and a question answered. From the root:
 * `npm exec -- node edge/web/test/screenshot.ts`
 */
import { join } from "node:path";
import { openFinflow } from "../../../packages/client/test/open-finflow.ts";
import { findChromium, launchChromium } from "./chromium.ts";
import { ask, card, newVisitor, signUp, takeSamples } from "./visitor.ts";

const picture = join(import.meta.dirname, "../../../docs/page.png");

const executable = findChromium();
if (!executable) throw new Error("no Chromium: name one with CHROMIUM");
const [finflow, browser] = await Promise.all([openFinflow(), launchChromium(executable)]);
try {
  const visitor = await newVisitor(browser, finflow.url, { colorScheme: "light" });
  const { page } = visitor;
  await signUp(page, { email: "somebody@example.com", password: `a pass phrase, ${Date.now()}` });
  await takeSamples(page, "Three months", "A statement that does not", "A credit card");
  const locked = card(page, "kiefern-credit-card.pdf");
  await locked.getByLabel("Password").fill("sample2468");
  await locked.getByRole("button", { name: "Open" }).click();
  await locked.getByText("it adds up").waitFor();
  await card(page, "northgate-current-account.pdf").getByText("Reconciled").waitFor();
  await card(page, "lakeside-trust-checking.pdf").getByText("Discrepant").waitFor();
  await page.locator("details.currency").nth(2).waitFor();
  await page.locator(".samples summary").click();
  const answer = await ask(page, "How much did I spend on food?");
  await answer.getByText(/^Where .* from$/).click();
  await page.locator("table.rows tbody tr").nth(20).waitFor();
  await page.getByText("Something is still on its way").waitFor({ state: "detached" });
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  const height = await page.evaluate(() => {
    const rows = document.querySelectorAll("table.rows tbody tr");
    return Math.ceil(rows[7]?.getBoundingClientRect().bottom ?? innerHeight);
  });
  await page.screenshot({ path: picture, clip: { x: 0, y: 0, width: 1280, height }, fullPage: true });
  await visitor.leave();
  console.log(`made ${picture}`);
} finally {
  await browser.close();
  await finflow.close();
}
