// パスキー: made and used with the browser's own virtual authenticator.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check } from "../browser.mjs";
import { password, press, stage, words } from "../company.mjs";
import { authenticator } from "../passkey.mjs";

let here, page;
before(async () => {
  here = await stage();
  page = await here.signedIn();
  await authenticator(page);
});
after(() => here?.end());

test("a wrong password makes no passkey and is told on the spot", async () => {
  await page.goto("/account/passkeys/new");
  await page.fill("#password", "wrong-password-000");
  await page.getByRole("button", { name: "登録する" }).click();
  await page.locator("[data-passkey-words]:not(:empty)").waitFor();
  await check(page);
});

test("registers a passkey and signs in with it alone", async () => {
  await page.fill("#name", "会社のPC");
  await page.fill("#password", password);
  await page.getByRole("button", { name: "登録する" }).click();
  await page.waitForURL(/\/account\/passkeys\/[\w-]{36}$/);
  await page.context().clearCookies();
  await page.goto("/sign-in?next=/account");
  await page.getByRole("button", { name: "パスキーでサインイン" }).click();
  await page.waitForURL((url) => url.pathname === "/account");
  assert.match(await words(page), /会社のPC/);
});

test("a removed passkey no longer opens", async () => {
  await page.getByRole("link", { name: /変更・削除/ }).click();
  await press(page, "パスキーを削除する");
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "パスキーでサインイン" }).click();
  await page.locator("[data-passkey-words]:not(:empty)").waitFor();
  assert.match(page.url(), /\/sign-in$/);
});
