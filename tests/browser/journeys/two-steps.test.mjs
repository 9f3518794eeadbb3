// 2段階認証: an authenticator app, and a recovery code when the phone is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { password, press, signIn, stage, words } from "../company.mjs";
import { code } from "../totp.mjs";

let here, page, secret, recoveryCodes;
before(async () => {
  here = await stage();
  page = await here.signedIn();
});
after(() => here?.end());

test("sets up an authenticator app and shows recovery codes once", async () => {
  await page.goto("/account");
  await press(page, "2段階認証を始める");
  await page.fill("#password", password);
  await press(page, "次へ");
  secret = await page.innerText("p.secret");
  await page.fill("#code", "000000");
  await press(page, "2段階認証を始める");
  assert.equal(await page.locator(".error-summary").count(), 1);
  await page.fill("#code", code(secret));
  await press(page, "2段階認証を始める");
  recoveryCodes = await page.locator(".codes li").allInnerTexts();
  assert.equal(recoveryCodes.length, 10);
  await press(page, "控えたので、アカウントに戻る");
  assert.match(await words(page), /使用中/);
});

test("asks for a code at the next sign-in; a wrong one does not open anything", async () => {
  const again = await here.open();
  await signIn(again);
  assert.match(again.url(), /\/sign-in\/second-step/);
  await again.fill("#code", "000000");
  await press(again, "サインイン");
  assert.equal(await again.locator(".error-summary").count(), 1);
  await again.goto("/assets");
  assert.match(again.url(), /\/sign-in/);
  await signIn(again);
  // The code with which it was set up is spent.
  await again.fill("#code", code(secret, 1));
  await press(again, "サインイン");
  assert.equal(new URL(again.url()).pathname, "/");
});

test("a recovery code opens once", async () => {
  for (const expected of ["/", "/sign-in/second-step"]) {
    const lost = await here.open();
    await signIn(lost);
    await lost.getByText("認証アプリが手元にないとき").click();
    await lost.fill("#recovery_code", recoveryCodes[0]);
    await press(lost, "回復コードでサインイン");
    assert.equal(new URL(lost.url()).pathname, expected);
  }
});
