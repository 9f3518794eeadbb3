// リスク: identified from the register, treated, and smaller once the work is done.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { establishWithRegister, follow, press, stage, words } from "../company.mjs";

let here, page, address;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.signedIn();
});
after(() => here?.end());

test("the candidates of a medium become risks, and only those that are ticked", async () => {
  await page.goto("/risks/identify/removable-media");
  const boxes = page.locator("[name=lines]");
  for (const box of await boxes.all()) await box.uncheck();
  await boxes.first().check();
  const assets = await page.locator("[name=assets]:checked").count();
  await press(page, "選んだリスクを追加する");
  assert.match(await words(page), new RegExp(`${assets}件のリスクを追加しました`));
  assert.equal(await page.locator("main table tbody th a").count(), assets);
});

test("a risk says in words where its level comes from", async () => {
  await follow(page, page.locator("main table tbody th a").first());
  address = new URL(page.url()).pathname;
  const told = await words(page);
  assert.match(told, /なぜ「[高中低]」なのか/);
  assert.match(told, /重要度/);
  assert.match(told, /被害発生可能性/);
});

test("a threat of one's own is written once for several assets", async () => {
  await page.goto("/risks/new");
  await press(page, "情報資産をまとめて選べます。");
  await press(page, "下に出ているものすべてに印を付ける");
  const assets = await page.locator("[name=asset]:checked").count();
  assert.ok(assets > 1);
  await page.locator("[name=asset]:checked").first().uncheck();
  await press(page, "次へ進む");
  await page.fill("[name=title]", "倉庫が水につかる");
  await press(page, "追加する");
  assert.match(await words(page), new RegExp(`${assets - 1}件のリスクを追加しました`));
});

test("a treatment is decided with its work, which stands in the plan", async () => {
  await page.goto(`${address}/treatment`);
  await page.check("[name=treatment][value=reduce]");
  await page.fill("[name='tasks.0.what']", "暗号化機能つきのUSBメモリに替える");
  await press(page, "この対応に決める");
  await page.goto("/treatments");
  await follow(page, page.getByRole("link", { name: "暗号化機能つきのUSBメモリに替える" }));
  await page.check("[name=status][value=done]");
  await press(page, "保存する");
  assert.match(await words(page), /「完了」にしました/);
});
