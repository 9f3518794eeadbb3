// 招待、権限のない人、よその組織のアドレス、2段階認証とパスキー。

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { check, launch, open, phone } from "../browser.mjs";
import { establish, officer, password, signIn, submit } from "../company.mjs";
import { run, startServer } from "../server.mjs";
import { code } from "../totp.mjs";

let server, browser, page;
before(async () => {
  server = await startServer();
  browser = await launch();
  page = await establish(browser, server);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("an invited employee joins by the link, and may not see the register", async () => {
  await page.goto("/people/invite");
  await check(page);
  await page.fill("#email", "taro@example.jp");
  await page.check("[name=role][value=employee]");
  await submit(page);
  await check(page);
  const link = (await page.content()).match(/http:\/\/localhost:\d+(\/invitations\/[\w-]{43})/)[1];
  const guest = await open(browser, server, phone);
  await guest.goto(link);
  await check(guest);
  await guest.fill("[name=name]", "見本太郎");
  await guest.fill("[name=password]", password);
  await submit(guest);
  await check(guest);
  const refused = await guest.goto("/assets");
  assert.equal(refused.status(), 403);
  assert.match(await guest.textContent("main"), /権限がありません/);
  await check(guest);
  await guest.context().close();
  for (const address of ["/people", "/departments", "/organization", "/settings/criteria"]) {
    await page.goto(address);
    await check(page);
  }
});

test("another organization's asset is not there; a late form is not saved into it", async () => {
  run(server.data, "organization", "add", "--name", "隣の会社", "--email", officer);
  await page.goto("/assets/new");
  await page.fill("[name=name]", "見本工業の台帳");
  await page.selectOption("select[name=medium]", { index: 1 });
  for (const property of ["confidentiality", "integrity", "availability"]) await page.check(`[name=${property}][value="2"]`);
  await submit(page);
  await page.goto("/assets");
  const address = await page.locator("main table tbody a").first().getAttribute("href");
  await page.goto("/assets/new");
  const other = await page.context().newPage();
  await other.goto("/");
  await other.locator("details.account summary").click();
  await Promise.all([other.waitForNavigation(), other.getByRole("button", { name: "隣の会社" }).click()]);
  assert.equal((await other.goto(address)).status(), 404);
  await page.fill("[name=name]", "まちがえた会社への登録");
  await submit(page);
  assert.match(await page.textContent("main"), /何も保存していません/);
  await other.goto("/assets");
  assert.doesNotMatch(await other.textContent("main"), /まちがえた会社への登録/);
  await other.close();
});

test("signs in with an authenticator app, with a recovery code and with a passkey", async () => {
  const person = await open(browser, server);
  const client = await person.context().newCDPSession(person);
  await client.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await client.send("WebAuthn.addVirtualAuthenticator", { options });
  await signIn(person, officer);
  await person.goto("/account/two-steps");
  await check(person);
  await person.fill("#password", password);
  await submit(person);
  await check(person);
  const secret = await person.textContent("p.secret");
  await person.fill("#code", code(secret));
  await submit(person);
  const recovery = (await person.textContent(".codes li")).trim();
  await check(person);

  const again = await open(browser, server, phone);
  await signIn(again, officer);
  assert.match(again.url(), /second-step/);
  await check(again);
  await again.fill("#code", "000000");
  await submit(again);
  assert.match(again.url(), /second-step/);
  await again.fill("#code", code(secret, 1));
  await submit(again);
  assert.doesNotMatch(again.url(), /sign-in/);
  await again.context().close();

  const lost = await open(browser, server, phone);
  await signIn(lost, officer);
  await lost.locator("main details summary").first().click();
  await lost.fill("#recovery-code", recovery);
  await lost.locator("main form", { has: lost.locator("#recovery-code") }).locator("button[type=submit]").click();
  await lost.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await lost.context().close();

  await person.goto("/account/passkeys/new");
  await check(person);
  await person.fill("#password", password);
  await person.locator("main form button.button-primary").click();
  await person.waitForURL(/\/account\/passkeys\/.+-/);
  await person.goto("/account");
  await check(person);
  await person.context().clearCookies();
  await person.goto("/sign-in/passkey?next=/account");
  await check(person);
  await person.locator("main form button").first().click();
  await person.waitForURL("**/account");
  await person.context().close();
});
