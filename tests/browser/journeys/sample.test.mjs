// 見本の会社: loaded, marked on every screen, removed in one step. And: by the keyboard alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check, launch } from "../browser.mjs";
import { establish, submit } from "../company.mjs";
import { startServer } from "../server.mjs";

let server, browser, page;
before(async () => {
  server = await startServer();
  browser = await launch();
  page = await establish(browser, server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("the sample company is marked and goes in one step", async () => {
  await page.goto("/setup/next");
  await Promise.all([page.waitForNavigation(), page.locator("main button", { hasText: "見本" }).first().click()]);
  for (const address of ["/", "/assets", "/organization", "/audit-log"]) {
    await page.goto(address);
    assert.match(await page.textContent(".sample"), /見本の会社です/);
    await check(page);
  }
  await page.goto("/organization/sample/remove").catch(() => {});
  await page.goto("/");
  await Promise.all([page.waitForNavigation(), page.locator(".sample").getByText("見本を消す").click()]);
  if (await page.locator("main button.button-danger").count()) await submit(page);
  await page.goto("/");
  assert.equal(await page.locator(".sample").count(), 0);
});

test("the keyboard reaches the content and the menu", async () => {
  await page.goto("/assets");
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /本文へ移動/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
});
