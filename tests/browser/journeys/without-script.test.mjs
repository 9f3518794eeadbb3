// The main journey in a browser without JavaScript.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { desk } from "../browser.mjs";
import { assetAddress, follow, password, press, rate, stage, words } from "../company.mjs";
import { examples } from "../server.mjs";

let here, page;
before(async () => {
  here = await stage(() => {});
  page = await here.open({ ...desk, javaScriptEnabled: false });
});
after(() => here?.end());

test("first run, without the questions", async () => {
  await page.goto("/");
  await page.fill("#organization", "見本工業");
  await page.fill("#name", "見本花子");
  await page.fill("#email", "hanako@example.jp");
  await page.fill("#password", password);
  await press(page, "はじめる");
  await page.goto("/setup/next");
});

test("a register is brought in", async () => {
  await press(page, "自社の台帳を取り込む");
  await page.setInputFiles("input[type=file]", join(examples, "register.xlsx"));
  await press(page, "内容を確かめる");
  await follow(page, page.locator("main .button-primary"));
  assert.match(await words(page), /件を追加しました/);
});

test("an asset is added, with a mistake on the way", async () => {
  await page.goto("/assets/new");
  await press(page, "追加する");
  assert.ok((await page.locator(".error-summary li").count()) > 0);
  await page.fill("[name=name]", "手書きの日報");
  await rate(page, 2);
  await press(page, "追加する");
  assert.match(await words(page), /重要度は2です/);
});

test("many are changed, one is removed and brought back", async () => {
  await page.goto("/assets");
  const boxes = page.locator("#assets tbody [type=checkbox]");
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await press(page, "まとめて変更する");
  await page.fill("[name=users]", "全社員");
  await press(page, "2件を変更する");
  assert.match(await words(page), /2件を変更しました/);
  await page.goto(await assetAddress(page, "手書きの日報"));
  await press(page, "削除する");
  await press(page, "削除する");
  await page.goto("/audit-log");
  await follow(page, page.locator("#records tbody a").first());
  await press(page, "この変更を取り消す");
  await press(page, "取り消す");
  assert.match(await words(page), /取り消しました/);
});

test("menus open, and one signs out and in", async () => {
  await page.locator(".account summary").click();
  await follow(page, page.getByRole("button", { name: "サインアウト" }));
  await page.fill("#email", "hanako@example.jp");
  await page.fill("#password", password);
  await press(page, "サインイン");
  assert.equal(new URL(page.url()).pathname, "/");
});
