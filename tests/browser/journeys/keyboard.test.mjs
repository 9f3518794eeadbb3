// Complete by the keyboard: skip link, menus, and the error summary that leads to each field.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desk, phone } from "../browser.mjs";
import { establishWithRegister, officer, password, stage, words } from "../company.mjs";

let here, page;
before(async () => {
  here = await stage(establishWithRegister);
  page = await here.open();
});
after(() => here?.end());

/** What has the focus: its words, or its field's name. */
const focus = () =>
  page.evaluate(() => {
    const { activeElement: here } = document;
    return here.name || here.id || here.innerText.trim();
  });

/** Presses Tab until the focus is there. */
async function tabTo(wanted, most = 60) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    if (wanted.test(await focus())) return;
  }
  assert.fail(`Tab does not reach ${wanted}`);
}

test("signs in without a mouse", async () => {
  await page.goto("/sign-in");
  await tabTo(/^email$/);
  await page.keyboard.type(officer);
  await page.keyboard.press("Tab");
  assert.equal(await focus(), "password");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
});

test("the first Tab offers the way past the navigation", async () => {
  await page.goto("/assets");
  await page.keyboard.press("Tab");
  assert.match(await focus(), /本文へ移動/);
  const { y } = await page.locator(".skip").boundingBox();
  assert.ok(y >= 0, "the skip link is seen when it has the focus");
  await page.keyboard.press("Enter");
  assert.equal(await focus(), "main");
  await page.keyboard.press("Tab");
  assert.match(await focus(), /Excelから取り込む/);
});

test("the focus goes down the page in the order in which it is read", async () => {
  // On a phone all stands below each other: there the order can be seen.
  await page.setViewportSize(phone.viewport);
  await page.goto("/assets");
  const stops = await page.evaluate(() => {
    const all = [...document.querySelectorAll("main :is(a[href], button, input:not([type=hidden]), select, summary)")];
    return all
      .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
      .map((element) => ({ tab: element.tabIndex, top: element.getBoundingClientRect().top, words: element.innerText || element.name }));
  });
  await page.setViewportSize(desk.viewport);
  assert.ok(stops.length > 20, `${stops.length} stops`);
  for (const [position, stop] of stops.entries()) {
    assert.equal(stop.tab, 0, stop.words);
    const before = stops[position - 1];
    // Beside each other is fine: a box and the name beside it differ by less than a line.
    if (before) assert.ok(stop.top > before.top - 24, `"${stop.words}" comes after "${before.words}"`);
  }
});

test("the menu opens by Enter, closes by Escape and gives the focus back", async () => {
  await page.goto("/");
  await tabTo(/見本工業/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.match(await focus(), /アカウント/);
  await page.keyboard.press("Escape");
  assert.match(await focus(), /見本工業/);
  assert.equal(await page.locator(".account[open]").count(), 0);
});

test("the error summary has the focus and leads to each field", async () => {
  await page.goto("/assets/new");
  await page.focus("[name=name]");
  await page.keyboard.press("Enter");
  await page.locator(".error-summary").waitFor();
  assert.match(await page.title(), /^エラー：/);
  assert.equal(await page.evaluate(() => document.activeElement.className), "error-summary");
  const links = await page.locator(".error-summary a").all();
  assert.ok(links.length >= 4, `${links.length} mistakes`);
  for (const link of links) {
    const id = (await link.getAttribute("href")).slice(1);
    await link.focus();
    await page.keyboard.press("Enter");
    // The field itself, or the first choice of the group.
    const inside = await page.evaluate((id) => {
      const place = document.getElementById(id);
      return place === document.activeElement || place?.contains(document.activeElement);
    }, id);
    assert.ok(inside, `#${id} does not take the focus`);
  }
});

test("an asset is added by keys alone", async () => {
  await page.goto("/assets/new");
  await page.focus("#main");
  await tabTo(/^name$/);
  await page.keyboard.type("手書きの日報");
  await tabTo(/^medium$/);
  await page.keyboard.press("Space");
  for (const property of [/^confidentiality$/, /^integrity$/, /^availability$/]) {
    await tabTo(property);
    await page.keyboard.press("Space");
  }
  await tabTo(/追加する/);
  await page.keyboard.press("Enter");
  await page.getByText("「手書きの日報」を追加しました").waitFor();
  assert.match(await words(page), /重要度は3です/);
});
