// 記録: every change stands in it and can be undone, by a new change.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { assetAddress, establishWithRegister, follow, press, stage, words } from "../company.mjs";

let here, page, address;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.signedIn();
  address = await assetAddress(page, "社員名簿");
});
after(() => here?.end());

/** Opens the newest record. */
async function newest() {
  await page.goto("/audit-log");
  await follow(page, page.locator("#records tbody a").first());
}

async function undo() {
  await press(page, "この変更を取り消す");
  await press(page, "取り消す");
  assert.match(await words(page), /取り消しました/);
}

test("a change is undone from the log", async () => {
  await page.goto(address);
  const before = await page.inputValue("[name=remarks]");
  await page.fill("[name=remarks]", "まちがえて直した");
  await press(page, "保存する");
  await newest();
  assert.match(await words(page), /まちがえて直した/);
  await undo();
  await page.goto(address);
  assert.equal(await page.inputValue("[name=remarks]"), before);
});

test("a removed asset comes back", async () => {
  await page.goto(address);
  await press(page, "削除する");
  await press(page, "削除する");
  assert.equal((await page.goto(address)).status(), 404);
  await newest();
  await undo();
  assert.equal((await page.goto(address)).status(), 200);
});

test("an overtaken change is not undone; the screen says what can be done", async () => {
  await page.goto(address);
  for (const text of ["1回目", "2回目"]) {
    await page.fill("[name=remarks]", text);
    await press(page, "保存する");
  }
  await page.goto("/audit-log");
  await follow(page, page.locator("#records tbody a").nth(1));
  assert.match(await words(page), /さらに変わっているため、このままでは取り消せません/);
  assert.match(await words(page), /2回目/);
});

test("the log is as it was written", async () => {
  await page.goto("/audit-log");
  await press(page, "書き換えがないか確かめる");
  assert.match(await words(page), /すべて書かれたときのままです/);
});
