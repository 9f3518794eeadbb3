// 招待: a link that expires, used once; and a role that may not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check, phone } from "../browser.mjs";
import { invite, newMember, press, stage, words } from "../company.mjs";

let here, page, guest;
before(async () => {
  here = await stage();
  page = await here.signedIn();
});
after(() => here?.end());

test("an employee joins by the link, on a phone", async () => {
  const taro = { email: "taro@example.jp", name: "見本太郎", role: "employee" };
  guest = await newMember(here, page, taro, phone);
  assert.match(await words(guest), /今、することはありません/);
  await check(guest);
  await page.goto("/people");
  assert.match(await page.textContent("#people"), /見本太郎/);
});

test("an employee sees neither the register nor the log, and is told so", async () => {
  await guest.locator(".small-menu summary").click();
  assert.deepEqual(await guest.locator(".small-menu nav a").allInnerTexts(), ["ホーム", "知識"]);
  for (const address of ["/assets", "/assets/new", "/audit-log", "/people", "/organization"]) {
    const refused = await guest.goto(address);
    assert.equal(refused.status(), 403, address);
    assert.match(await words(guest), /権限がありません/);
  }
  await check(guest);
});

test("a form that the screen does not offer is refused too", async () => {
  await guest.goto("/");
  const status = await guest.evaluate(async () => {
    const body = new URLSearchParams({ name: "忍び込んだ台帳", medium: "paper", confidentiality: "1", integrity: "1", availability: "1" });
    return (await fetch("/assets", { method: "POST", body })).status;
  });
  assert.equal(status, 403);
  await page.goto("/assets");
  assert.doesNotMatch(await words(page), /忍び込んだ台帳/);
});

test("a revoked link opens nothing", async () => {
  const link = await invite(page, "jiro@example.jp", "auditor");
  await page.goto("/people");
  await page.locator("#invitation-table").getByRole("link", { name: /取り消す/ }).click();
  await press(page, "招待を取り消す");
  const late = await here.open(phone);
  const answer = await late.goto(new URL(link).pathname);
  assert.equal(answer.status(), 410);
  await check(late);
});
