import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type OpenFinflow, openFinflow } from "../../../packages/client/test/open-finflow.ts";
import { findChromium, launchChromium } from "./chromium.ts";

export type Opened = { browser: Browser; url: string };

const without =
  "no Chromium: the page is NOT tested. Install one (Debian: apt-get install chromium) or name it with CHROMIUM";

/**
 * Tests of the page in a real browser against a real Finflow, both opened once for the file. Without a Chromium
 * they say what is left out; on CI they fail.
 */
export function openForBrowserTests() {
  const executable = findChromium();
  if (!executable && process.env.CI === "true") throw new Error(without);
  if (!executable) console.error(`\n${without}\n`);
  let finflow: OpenFinflow | undefined;
  let browser: Browser | undefined;
  before(async () => {
    if (!executable) return;
    [finflow, browser] = await Promise.all([openFinflow(), launchChromium(executable)]);
  });
  after(async () => {
    await browser?.close();
    await finflow?.close();
  });
  return (name: string, body: (opened: Opened) => Promise<void>) =>
    test(name, async (context) => {
      if (!browser || !finflow) return context.skip(without);
      await body({ browser, url: finflow.url });
    });
}
