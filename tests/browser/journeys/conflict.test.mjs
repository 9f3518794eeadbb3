// Two people change one asset: the second sees both versions and decides; nothing is overwritten.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { atBothWidths, check } from "../browser.mjs";
import { assetAddress, establishWithRegister, press, stage, words } from "../company.mjs";

let here, page, other, address;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.signedIn();
  other = await here.signedIn();
  address = await assetAddress(page, "社員名簿");
});
after(() => here?.end());

test("the second sees both versions, field by field", async () => {
  await page.goto(address);
  await other.goto(address);
  await page.fill("[name=remarks]", "先に直した");
  await press(page, "保存する");
  await other.fill("[name=remarks]", "あとから直した");
  await other.fill("[name=users]", "人事担当");
  await press(other, "保存する");
  const told = await words(other);
  assert.match(told, /先に直した/);
  assert.match(told, /あとから直した/);
  assert.match(told, /まだ何も上書きしていません/);
  await atBothWidths(other, () => check(other));
  await page.goto(address);
  assert.equal(await page.inputValue("[name=remarks]"), "先に直した");
});

test("what both changed has to be decided; what one changed is proposed", async () => {
  await press(other, "選んだ内容で保存する");
  assert.equal(await other.locator(".error-summary li").count(), 1);
  await other.check("[name='keep.remarks'][value=theirs]");
  await press(other, "選んだ内容で保存する");
  assert.equal(await other.inputValue("[name=remarks]"), "先に直した");
  assert.equal(await other.inputValue("[name=users]"), "人事担当");
});

test("the history tells both", async () => {
  await page.goto(address);
  await press(page, "変更の履歴");
  assert.match(await words(page), /人事担当/);
  assert.match(await words(page), /先に直した/);
});
