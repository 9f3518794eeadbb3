// Debian's chromium, driven by playwright-core; accessibility by axe.

import axe from "axe-core";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const candidates = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = candidates.find((path) => path && existsSync(path));

/** One browser for a file of journeys. */
export function launch() {
  assert.ok(executablePath, "chromium is missing: apt-get install chromium, or set CHROMIUM");
  // Root, as in a container, has no sandbox.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking", "--lang=ja"], env: { ...process.env, LANGUAGE: "ja" } });
}

const japan = { locale: "ja-JP", timezoneId: "Asia/Tokyo" };
/** What a person at a desk sees. */
export const desk = { ...japan, viewport: { width: 1280, height: 900 } };
/** What a person with a phone sees. */
export const phone = { ...japan, viewport: { width: 390, height: 844 }, hasTouch: true };

/** A new window. What goes wrong in its scripts fails the next `check`. */
export async function open(browser, server, options = desk) {
  const context = await browser.newContext({ ...options, baseURL: server.address });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.scriptErrors = [];
  page.on("pageerror", (error) => page.scriptErrors.push(String(error)));
  page.on("console", (message) => {
    // A refused form answers 4xx, which the browser also writes into its console.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) page.scriptErrors.push(message.text());
  });
  return page;
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No accessibility violation, no script error, nothing scrolls sideways: at the window's width. */
export async function check(page) {
  const place = `${new URL(page.url()).pathname} at ${page.viewportSize().width}px`;
  assert.deepEqual(await violations(page), [], `axe on ${place}`);
  assert.deepEqual(page.scriptErrors, [], `scripts on ${place}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${place} scrolls sideways by ${wide}px`);
}

/** What axe finds, in words. */
async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const options = { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] };
    const { violations } = await window.axe.run(document, options);
    return violations.map((found) => `${found.id}: ${found.help}\n  ${found.nodes.map((node) => node.html).join("\n  ")}`);
  }, rules);
}

/** Runs `look` at desk and at phone width. */
export async function atBothWidths(page, look) {
  for (const [name, { viewport }] of Object.entries({ 1280: desk, 390: phone })) {
    await page.setViewportSize(viewport);
    await look(name);
  }
  await page.setViewportSize(desk.viewport);
}
