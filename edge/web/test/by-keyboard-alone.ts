import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { card, newCredentials, type Visitor } from "./visitor.ts";

/** From the first visit to a corrected row without a pointer; the focus is seen wherever it goes. */
export async function byKeyboardAlone({ page }: Visitor) {
  const { email, password } = newCredentials();
  await page.goto("/");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await tabTo(page, "I am new here");
  await page.keyboard.press("Enter");
  await backTo(page, "E-mail");
  await page.keyboard.type(email);
  await tabTo(page, "Password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Statements" }).waitFor();
  await focusIs(page, "main");

  await tabTo(page, "No statement at hand? Try a sample");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "A credit card" }).waitFor();
  await tabTo(page, /^A credit card/);
  await page.keyboard.press("Enter");
  const locked = card(page, "kiefern-credit-card.pdf");
  await locked.getByLabel("Password").waitFor();
  await tabTo(page, /^Password of kiefern/);
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await locked.getByText("does not open this file").waitFor();
  await focusIs(page, "input");
  await page.keyboard.type("sample2468");
  await page.keyboard.press("Enter");
  await locked.getByText("it adds up").waitFor();
  await focusIs(page, "li");

  // Corrections: after each the keyboard is where it was.
  await page.locator("table.rows tbody tr").nth(3).waitFor();
  await tabTo(page, /^Category of /);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.getByText("corrected: category").first().waitFor();
  await focusIs(page, "select");
  await tabTo(page, /^Undo corrections of /);
  await page.keyboard.press("Enter");
  await page.getByText("corrected: category").first().waitFor({ state: "detached" });
  await focusIs(page, "tr");
  await tabTo(page, /^Remove /);
  await page.keyboard.press("Enter");
  await page.getByText(/^Removed /).waitFor();
  await page.locator("table.rows caption", { hasText: /^42 rows$/ }).waitFor();
  assert.match(await focusedName(page), /^Remove /);
  await backTo(page, "Put it back");
  await page.keyboard.press("Enter");
  await page.locator("table.rows caption", { hasText: /^43 rows$/ }).waitFor();
  await focusIs(page, "h2");

  await backTo(page, "Your question");
  await page.keyboard.type("How much did I spend?");
  await page.keyboard.press("Enter");
  await page.locator(".answer").waitFor();
  await focusIs(page, "input");

  // Deleting asks first, and can be thought better of.
  await backTo(page, /^Delete kiefern/);
  await page.keyboard.press("Enter");
  await tabTo(page, "Keep");
  await page.keyboard.press("Enter");
  assert.match(await focusedName(page), /^Delete kiefern/);
  await page.keyboard.press("Enter");
  assert.equal(await focusedName(page), "Delete");
  await page.keyboard.press("Enter");
  await locked.waitFor({ state: "detached" });
  await focusIs(page, "ul");

  await backTo(page, "Account");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await focusedName(page), "Account");
  await tabTo(page, "Sign out");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
}

const tabTo = (page: Page, name: string | RegExp) => press(page, "Tab", name);
const backTo = (page: Page, name: string | RegExp) => press(page, "Shift+Tab", name);

/** Presses a key until the focus is on what has that name; every stop on the way must show that it is one. */
async function press(page: Page, key: string, wanted: string | RegExp) {
  const passed: string[] = [];
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press(key);
    const name = await focusedName(page);
    passed.push(name);
    const isThere = typeof wanted === "string" ? name === wanted : wanted.test(name);
    assert.ok(await focusIsSeen(page), `the focus on "${name}" cannot be seen`);
    if (isThere) return;
  }
  assert.fail(`${key} does not lead to ${wanted}; it passed ${passed.slice(0, 40).join(" | ")}`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "";
    const labels = (focused as HTMLInputElement).labels ?? [];
    const text = focused.getAttribute("aria-label") ?? labels[0]?.textContent ?? focused.textContent ?? "";
    return text.trim().replace(/\s+/g, " ");
  });
}

/** An outline, or an element that scrolls or shows it by itself, such as the browser's own chrome. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return true;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
  });
}

async function focusIs(page: Page, tag: string) {
  await page
    .waitForFunction((wanted) => document.activeElement?.localName === wanted, tag, { timeout: 5_000 })
    .catch(async () => {
      const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      assert.fail(`the focus is not on a ${tag} but on ${focused}`);
    });
}
