import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";

/** Patience with a busy machine, in milliseconds: what is waited for comes in well under a second on a quiet one. */
const patience = 45_000;

export type Visitor = {
  page: Page;
  /** What the browser complained about and no test expected. */
  complaints: string[];
  /** Lets a step fail on purpose: its answers of this status are no complaint. */
  expectStatus: (status: number, step: () => Promise<void>) => Promise<void>;
  leave: () => Promise<void>;
};

/** A person with a browser of their own; every console error, violation and failed request is kept. */
export async function newVisitor(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  let expected: number | undefined;
  page.on("console", (message) => {
    const isExpected = expected !== undefined && message.text().includes(`status of ${expected}`);
    if (["error", "warning"].includes(message.type()) && !isExpected)
      complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // The page gives up on questions that it has better ones for.
    if (why !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && response.status() !== expected)
      complaints.push(`answered ${response.status()}: ${response.url()}`);
  });
  return {
    page,
    complaints,
    async expectStatus(status, step) {
      expected = status;
      await step();
      expected = undefined;
    },
    async leave() {
      await context.close();
      assert.deepEqual(complaints, []);
    },
  };
}

export function newCredentials() {
  return { email: `${randomUUID()}@example.com`, password: `a pass phrase of ${randomUUID()}` };
}

export async function signUp(page: Page, { email, password } = newCredentials()) {
  await page.goto("/");
  await page.getByRole("button", { name: "I am new here" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Statements" }).waitFor();
  return { email, password };
}

/** Takes samples by the beginning of their titles, without waiting for them to be read. */
export async function takeSamples(page: Page, ...titles: string[]) {
  const samples = page.locator(".samples");
  if ((await samples.getAttribute("open")) === null) await samples.locator("summary").click();
  for (const title of titles) await samples.getByRole("button", { name: title }).click();
}

/** The card of a file. */
export function card(page: Page, fileName: string): Locator {
  return page.getByRole("listitem", { name: fileName, exact: true });
}

export async function ask(page: Page, question: string): Promise<Locator> {
  const turns = page.getByRole("log").locator("ol > li");
  const before = await turns.count();
  await page.getByLabel("Your question").fill(question);
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  const turn = turns.nth(before);
  await turn.locator(".answer, .problem").waitFor();
  return turn;
}

/** The rows that the table says there are, once it says so many. */
export async function tableSays(page: Page, rows: string) {
  await page.locator("table.rows caption", { hasText: new RegExp(`^${rows}$`) }).waitFor();
}

/** All the text of what is found, seen or not. */
export async function textOf(found: Locator): Promise<string> {
  return (await found.textContent()) ?? "";
}
