// Debian's chromium, driven by playwright-core; accessibility by axe.

import { AxeBuilder } from "@axe-core/playwright";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = candidates.find((path) => path && existsSync(path));

/** One browser for a file of journeys. */
export function launch() {
  assert.ok(executablePath, "chromium is missing: apt-get install chromium");
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
}

/** What a person at a desk, or with a phone, sees. */
export const desk = { viewport: { width: 1280, height: 900 }, locale: "ja-JP", timezoneId: "Asia/Tokyo" };
export const phone = { viewport: { width: 390, height: 844 }, locale: "ja-JP", timezoneId: "Asia/Tokyo", hasTouch: true };

/** A new page; every error in its console fails the test that calls `check`. */
export async function open(browser, server, options = desk) {
  const context = await browser.newContext({ ...options, baseURL: server.address });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    // A refused form answers 4xx, which the browser also writes into its console.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) errors.push(message.text());
  });
  page.consoleErrors = errors;
  return page;
}

/** No accessibility violation, no script error, nothing scrolls sideways. */
export async function check(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const told = violations.map((found) => `${found.id}: ${found.help}\n  ${found.nodes.map((node) => node.html).join("\n  ")}`);
  assert.deepEqual(told, [], `axe on ${page.url()}`);
  assert.deepEqual(page.consoleErrors, [], `console on ${page.url()}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${page.url()} scrolls sideways by ${wide}px`);
}
