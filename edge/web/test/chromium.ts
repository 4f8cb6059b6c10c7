import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium of CHROMIUM, or of this machine; undefined where there is none. */
export function findChromium(): string | undefined {
  const { CHROMIUM: named } = process.env;
  return named || places.find((place) => existsSync(place));
}

/** A browser that talks to the page alone: nothing of its own goes out. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      // Letters without coloured edges: pictures then differ only where the page does, and weigh less.
      "--disable-lcd-text",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
