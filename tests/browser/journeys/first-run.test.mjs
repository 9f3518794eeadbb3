// 最初の設定: organization and first person, the questions, then one's own register or the sample.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { follow, password, press, stage, words } from "../company.mjs";

let here, page;
before(async () => {
  here = await stage(() => {});
  page = await here.open();
});
after(() => here?.end());

test("the first page names every mistake and keeps what was typed", async () => {
  await page.goto("/");
  assert.match(page.url(), /\/setup$/);
  await page.fill("#organization", "見本工業");
  await page.fill("#password", "password1234");
  await press(page, "はじめる");
  const told = await page.locator(".error-summary li").allInnerTexts();
  assert.equal(told.length, 3, told.join("\n"));
  assert.equal(await page.inputValue("#organization"), "見本工業");
  // What was wrong with a password is told, the password itself is never sent back.
  assert.equal(await page.inputValue("#password"), "");
});

test("then it leads through the questions to the register", async () => {
  await page.fill("#name", "見本花子");
  await page.fill("#email", "hanako@example.jp");
  await page.fill("#password", password);
  await press(page, "はじめる");
  let questions = 0;
  while (/\/setup\/profile\//.test(page.url())) {
    questions += 1;
    await press(page, questions === 1 ? "保存して次へ" : "答えずに次へ進む");
  }
  assert.ok(questions > 1, `${questions} pages of questions`);
  assert.match(page.url(), /\/setup\/next$/);
  await press(page, "あとで用意する");
  assert.match(await words(page), /情報資産台帳がまだ空です/);
});

test("the sample company is marked on every screen and goes in one step", async () => {
  await page.goto("/setup/next");
  await press(page, "見本の会社を読み込む");
  for (const address of ["/", "/assets", "/organization", "/audit-log", "/people", "/account"]) {
    await page.goto(address);
    assert.match(await page.textContent(".sample"), /見本の会社です/);
  }
  await follow(page, page.locator(".sample").getByRole("button", { name: "見本を消す" }));
  await press(page, "見本を消す");
  assert.match(await words(page), /見本の会社を消しました/);
  assert.equal(await page.locator(".sample").count(), 0);
  assert.match(await page.textContent(".account-name"), /見本工業/);
});

test("nobody can run the first page a second time", async () => {
  const other = await here.open();
  await other.goto("/setup");
  assert.match(other.url(), /\/sign-in$/);
});
