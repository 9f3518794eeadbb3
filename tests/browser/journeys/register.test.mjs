// 情報資産台帳: add, find, sort, choose columns, change many, remove, export.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addAsset, establishWithRegister, press, rate, stage, words } from "../company.mjs";

let here, page;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.signedIn();
});
after(() => here?.end());

const names = () => page.locator("#assets tbody th a").allInnerTexts();

test("answering the questions computes the importance at once, with the reason", async () => {
  await page.goto("/assets/new");
  await rate(page, 2);
  await page.locator("#importance .equation").waitFor();
  assert.match(await page.innerText("#importance"), /重要度\s*2/);
  await page.check("[name=personal]");
  await page.getByText("個人情報を含むため").waitFor();
  assert.match(await page.innerText("#importance"), /重要度\s*3/);
});

test("an added asset is found by a part of its name", async () => {
  const address = await addAsset(page, "手書きの日報");
  await page.goto("/assets");
  await page.fill("#q", "日報");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  assert.deepEqual(await names(), ["手書きの日報"]);
  await page.goto(address);
  assert.equal(await page.inputValue("[name=name]"), "手書きの日報");
});

test("sorts by importance and keeps the order while filtering", async () => {
  await page.goto("/assets");
  await page.locator("#assets thead").getByRole("link", { name: /重要度/ }).click();
  await page.waitForURL(/sort=/);
  const values = (await page.locator("#assets tbody td b").allInnerTexts()).map(Number);
  assert.deepEqual(values, [...values].sort((a, b) => b - a));
  await page.selectOption("#medium", { label: "書類" });
  await press(page, "しぼり込む");
  assert.match(page.url(), /sort=/);
});

test("shows the chosen columns and remembers them", async () => {
  await page.goto("/assets");
  await page.getByText("列を選ぶ").click();
  await page.getByLabel("管理部署").last().check();
  await press(page, "この列を見る");
  await page.goto("/assets");
  assert.match(await page.innerText("#assets thead"), /管理部署/);
});

test("changes many at once, and says when none is chosen", async () => {
  await page.goto("/assets");
  await press(page, "まとめて変更する");
  assert.match(await words(page), /まだ1件も選んでいません/);
  await page.getByLabel("すべての行を選ぶ").check();
  const many = await page.locator("#assets tbody tr").count();
  await press(page, "まとめて変更する");
  await page.fill("[name=users]", "全員");
  await press(page, `${many}件を変更する`);
  assert.match(await words(page), new RegExp(`${many}件を変更しました`));
});

test("goes out as a workbook", async () => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Excelで出力" }).click()]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
});
