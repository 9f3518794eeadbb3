// 最初の設定から、台帳の取り込み、変更、取り消しまで。

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { check, launch, open, phone } from "../browser.mjs";
import { establish, importFile, officer, signIn, submit } from "../company.mjs";
import { examples, startServer } from "../server.mjs";

let server, browser, page;
before(async () => {
  server = await startServer();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every screen at desk and phone width. */
async function both(page) {
  await check(page);
  await page.setViewportSize(phone.viewport);
  await check(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("the first page names every mistake, then leads through the questions", async () => {
  page = await open(browser, server);
  await page.goto("/");
  assert.match(page.url(), /\/setup$/);
  await submit(page, "はじめる");
  assert.equal(await page.locator(".error-summary li").count(), 4);
  await both(page);
  await page.context().close();
  page = await establish(browser, server);
  assert.match(page.url(), /\/setup\/profile\//);
  await both(page);
  await page.goto("/setup/next");
  await both(page);
  await page.goto("/");
  await both(page);
});

test("a register with mistakes is told cell by cell and nothing is written", async () => {
  const path = join(server.data, "台帳.csv");
  const lines = [
    "業務分類,情報資産名称,媒体・保存先,機密性,完全性,可用性",
    "営業,顧客リスト,事務所PC,3,2,2",
    "営業,見積書,書類,高,2,1",
  ];
  writeFileSync(path, lines.join("\r\n"));
  await importFile(page, path);
  const words = await page.textContent("main");
  assert.match(words, /使えない行\s*1\s*件/);
  await both(page);
  await page.goto("/assets");
  assert.doesNotMatch(await page.textContent("main"), /顧客リスト/);
});

test("a register is brought in; the same file again changes nothing", async () => {
  await importFile(page, join(examples, "register.xlsx"));
  await both(page);
  const button = page.locator("main button", { hasText: /取り込む$/ }).first();
  await Promise.all([page.waitForURL(/\/assets$/), button.click()]);
  await both(page);
  const many = await page.locator("main table tbody tr").count();
  assert.ok(many > 5, `${many} assets`);
  await importFile(page, join(examples, "register.xlsx"));
  assert.match(await page.textContent("main"), /新規\s*0\s*件/);
});

test("cells pasted from Excel are previewed like a file", async () => {
  await page.goto("/assets/import");
  const cells = "情報資産名称\t媒体・保存先\t機密性\t完全性\t可用性\n貼り付けた台帳\t書類\t1\t1\t2\n";
  await page.locator("main textarea").fill(cells);
  await page.locator("main form", { has: page.locator("textarea") }).locator("button[type=submit]").first().click();
  await page.waitForURL(/\/assets\/import\/.+/);
  assert.match(await page.textContent("main"), /貼り付けた台帳/);
  await both(page);
});

test("two people change one asset: the second sees both versions", async () => {
  await page.goto("/assets");
  const address = await page.locator("main table tbody a").first().getAttribute("href");
  await page.goto(address);
  await both(page);
  const other = await open(browser, server);
  await signIn(other, officer);
  await other.goto(address);
  await page.fill("[name=remarks]", "先に直した");
  await submit(page);
  await other.fill("[name=remarks]", "あとから直した");
  await submit(other);
  const words = await other.textContent("main");
  assert.match(words, /先に直した/);
  assert.match(words, /あとから直した/);
  await both(other);
  await other.context().close();
  await page.goto(`${address}/history`);
  assert.match(await page.textContent("main"), /先に直した/);
  await both(page);
});

test("the change is undone from the log", async () => {
  await page.goto("/audit-log");
  await both(page);
  await page.locator("main table tbody a").first().click();
  await page.waitForURL(/\/audit-log\/\d+/);
  await both(page);
  await page.goto(`${page.url()}/undo`);
  await both(page);
  await submit(page);
  assert.match(await page.textContent("main"), /元に戻しました|取り消しました|戻しました/);
});

test("without JavaScript one signs in, adds and finds an asset", async () => {
  const plain = await open(browser, server, { ...phone, javaScriptEnabled: false });
  await signIn(plain, officer);
  await plain.goto("/assets/new");
  await submit(plain);
  assert.ok((await plain.locator(".error-summary li").count()) > 0);
  await plain.fill("[name=name]", "手書きの日報");
  await plain.selectOption("select[name=medium]", { index: 1 });
  for (const property of ["confidentiality", "integrity", "availability"]) await plain.check(`[name=${property}][value="2"]`);
  await submit(plain);
  await plain.goto("/assets?search=" + encodeURIComponent("手書きの日報"));
  assert.match(await plain.textContent("main"), /手書きの日報/);
  await plain.context().close();
});
